import { createHmac } from 'node:crypto';

/**
 * The bytes Meta would post: JSON with everything outside ASCII written as `\u00e4` (lowercase hex) and every
 * slash as `\/` (cloud-api 4.2). A receiver that signs its own re-serialisation gets another signature.
 */
export function encodeLikeMeta(value: unknown): Buffer {
	const text = JSON.stringify(value)
		.replaceAll('/', '\\/')
		.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
	return Buffer.from(text, 'latin1');
}

/** The value of `X-Hub-Signature-256` over exactly these bytes. */
export function sign(input: { bytes: Buffer; appSecret: string }): string {
	return `sha256=${createHmac('sha256', input.appSecret).update(input.bytes).digest('hex')}`;
}
