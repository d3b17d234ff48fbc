import { GraphError, invalidParameter, unknownObject } from '../errors';
import { LIMITS } from '../limits';
import { checkUpload, findMedia } from '../rules/media';
import type { Media } from '../records';
import type { Handler, HandlerInput } from './call';
import { mediaUrl, storeMedia } from './mediaStore';

function mediaOf({ context, call, id }: HandlerInput): Media {
	const media = findMedia(context.state, id);
	const owner = call.query.phone_number_id;
	if (!media || (owner !== undefined && owner !== media.phoneNumberId))
		throw unknownObject({ method: call.method, id });
	return media;
}

/** `POST /{phone-number-id}/media`: multipart with `messaging_product`, `file` and `type` (cloud-api 2). */
export const uploadMedia: Handler = ({ context, call, id }) => {
	const { state } = context;
	const { file } = call;
	if (call.body.messaging_product !== 'whatsapp')
		throw invalidParameter('The parameter messaging_product is required and must be "whatsapp".');
	if (!file || file.field !== 'file') throw invalidParameter('The parameter file is required.');
	if (file.truncated) throw new GraphError({ code: 131053, details: 'The file is too large.' });
	checkUpload({ mimeType: file.mimeType, bytes: file.bytes });
	const media = storeMedia({
		state,
		phoneNumberId: id,
		bytes: file.bytes,
		mimeType: file.mimeType,
		filename: file.filename,
		life: LIMITS.media.uploadedLife,
	});
	context.counters.add('uploads');
	return { json: { id: media.id } };
};

/** `GET /{media-id}`: SHA-256 in hex, and a URL that works for 5 minutes. */
export const getMedia: Handler = (input) => {
	const media = mediaOf(input);
	return {
		json: {
			messaging_product: 'whatsapp',
			url: mediaUrl({ state: input.context.state, media, origin: input.call.origin }),
			mime_type: media.mimeType,
			sha256: media.sha256.toString('hex'),
			file_size: media.bytes.length,
			id: media.id,
		},
	};
};

/** `DELETE /{media-id}`. */
export const deleteMedia: Handler = (input) => {
	input.context.state.media.delete(mediaOf(input).id);
	return { json: { success: true } };
};

/** `GET <media url>`: the bytes; 404 when the URL or the file has expired. */
export const downloadMedia: Handler = ({ context, call, id }) => {
	const { state } = context;
	const media = findMedia(state, id);
	const expires = media?.urls.get(call.query.ext ?? '');
	if (!media || expires === undefined || expires <= state.clock.now()) {
		throw new GraphError({
			code: 100,
			subcode: 33,
			httpStatus: 404,
			message: 'The media URL has expired. Get a new one.',
		});
	}
	return { binary: { bytes: media.bytes, mimeType: media.mimeType } };
};
