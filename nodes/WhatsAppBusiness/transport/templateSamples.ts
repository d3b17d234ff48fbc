import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../core/errors/invalidInput';
import { isJsonObject, type JsonObject } from '../../../core/shared/json';
import { OWN_SAMPLES, type SampleFormat } from '../../../core/template/pack/samples';
import { sampleSlots, slotKey, withSamples, type SampleSlot } from '../../../core/template/pack/sampleSlots';
import type { OperationContext } from '../shared/operation';
import { textOf } from '../shared/parameters';
import { unreachable } from './errors';
import { readInputFile, uploadSampleFile, type InputFile } from './media';

/** What the operator gave as samples, by header format: an address, or the name of a binary field. */
export type SampleChoices = Partial<Record<SampleFormat, string>>;

/** The form's names, for errors. */
const FIELDS: Record<SampleFormat, string> = {
	IMAGE: 'Sample Image',
	VIDEO: 'Sample Video',
	GIF: 'Sample Video',
	DOCUMENT: 'Sample Document',
};

function ofBytes(file: { key: string; mimeType: string; fileName: string; bytes: Buffer }): InputFile {
	const { bytes, ...rest } = file;
	return { ...rest, bytes: bytes.length, open: async () => bytes };
}

function fileNameOf(url: string): string {
	const name = URL.canParse(url) ? new URL(url).pathname.split('/').at(-1) : undefined;
	return name === undefined || name === '' ? 'sample' : decodeURIComponent(name);
}

/** A file from the open web. It gets no token: the address is the operator's, or a template pack's. */
async function fetchFile({ n8n }: OperationContext, { url, field }: { url: string; field: string }): Promise<InputFile> {
	let answer: unknown;
	try {
		answer = await n8n.helpers.httpRequest({ method: 'GET', url, encoding: 'arraybuffer', timeout: 60_000, returnFullResponse: true, ignoreHttpStatusErrors: true });
	} catch (cause) {
		throw unreachable(n8n.getNode(), { url, method: 'GET', cause });
	}
	const { statusCode, body, headers } = answer as { statusCode: number; body: unknown; headers: unknown };
	if (statusCode !== 200) throw new InvalidInput([{ field, message: `${url} answered HTTP ${statusCode}` }]);
	const type = isJsonObject(headers) ? textOf(headers['content-type'])?.split(';')[0]?.trim() : undefined;
	const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body as ArrayBuffer);
	return ofBytes({ key: `address ${url}`, mimeType: type ?? '', fileName: fileNameOf(url), bytes });
}

async function fileOf(context: OperationContext, { slot, choices }: { slot: SampleSlot; choices: SampleChoices }): Promise<InputFile> {
	const field = FIELDS[slot.format];
	const chosen = choices[slot.format] ?? slot.url;
	if (chosen === undefined) {
		const { data, ...own } = OWN_SAMPLES[slot.format];
		return ofBytes({ ...own, key: `own sample ${own.fileName}`, bytes: Buffer.from(data, 'base64') });
	}
	if (/^https?:\/\//i.test(chosen)) return await fetchFile(context, { url: chosen, field });
	return await readInputFile(context, chosen);
}

/**
 * The definition with a handle for every sample it lacks: of the operator's file, of the address that the definition names,
 * or of a small file of our own. Each file is uploaded once per run.
 *
 * @throws InvalidInput for a file that cannot be had or that Meta does not take; NodeApiError when Meta refuses the upload
 */
export async function fillSamples(
	context: OperationContext,
	{ definition, choices }: { definition: JsonObject; choices: SampleChoices },
): Promise<JsonObject> {
	const handles = new Map<string, string>();
	for (const slot of sampleSlots(definition)) {
		const key = slotKey(slot);
		if (handles.has(key)) continue;
		const source = choices[slot.format] ?? key;
		const handle = await context.run.once(`packSample ${context.itemIndex} ${slot.format} ${source}`, async () => {
			const file = await fileOf(context, { slot, choices });
			return (await uploadSampleFile(context, { file, field: FIELDS[slot.format] })).handle;
		});
		handles.set(key, handle);
	}
	return withSamples(definition, handles);
}

/** Reads the three fields of the options; a GIF header is a video. */
export function sampleChoices(options: IDataObject): SampleChoices {
	const image = textOf(options.sampleImage);
	const video = textOf(options.sampleVideo);
	const document = textOf(options.sampleDocument);
	return {
		...(image === undefined ? {} : { IMAGE: image }),
		...(video === undefined ? {} : { VIDEO: video, GIF: video }),
		...(document === undefined ? {} : { DOCUMENT: document }),
	};
}
