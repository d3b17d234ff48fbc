/**
 * What leads from a tapped button, a filled-in Flow or a status back to the execution that waits for it. It travels
 * through Meta and the person's phone, so it holds nothing secret but the proof, which is good for this wait only.
 */
export interface Reference {
	executionId: string;
	/** ID of the node that waits. */
	nodeId: string;
	/** Tells this wait from earlier ones of the same node, in a loop: n8n signs them alike otherwise (n8n-platform 4). */
	nonce: string;
	/**
	 * How n8n knows that the reference is its own: `signature` over the path and the nonce, for `sendAndWait`; `token`, the
	 * random resume token of the execution, for any other operation.
	 */
	by: 'signature' | 'token';
	proof: string;
	/** Position of the tapped button or row among those of the question; left out where nothing was tapped. */
	option?: number;
}

/** Begins every reference; a reply ID that an operator chose begins otherwise. Stored in chats: never changes. */
const PREFIX = 'wj1.';

/** Longest text form: twice what an execution number, a UUID and 32 bytes of proof need. */
const MAX_LENGTH = 400;

/** In the place of an option: none. Meta allows 10 rows, so that there is room. */
const NO_OPTION = 0xff;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HEX_PROOF = /^[0-9a-f]{64}$/;
const NONCE = /^[A-Za-z0-9_-]{8}$/;

const FLAG = { token: 1, textExecution: 2, textNode: 4, textProof: 8 } as const;

/** Bytes of the nonce: 48 bits, enough where a signature covers them. */
export const NONCE_BYTES = 6;

/** The nonce for six random bytes. */
export function nonceOf(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64url');
}

/**
 * The reference as text: 81 characters for n8n's usual IDs, so that it fits into a template's quick-reply payload
 * (128 characters), a row's ID (200), a button's ID (256) and callback data (512).
 *
 * @throws RangeError for a nonce that is not six bytes, an option above 254, or an ID longer than 255 bytes
 */
export function encodeReference(reference: Reference): string {
	const { executionId, nodeId, nonce, by, proof, option = NO_OPTION } = reference;
	if (!NONCE.test(nonce)) throw new RangeError('The nonce must be six bytes in base64url');
	if (reference.option === NO_OPTION || !Number.isInteger(option) || option < 0 || option > NO_OPTION) {
		throw new RangeError('The option must be 0 to 254');
	}
	const isNumber = isPlainNumber(executionId);
	const isUuid = UUID.test(nodeId);
	const isHex = HEX_PROOF.test(proof);
	const flags =
		(by === 'token' ? FLAG.token : 0) |
		(isNumber ? 0 : FLAG.textExecution) |
		(isUuid ? 0 : FLAG.textNode) |
		(isHex ? 0 : FLAG.textProof);
	const parts = [
		Buffer.from([flags, option]),
		Buffer.from(nonce, 'base64url'),
		isNumber ? numberBytes(executionId) : textBytes(executionId),
		isUuid ? Buffer.from(nodeId.replaceAll('-', ''), 'hex') : textBytes(nodeId),
		isHex ? Buffer.from(proof, 'hex') : textBytes(proof),
	];
	return `${PREFIX}${Buffer.concat(parts).toString('base64url')}`;
}

/** Callback data that carries a reference and, after a blank, what the operator gave. */
export function withCallbackData(reference: string, own: string): string {
	return own === '' ? reference : `${reference} ${own}`;
}

/** The reference at the beginning of callback data, and what follows; undefined where there is none. */
export function splitCallbackData(data: unknown): { reference: Reference; own: string } | undefined {
	if (typeof data !== 'string' || !data.startsWith(PREFIX)) return undefined;
	const end = data.indexOf(' ');
	const reference = decodeReference(end < 0 ? data : data.slice(0, end));
	return reference && { reference, own: end < 0 ? '' : data.slice(end + 1) };
}

/** The reference that a reply ID, a payload or a Flow's token is; undefined for any other text. */
export function decodeReference(text: unknown): Reference | undefined {
	if (typeof text !== 'string' || !text.startsWith(PREFIX) || text.length > MAX_LENGTH) return undefined;
	const reference = readBytes(Buffer.from(text.slice(PREFIX.length), 'base64url'));
	// One reference has one text form: whatever else decodes to it was made by somebody else.
	return reference !== undefined && isTextOf(text, reference) ? reference : undefined;
}

function isTextOf(text: string, reference: Reference): boolean {
	try {
		return encodeReference(reference) === text;
	} catch {
		// Bytes that are no text become longer when they are read as text.
		return false;
	}
}

function readBytes(bytes: Buffer): Reference | undefined {
	let at = 0;
	const take = (count: number): Buffer | undefined => {
		if (at + count > bytes.length) return undefined;
		at += count;
		return bytes.subarray(at - count, at);
	};
	const takeSized = () => {
		const size = take(1)?.[0];
		return size === undefined ? undefined : take(size);
	};
	const [flags, option] = take(2) ?? [];
	const nonce = take(NONCE_BYTES)?.toString('base64url');
	if (flags === undefined || option === undefined || nonce === undefined) return undefined;
	const execution = takeSized();
	const node = (flags & FLAG.textNode) === 0 ? take(16) : takeSized();
	const proof = (flags & FLAG.textProof) === 0 ? take(32) : takeSized();
	if (execution === undefined || node === undefined || proof === undefined || at !== bytes.length) return undefined;
	return {
		executionId: (flags & FLAG.textExecution) === 0 ? numberText(execution) : execution.toString(),
		nodeId: (flags & FLAG.textNode) === 0 ? uuidText(node) : node.toString(),
		nonce,
		by: (flags & FLAG.token) === 0 ? 'signature' : 'token',
		proof: (flags & FLAG.textProof) === 0 ? proof.toString('hex') : proof.toString(),
		...(option !== NO_OPTION && { option }),
	};
}

function isPlainNumber(id: string): boolean {
	return /^[1-9]\d{0,14}$/.test(id);
}

/** A whole number as its size and its bytes, without leading zeros. */
function numberBytes(id: string): Buffer {
	const hex = Number(id).toString(16);
	const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
	return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function numberText(bytes: Buffer): string {
	return String(Number.parseInt(bytes.toString('hex') || '0', 16));
}

function textBytes(text: string): Buffer {
	const bytes = Buffer.from(text);
	if (bytes.length > 255) throw new RangeError('An ID in the reference is longer than 255 bytes');
	return Buffer.concat([Buffer.from([bytes.length]), bytes]);
}

function uuidText(bytes: Buffer): string {
	return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
