import type { MediaKind } from '../../../../core/message/mediaRules';
import type { MediaSource } from '../../../../core/message/mediaSource';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { OperationContext } from '../../shared/operation';
import { findInputFile, type InputFile } from './inputFile';
import { checkInputFile, uploadMedia, type UploadMemory } from './upload';

/** What the operator put into a media field. */
export interface MediaInput {
	/** A link, a media ID (digits), or the name of a binary field of the item. */
	value: string;
	/** The field's name in the form, for errors. */
	field: string;
	kind: MediaKind;
}

/** The file that a media field names, ready to be put into a message. */
export interface ResolvedMedia {
	source: MediaSource;
	/** Facts for the output item; empty when nothing was uploaded for it. */
	report: { mediaId?: string; mediaReused?: boolean };
}

function givenSource(value: string): MediaSource | undefined {
	if (/^https?:\/\//i.test(value)) return { link: value };
	return /^\d{6,}$/.test(value) ? { id: value } : undefined;
}

async function fileIn(context: OperationContext, { value, field }: MediaInput): Promise<InputFile> {
	const file = value === '' ? undefined : await findInputFile(context, value);
	if (file !== undefined) return file;
	const known = Object.keys(context.n8n.getInputData()[context.itemIndex]?.binary ?? {});
	throw new InvalidInput([
		{
			field,
			message:
				value === ''
					? 'must not be empty; give a link, a media ID or the name of a binary field'
					: `"${value}" is neither a link nor a media ID, nor a binary field of the item (it has ${
							known.length === 0 ? 'none' : known.join(', ')
						})`,
		},
	]);
}

/**
 * Checks a media field without any call: what it names, and type and size of a file.
 *
 * @throws InvalidInput when it names nothing, or a file that Meta does not accept
 */
export async function checkMediaInput(context: OperationContext, media: MediaInput): Promise<void> {
	if (givenSource(media.value) !== undefined) return;
	const { kind, field } = media;
	await checkInputFile(context, { file: await fileIn(context, media), kind, field });
}

/** The file that a media field names, with what the output shall tell of it; a binary field of the item is uploaded. */
export async function resolveFile(
	context: OperationContext,
	media: MediaInput & { phoneNumberId: string; memory?: UploadMemory },
): Promise<ResolvedMedia> {
	const given = givenSource(media.value);
	if (given !== undefined) return { source: given, report: {} };
	await checkMediaInput(context, media);
	const { value: binaryField, phoneNumberId, kind, field, memory } = media;
	const { mediaId, mediaReused } = await uploadMedia(context, { phoneNumberId, binaryField, kind, field, memory });
	return { source: { id: mediaId }, report: { mediaId, mediaReused } };
}

/** The file that a media field names; a binary field of the item is uploaded. */
export async function resolveMedia(
	context: OperationContext,
	media: MediaInput & { phoneNumberId: string },
): Promise<MediaSource> {
	return (await resolveFile(context, media)).source;
}
