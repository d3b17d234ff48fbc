import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { checkSample } from '../../../../core/message/mediaRules';
import { endingOf } from '../../../../core/message/mediaTypes';
import { numberOf } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { getPlatformCredential } from '../credential';
import { graphRefusal } from '../errors';
import { graphRequest } from '../graph';
import { pacerOf } from '../pacer';
import { identityOf } from './identity';
import { describeFile, readInputFile, type InputFile } from './inputFile';
import { postFile, type FileAnswer } from './postFile';

/** A file as Meta's resumable upload keeps it, for a template's sample or a profile picture. */
export interface UploadedSample extends IDataObject {
	/** Goes into `example.header_handle` or `profile_picture_handle`. */
	handle: string;
	mimeType: string;
	bytes: number;
	/** Whether another item of this run had uploaded the same file. */
	mediaReused: boolean;
}

/** Attempts to get the rest of a file across after cuts. */
const ATTEMPTS = 5;

/** Milliseconds before the second attempt after a cut; doubled each time. The first one follows at once. */
const PAUSE_MS = 1000;

async function startSession(
	n8n: IExecuteFunctions,
	{ file, mimeType, name }: { file: InputFile; mimeType: string; name: string },
): Promise<string> {
	const { appId } = await getPlatformCredential(n8n);
	const answer = await graphRequest(n8n, {
		method: 'POST',
		path: `/${encodeURIComponent(appId)}/uploads`,
		qs: { file_name: name, file_length: file.bytes, file_type: mimeType },
	});
	const session = String(answer.id ?? '');
	// It has a query of its own (`upload:…?sig=…`) and goes into the path as it is.
	if (/^upload:[^\s#]+$/.test(session)) return session;
	throw new NodeOperationError(n8n.getNode(), `Meta gave no upload session ("${session}")`);
}

function isPassing(answer: FileAnswer): boolean {
	return answer.state === 'refused' && answer.error.httpStatus >= 500 && answer.error.retryable !== 'no';
}

/** Bytes that Meta has; undefined when it cannot be asked now. */
async function offsetOf(n8n: IExecuteFunctions, session: string): Promise<number | undefined> {
	return await graphRequest(n8n, { method: 'GET', path: `/${session}` }).then(
		(answer) => numberOf(answer.file_offset),
		() => undefined,
	);
}

async function sendAll(
	context: OperationContext,
	{ session, file, mimeType }: { session: string; file: InputFile; mimeType: string },
): Promise<IDataObject> {
	const { n8n } = context;
	const pacer = await pacerOf(context);
	let skip = 0;
	for (let attempt = 1; ; attempt++) {
		const headers = { file_offset: String(skip) };
		const answer = await postFile(n8n, { path: `/${session}`, file, contentType: mimeType, headers, skip });
		if (answer.state === 'done') return answer.data;
		const isOver = attempt === ATTEMPTS || n8n.getExecutionCancelSignal()?.aborted === true;
		if (answer.state === 'cut' && isOver) throw answer.error;
		if (answer.state === 'refused' && (isOver || !isPassing(answer))) throw graphRefusal(n8n.getNode(), answer.error);
		if (attempt > 1) await pacer.wait(PAUSE_MS * 2 ** (attempt - 2));
		skip = Math.min((await offsetOf(n8n, session)) ?? skip, file.bytes);
	}
}

/** A file to upload as a sample. */
interface SampleRequest {
	file: InputFile;
	/** The name that Meta gets; the file's own when left out. */
	fileName?: string;
	/** The form's name for it, for errors. */
	field?: string;
}

/**
 * Uploads a file by Meta's resumable upload (cloud-api 2): a session with the credential's app, then the bytes, streamed
 * from where they are. After a cut it asks Meta how much has arrived and goes on from there. The same content is uploaded
 * once per run.
 *
 * @throws InvalidInput for a file that Meta does not accept, or when the credential names no app
 */
export async function uploadSampleFile(context: OperationContext, request: SampleRequest): Promise<UploadedSample> {
	const { n8n, run } = context;
	const { file, fileName = '', field } = request;
	const { mimeType } = checkSample({ ...(await describeFile(context, file)), field });
	const { appId } = await getPlatformCredential(n8n);
	if (appId === '') {
		throw new InvalidInput([{ field: 'App ID', message: 'must not be empty; put it into the credential (Meta app dashboard, App Settings > Basic)' }]);
	}
	let isNew = false;
	const handle = await run.once(`sample ${appId} ${mimeType} ${await identityOf(run, file)} ${fileName}`, async () => {
		isNew = true;
		const name = fileName || file.fileName || `sample.${endingOf(mimeType) ?? 'bin'}`;
		const answer = await sendAll(context, { session: await startSession(n8n, { file, mimeType, name }), file, mimeType });
		return String(answer.h ?? '');
	});
	return { handle, mimeType, bytes: file.bytes, mediaReused: !isNew };
}

/**
 * Uploads a binary field of the item, out of n8n's storage.
 *
 * @throws InvalidInput as `uploadSampleFile` does
 */
export async function uploadSample(
	context: OperationContext,
	request: { binaryField: string; fileName?: string; field?: string },
): Promise<UploadedSample> {
	const { binaryField, ...rest } = request;
	return await uploadSampleFile(context, { ...rest, file: await readInputFile(context, binaryField) });
}
