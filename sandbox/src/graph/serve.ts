import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context';
import { GraphError, unknownObject, unsupportedRequest } from '../errors';
import { checkToken } from './auth';
import type { GraphCall, HandlerResult } from './call';
import { faultError, takeFault } from './faults';
import { readCall } from './readCall';
import { logRequest } from './requestLog';
import { nodeKind, ROUTES } from './routes';

async function dispatch(context: Context, call: GraphCall): Promise<HandlerResult> {
	const { state } = context;
	const [first = '', second = '', ...more] = call.segments;
	const isFile = first === '_media' && call.version === '';
	const id = isFile ? second : first;
	const edge = isFile ? '' : second;
	const kind = isFile ? 'file' : nodeKind(state, id);
	const unsupported = () => unsupportedRequest({ method: call.method, path: call.path });
	if (more.length > 0 || id === '') throw unsupported();
	const route = ROUTES.find((each) => each.method === call.method && each.node === kind && each.edge === edge);
	const token = checkToken({ state, text: call.tokenText, access: route?.access ?? 'any' });
	if (kind === undefined && /^\d+$/.test(id)) throw unknownObject({ method: call.method, id });
	if (!route) throw unsupported();
	return route.handle({ context, call, token, id });
}

async function answer(input: {
	context: Context;
	call: GraphCall;
	problem: GraphError | undefined;
}): Promise<HandlerResult & { status: number }> {
	try {
		if (input.problem) throw input.problem;
		return { status: 200, ...(await dispatch(input.context, input.call)) };
	} catch (error) {
		const refusal =
			error instanceof GraphError
				? error
				: new GraphError({ code: 131000, details: error instanceof Error ? error.message : String(error) });
		return { status: refusal.httpStatus, json: refusal.toEnvelope() };
	}
}

/** Serves one Graph call: latency and faults first, then the endpoint; every call is logged. */
export async function serveGraph(input: {
	context: Context;
	request: FastifyRequest;
	reply: FastifyReply;
}): Promise<FastifyReply> {
	const { context, request, reply } = input;
	const { state } = context;
	const { call, problem } = await readCall(request);
	const fault = takeFault(state, call);
	const delay = state.settings.latencyMs + (fault?.delayMs ?? 0);
	if (delay > 0) await wait(delay, undefined, { ref: false });
	const refusal = fault && faultError(fault);
	const skipped = (refusal !== undefined || fault?.hangUp === true) && fault?.afterProcessing !== true;
	const processed = skipped ? undefined : await answer({ context, call, problem });
	const result = refusal ? { status: refusal.httpStatus, json: refusal.toEnvelope() } : processed;
	const status = fault?.hangUp ? 0 : (result?.status ?? 0);
	const binary = refusal ? undefined : processed?.binary;
	logRequest({
		state,
		call,
		status,
		response: binary ? { mimeType: binary.mimeType, bytes: binary.bytes.length } : fault?.hangUp ? null : result?.json,
	});
	if (processed?.afterwards) reply.raw.once('close', processed.afterwards);
	if (fault?.hangUp) {
		reply.hijack();
		reply.raw.destroy();
		return reply;
	}
	if (binary) return reply.code(status).type(binary.mimeType).send(binary.bytes);
	return reply
		.code(status)
		.type('application/json; charset=utf-8')
		.send(JSON.stringify(result?.json ?? {}));
}
