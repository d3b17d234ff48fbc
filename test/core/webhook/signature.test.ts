import { verifySignature, verifyTokenMatches } from '../../../core/webhook/signature';

const SECRET = 'example-app-secret';
const BODY = '{"object":"whatsapp_business_account","entry":[]}';
const SIGNATURE = 'sha256=eb4b54cb68820a953c6ac314910c47e62f8e1b39bbda1006514617140c6d3870';

const bytes = (text: string) => Buffer.from(text, 'utf8');

/** Made with `printf '%s' BODY | openssl dgst -sha256 -hmac example-app-secret`, not with the code under test. */
const GOLDEN: Array<{ title: string; rawBody: Buffer; hex: string }> = [
	{ title: 'plain ASCII', rawBody: bytes(BODY), hex: 'eb4b54cb68820a953c6ac314910c47e62f8e1b39bbda1006514617140c6d3870' },
	{
		title: 'escaped non-ASCII, as Meta signs it',
		rawBody: bytes('{"text":"\\u00e4 \\ud83d\\udc4d https:\\/\\/example.com"}'),
		hex: '204344af47337a66d469f1bf1f0f922c3f9705db4e394234e17a1a26bacecc3a',
	},
	{
		title: 'the same text unescaped',
		rawBody: bytes('{"text":"ä 👍 https://example.com"}'),
		hex: 'ed015cae2171493aba0a9fe08962a30372dd9eb67c2f2eaf6c4d37d6c56e13b1',
	},
	{ title: 'no bytes', rawBody: Buffer.alloc(0), hex: '6976855adee3f3a2bd39aaff9db08570cdd833370a1e25867d659cd1d256d9f6' },
	{
		title: 'bytes that are no text',
		rawBody: Buffer.from([0xff, 0xfe, 0x00, 0x01]),
		hex: 'ba95f228d671dfdd96cf2bff21675389c7e20505f1281de18b55a31ffb8b41a0',
	},
];

describe('verifySignature', () => {
	test.each(GOLDEN)('accepts the golden signature of $title', ({ rawBody, hex }) => {
		const check = (header: string) => verifySignature({ rawBody, header, appSecrets: [SECRET] });
		expect(check(`sha256=${hex}`)).toEqual({ valid: true });
		expect(check(`SHA256=${hex.toUpperCase()}`)).toEqual({ valid: true });
		expect(check(`sha256=${[...hex].reverse().join('')}`)).toMatchObject({ valid: false });
	});

	test('refuses a body changed by one byte or written anew', () => {
		for (const body of [BODY.replace('entry', 'entrz'), `${BODY} `, `\ufeff${BODY}`, JSON.stringify(JSON.parse(BODY), null, 1)]) {
			const check = verifySignature({ rawBody: bytes(body), header: SIGNATURE, appSecrets: [SECRET] });
			expect(check).toEqual({ valid: false, reason: expect.stringContaining('does not match') });
		}
	});

	test('accepts the signature of any of several app secrets', () => {
		const header = 'sha256=65e6edcd9f5ab81ff52ba8f8c67affac7d57b9457468d5820949997a2256ee34';
		const check = (appSecrets: string[]) => verifySignature({ rawBody: bytes(BODY), header, appSecrets });
		expect(check([SECRET, 'second-secret'])).toEqual({ valid: true });
		expect(check(['', 'second-secret'])).toEqual({ valid: true });
		expect(check([SECRET])).toMatchObject({ valid: false });
	});

	test.each([
		['no header', undefined, 'is missing'],
		['an empty header', '', 'is missing'],
		['a truncated signature', SIGNATURE.slice(0, -1), '64 hexadecimal digits'],
		['a signature that is too long', `${SIGNATURE}0`, '64 hexadecimal digits'],
		['letters that are not hexadecimal', `sha256=${'g'.repeat(64)}`, '64 hexadecimal digits'],
		['SHA-1', `sha1=${'a'.repeat(40)}`, '64 hexadecimal digits'],
		['bare hexadecimal digits', SIGNATURE.slice('sha256='.length), '64 hexadecimal digits'],
		['a line break at the end', `${SIGNATURE}\n`, '64 hexadecimal digits'],
	])('refuses %s with the reason', (_title, header, reason) => {
		const check = verifySignature({ rawBody: bytes(BODY), header, appSecrets: [SECRET] });
		expect(check).toEqual({ valid: false, reason: expect.stringContaining(reason) });
	});

	test('refuses everything while there is no app secret, and says what to fill in', () => {
		for (const appSecrets of [[], ['']]) {
			const check = verifySignature({ rawBody: bytes(BODY), header: SIGNATURE, appSecrets });
			expect(check).toEqual({ valid: false, reason: expect.stringContaining('App Secret is missing') });
		}
	});

	test('puts neither secret nor signature into the reason', () => {
		const header = `sha256=${'ab'.repeat(32)}`;
		const check = verifySignature({ rawBody: bytes(BODY), header, appSecrets: [SECRET] });
		expect(JSON.stringify(check)).not.toMatch(/example-app-secret|abab|eb4b54cb/);
	});
});

describe('verifyTokenMatches', () => {
	test.each([
		['verify-me', ['verify-me'], true],
		['verify-me', ['another', 'verify-me'], true],
		['verify-m', ['verify-me'], false],
		['verify-mee', ['verify-me'], false],
		['', [''], false],
		[undefined, ['verify-me'], false],
		[['verify-me'], ['verify-me'], false],
		['verify-me', [], false],
	])('given %j, accepted %j: %j', (given, accepted, expected) => {
		expect(verifyTokenMatches({ given, accepted })).toBe(expected);
	});
});
