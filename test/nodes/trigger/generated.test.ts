import fc from 'fast-check';
import { madeUpBodies, spoiledBodies } from '../../core/webhook/generatedBodies';
import { ALL_EVENTS, CREDENTIAL, sign, startReceiver } from './receiver';

const FURTHER_SECRET = 'example-further-secret';
const SECRETS = [CREDENTIAL.appSecret, CREDENTIAL.accessToken, CREDENTIAL.verifyToken, FURTHER_SECRET];

const bodies = fc.oneof(
	{ weight: 4, arbitrary: fc.oneof(madeUpBodies, spoiledBodies).map((body) => Buffer.from(JSON.stringify(body))) },
	fc.string().map((text) => Buffer.from(text)),
	fc.uint8Array().map((bytes) => Buffer.from(bytes)),
);

/** What becomes of the signature, or of the body after it was signed. */
const forgery = fc.constantFrom('none', 'missing', 'truncated', 'upper case', 'another secret', 'one byte changed', 'not hexadecimal');

interface Request {
	body: Buffer;
	forgery: string;
}

function requestOf({ body, forgery: how }: Request): { body: Buffer; signature: string | null; isGood: boolean } {
	const signature = sign(body);
	switch (how) {
		case 'missing':
			return { body, signature: null, isGood: false };
		case 'truncated':
			return { body, signature: signature.slice(0, -1), isGood: false };
		case 'upper case':
			return { body, signature: `sha256=${signature.slice(7).toUpperCase()}`, isGood: true };
		case 'another secret':
			return { body, signature: sign(body, 'another-secret'), isGood: false };
		case 'one byte changed':
			return { body: Buffer.concat([body, Buffer.from(' ')]), signature, isGood: false };
		case 'not hexadecimal':
			return { body, signature: `sha256=${'z'.repeat(64)}`, isGood: false };
		default:
			return { body, signature, isGood: true };
	}
}

test('generated requests are answered 200 or 401, never crash, and bring no secret into log or answer', async () => {
	const { trigger, post } = await startReceiver({ events: ALL_EVENTS, settings: { furtherAppSecrets: FURTHER_SECRET } });
	const answers: string[] = [];
	try {
		const check = fc.asyncProperty(fc.record({ body: bodies, forgery }), async (given) => {
			const { body, signature, isGood } = requestOf(given);
			const answer = await post(body, signature);
			answers.push(answer.text);
			return answer.status === (isGood ? 200 : 401);
		});
		await fc.assert(check, { seed: 20_261_107, numRuns: 1_000 });
	} finally {
		await trigger.close();
	}
	const told = JSON.stringify([answers, trigger.logs]);
	for (const secret of SECRETS) expect(told).not.toContain(secret);
	expect(JSON.stringify(trigger.executions)).not.toContain('thrown');
	expect(trigger.logs.length).toBeGreaterThan(500);
	expect(trigger.executions.length).toBeGreaterThan(100);
}, 60_000);
