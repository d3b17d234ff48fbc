import fc from 'fast-check';
import { decodeReference, encodeReference, nonceOf, splitCallbackData, withCallbackData, type Reference } from '../../../core/journey/reference';

const USUAL: Reference = {
	executionId: '48213',
	nodeId: '3f2b8c1e-9d47-4a60-8f15-0c6e2d7ab901',
	nonce: 'AQIDBAUG',
	by: 'signature',
	proof: 'ab'.repeat(32),
	option: 2,
};

const proofs = fc.oneof(
	fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
	fc.string({ minLength: 1, maxLength: 60 }),
);

const references: fc.Arbitrary<Reference> = fc
	.record({
		executionId: fc.oneof(fc.integer({ min: 1 }).map(String), fc.string({ minLength: 1, maxLength: 20 })),
		nodeId: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 40 })),
		nonce: fc.uint8Array({ minLength: 6, maxLength: 6 }).map(nonceOf),
		by: fc.constantFrom('signature' as const, 'token' as const),
		proof: proofs,
		option: fc.option(fc.integer({ min: 0, max: 254 }), { nil: undefined }),
	})
	.map(({ option, ...reference }) => ({ ...reference, ...(option !== undefined && { option }) }));

test('has a fixed text form', () => {
	expect(encodeReference(USUAL)).toBe(
		'wj1.AAIBAgMEBQYCvFU_K4wenUdKYI8VDG4terkBq6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s',
	);
});

test('fits into a quick-reply payload, which is the shortest of its places', () => {
	const longest = encodeReference({ ...USUAL, executionId: '999999999999999', nodeId: 'send-and-wait-node-of-my-template' });
	expect(longest.length).toBeLessThanOrEqual(128);
});

test('comes back as it was', () => {
	fc.assert(fc.property(references, (reference) => {
		expect(decodeReference(encodeReference(reference))).toEqual(reference);
	}));
});

test('has no option where nothing was tapped', () => {
	const { option: _, ...without } = USUAL;
	expect(decodeReference(encodeReference(without))).toEqual(without);
});

test.each([undefined, null, 7, '', 'confirm-1001', 'wj1.', 'wj1.AAAA', `wj1.${'A'.repeat(500)}`, 'wj1.äöü'])(
	'does not take %p for one',
	(text) => {
		expect(decodeReference(text)).toBeUndefined();
	},
);

test('does not take a text form with something added or cut off', () => {
	const text = encodeReference(USUAL);
	for (let length = 0; length < text.length; length++) expect(decodeReference(text.slice(0, length))).toBeUndefined();
	expect(decodeReference(`${text}A`)).toBeUndefined();
	expect(decodeReference(`${text}=`)).toBeUndefined();
	expect(decodeReference(`${text} `)).toBeUndefined();
});

test('never throws, whatever is tapped', () => {
	fc.assert(fc.property(fc.string(), (text) => {
		expect(() => decodeReference(`wj1.${text}`)).not.toThrow();
	}));
	fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
		expect(() => decodeReference(`wj1.${Buffer.from(bytes).toString('base64url')}`)).not.toThrow();
	}));
});

test('takes bytes that are no text for no reference', () => {
	const bytes = Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(6), Buffer.from([200]), Buffer.alloc(200, 0xff), Buffer.alloc(48)]);
	expect(decodeReference(`wj1.${bytes.toString('base64url')}`)).toBeUndefined();
});

test.each([{ nonce: 'short' }, { option: 255 }, { option: -1 }, { nodeId: 'x'.repeat(300) }])('refuses %p', (change) => {
	expect(() => encodeReference({ ...USUAL, ...change })).toThrow(RangeError);
});

test.each(['', 'order-1001', '{"order": "1001"}', 'two words'])('shares callback data with %p', (own) => {
	const data = withCallbackData(encodeReference(USUAL), own);
	expect(splitCallbackData(data)).toEqual({ reference: USUAL, own });
});

test.each([undefined, 'order-1001', { order: 1 }, 'wj1.forged order-1001'])('finds no reference in %p', (data) => {
	expect(splitCallbackData(data)).toBeUndefined();
});
