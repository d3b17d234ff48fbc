import { createHash } from 'node:crypto';
import { GraphError, invalidParameter, unknownObject } from '../errors';
import { newId } from '../ids';
import type { UploadSession } from '../records';
import { parameter, type Handler, type HandlerInput } from './call';

/** What a resumable upload takes (cloud-api 2). */
const FILE_TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

/** `POST /{app-id}/uploads`: opens a session; its ID is used as a path, query included. */
export const startUpload: Handler = ({ context, call }) => {
	const length = Number(parameter(call, 'file_length'));
	if (!Number.isInteger(length) || length <= 0)
		throw invalidParameter('The parameter file_length is required and must be a number of bytes.');
	const mimeType = parameter(call, 'file_type') ?? '';
	if (!FILE_TYPES.includes(mimeType))
		throw invalidParameter(`The parameter file_type must be one of ${FILE_TYPES.join(', ')}.`);
	const id = `upload:${Buffer.from(newId.entry()).toString('base64url')}`;
	const session: UploadSession = { id, signature: newId.urlToken(), length, mimeType, received: Buffer.alloc(0) };
	context.state.uploads.set(id, session);
	return { json: { id: `${id}?sig=${session.signature}` } };
};

function sessionOf({ context, call, id }: HandlerInput): UploadSession {
	const session = context.state.uploads.get(id);
	if (!session || session.signature !== call.query.sig) throw unknownObject({ method: call.method, id });
	return session;
}

/** `GET /{upload-id}`: how many bytes have arrived. */
export const getUpload: Handler = (input) => {
	const session = sessionOf(input);
	return { json: { id: `${session.id}?sig=${session.signature}`, file_offset: session.received.length } };
};

/**
 * `POST /{upload-id}`: the rest of the file, raw, from the header `file_offset` on. How Meta refuses another offset than
 * its own is unverified.
 */
export const continueUpload: Handler = (input) => {
	const { state, counters } = input.context;
	const session = sessionOf(input);
	const { bytes, offset } = input.call.upload ?? { bytes: Buffer.alloc(0), offset: undefined };
	if (offset !== session.received.length)
		throw invalidParameter(`The header file_offset must be ${session.received.length}.`);
	session.received = Buffer.concat([session.received, bytes]);
	if (session.received.length !== session.length)
		throw new GraphError({
			code: 100,
			details: `${session.received.length} of ${session.length} bytes have arrived.`,
		});
	const hash = createHash('sha256').update(session.received).digest('base64url');
	const handle = `4::${Buffer.from(session.mimeType).toString('base64url')}:${hash}`;
	state.handles.set(handle, session.mimeType);
	counters.add('uploads');
	return { json: { h: handle } };
};
