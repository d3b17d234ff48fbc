/** The types that Meta accepts (cloud-api part 2), each with its file name endings, the usual one first. */
const ENDINGS: ReadonlyArray<readonly [mimeType: string, ...endings: string[]]> = [
	['audio/aac', 'aac'],
	['audio/amr', 'amr'],
	['audio/mpeg', 'mp3'],
	['audio/mp4', 'm4a'],
	['audio/ogg', 'ogg', 'opus', 'oga'],
	['text/plain', 'txt'],
	['application/pdf', 'pdf'],
	['application/msword', 'doc'],
	['application/vnd.ms-excel', 'xls'],
	['application/vnd.ms-powerpoint', 'ppt'],
	['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
	['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
	['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
	['image/jpeg', 'jpg', 'jpeg'],
	['image/png', 'png'],
	['image/webp', 'webp'],
	['video/mp4', 'mp4'],
	['video/3gpp', '3gp'],
];

/** Names that programs give to types that Meta knows under another name. */
const ALIASES: ReadonlyMap<string, string> = new Map([
	['image/jpg', 'image/jpeg'],
	['image/pjpeg', 'image/jpeg'],
	['audio/mp3', 'audio/mpeg'],
	['audio/m4a', 'audio/mp4'],
	['audio/x-m4a', 'audio/mp4'],
	['audio/x-aac', 'audio/aac'],
	// Opus files are Ogg containers, and Meta lists Opus as audio/ogg only.
	['audio/opus', 'audio/ogg'],
	['application/ogg', 'audio/ogg'],
	['video/3gp', 'video/3gpp'],
	['application/x-pdf', 'application/pdf'],
]);

/** What servers say of a file whose type they do not know. */
const UNKNOWN_TYPES: readonly string[] = ['', 'application/octet-stream', 'binary/octet-stream'];

const TYPE_BY_ENDING: ReadonlyMap<string, string> = new Map(
	ENDINGS.flatMap(([mimeType, ...endings]) => endings.map((ending): [string, string] => [ending, mimeType])),
);

/** The type without parameters such as `; codecs=opus`, in lower case, under the name that Meta uses. */
export function canonicalMimeType(mimeType: string): string {
	const bare = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
	return ALIASES.get(bare) ?? bare;
}

/** A file's type as Meta names it; where the type says nothing, the ending of the file name decides. */
export function mimeTypeOf(file: { mimeType: string; fileName?: string }): string {
	const mimeType = canonicalMimeType(file.mimeType);
	if (!UNKNOWN_TYPES.includes(mimeType)) return mimeType;
	const ending = /\.([a-z0-9]+)\s*$/i.exec(file.fileName ?? '')?.[1]?.toLowerCase() ?? '';
	return TYPE_BY_ENDING.get(ending) ?? mimeType;
}

/** The usual ending for a type, without a dot; undefined for types that Meta does not send. */
export function endingOf(mimeType: string): string | undefined {
	const canonical = canonicalMimeType(mimeType);
	return ENDINGS.find(([known]) => known === canonical)?.[1];
}
