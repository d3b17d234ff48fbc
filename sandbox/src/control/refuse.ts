import type { z } from 'zod';

/** A refusal of the control part: HTTP status and what is wrong. */
export class ControlError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

/** A value in the shape wanted. Throws 400 naming the first key that is wrong. */
export function checkBody<T extends z.ZodTypeAny>(schema: T, value: unknown): z.output<T> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw new ControlError(400, issue ? `${issue.path.join('.') || 'body'}: ${issue.message}` : 'the body is not valid');
}

/** The body of a request; `{}` for none. Throws 400 for what is no JSON. */
export function parseBody(body: unknown): unknown {
	if (!Buffer.isBuffer(body) || body.length === 0) return {};
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		throw new ControlError(400, 'the body is not valid JSON');
	}
}

/** The body in the shape wanted. Throws 400 naming the first key that is wrong. */
export function readBody<T extends z.ZodTypeAny>(schema: T, body: unknown): z.output<T> {
	return checkBody(schema, parseBody(body));
}
