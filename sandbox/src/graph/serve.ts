import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { GraphError, unknownObject, unsupportedRequest } from '../errors';
import type { Fault } from '../records';
import type { Link } from '../traffic/link';
import { checkManagementCall, usageHeader } from '../traffic/rules';
import { checkToken } from './auth';
import type { BinaryAnswer, GraphCall, HandlerResult } from './call';
import { faultError, takeFault } from './faults';
import { isUpload, readBody, readHead } from './readCall';
import { logRequest } from './requestLog';
import { nodeKind, ROUTES } from './routes';

/** An answer before it goes out. */
type Answer = HandlerResult & { status: number; headers?: Record<string, string> };

/** Pieces in which a file goes through the line. */
const PIECE = 64 * 1024;

async function dispatch(context: Context, call: GraphCall): Promise<HandlerResult> {
	const { state } = context;
	const [first = '', second = '', entry, ...more] = call.segments;
	const isFile = first === '_media' && call.version === '';
	const id = isFile ? second : first;
	const edge = isFile ? '' : second;
	const kind = isFile ? 'file' : nodeKind(state, id);
	const unsupported = () => unsupportedRequest({ method: call.method, path: call.path });
	if (more.length > 0 || id === '') throw unsupported();
	const hasEntry = entry !== undefined;
	const route = ROUTES.find(
		(each) => each.method === call.method && each.node === kind && each.edge === edge && (each.entry ?? false) === hasEntry,
	);
	const token = checkToken({ state, text: call.tokenText, access: route?.access ?? 'any' });
	if (kind === undefined && /^\d+$/.test(id)) throw unknownObject({ method: call.method, id });
	if (!route) throw unsupported();
	if (kind === 'waba') checkManagementCall(state);
	return route.handle({ context, call, token, id });
}

function refusalAnswer(refusal: GraphError): Answer {
	return { status: refusal.httpStatus, json: refusal.toEnvelope() };
}

async function answer(input: { context: Context; call: GraphCall; problem: GraphError | undefined }): Promise<Answer> {
	const { context, call, problem } = input;
	try {
		if (problem) throw problem;
		return { status: 200, ...(await dispatch(context, call)) };
	} catch (error) {
		const refusal =
			error instanceof GraphError
				? error
				: new GraphError({ code: 131000, details: error instanceof Error ? error.message : String(error) });
		context.counters.refused(refusal.code);
		return refusalAnswer(refusal);
	}
}

async function* pieces(bytes: Buffer, link: Link): AsyncGenerator<Buffer> {
	for (let from = 0; from < bytes.length; from += PIECE) {
		const piece = bytes.subarray(from, from + PIECE);
		await link.take('out', piece.length);
		yield piece;
	}
}

function sendFile(input: { context: Context; reply: FastifyReply; binary: BinaryAnswer }): FastifyReply {
	const { context, reply, binary } = input;
	context.counters.add('bytesOut', binary.bytes.length);
	reply.type(binary.mimeType).header('Content-Length', binary.bytes.length);
	if (context.state.settings.bytesPerSecond === null) return reply.send(binary.bytes);
	return reply.send(Readable.from(pieces(binary.bytes, context.link)));
}

/** What a call comes to: the endpoint's answer, unless a fault stands in for it. */
async function outcomeOf(input: {
	context: Context;
	call: GraphCall;
	fault: Fault | undefined;
	problem: GraphError | undefined;
}): Promise<Answer> {
	const { context, call, fault, problem } = input;
	const refusal = fault && faultError(fault);
	const skipped = (refusal !== undefined || fault?.hangUp === true) && fault?.afterProcessing !== true;
	const processed = skipped ? undefined : await answer({ context, call, problem });
	if (!refusal) return { status: 0, ...processed, headers: fault?.headers };
	context.counters.refused(refusal.code);
	return { ...refusalAnswer(refusal), headers: fault?.headers, afterwards: processed?.afterwards };
}

/** Serves one Graph call: latency, line and faults first, then the endpoint; every call is counted and logged. */
export async function serveGraph(input: {
	context: Context;
	request: FastifyRequest;
	reply: FastifyReply;
}): Promise<FastifyReply> {
	const { context, request, reply } = input;
	const { state, counters, link } = context;
	// Taken now: a request whose body was left half read lets go of its socket.
	const { socket } = request.raw;
	reply.raw.once('close', counters.begin(socket));
	const call = readHead(request);
	const fault = takeFault(state, call);
	const { problem, cut } = await readBody({ request, call, link, cutAfter: fault?.afterBytes });
	counters.add('bytesIn', call.bytes);
	if (call.upload) call.upload.bytes = call.upload.bytes.subarray(0, fault?.keepBytes);
	const delay = cut ? 0 : state.settings.latencyMs + (fault?.delayMs ?? 0);
	if (delay > 0) await wait(delay, undefined, { ref: false });
	// A cut upload keeps what came, so it is carried out; of any other call half a body is nothing.
	const result: Answer = cut && !isUpload(call) ? { status: 0 } : await outcomeOf({ context, call, fault, problem });
	const hangUp = cut || fault?.hangUp === true;
	const { binary, json = {} } = result;
	const shown = binary ? { mimeType: binary.mimeType, bytes: binary.bytes.length } : json;
	logRequest({ state, call, status: hangUp ? 0 : result.status, response: hangUp ? null : shown });
	if (result.afterwards && fault?.answerDelayMs) {
		result.afterwards();
		await wait(fault.answerDelayMs, undefined, { ref: false });
	} else if (result.afterwards) reply.raw.once('close', result.afterwards);
	if (hangUp) {
		reply.hijack();
		socket.destroy();
		return reply;
	}
	const usage = call.segments[0] === state.seed.wabaId ? usageHeader(state) : {};
	reply.code(result.status).headers({ ...usage, ...result.headers });
	if (binary) return sendFile({ context, reply, binary });
	const text = JSON.stringify(json);
	counters.add('bytesOut', text.length);
	return reply.type('application/json; charset=utf-8').send(text);
}
