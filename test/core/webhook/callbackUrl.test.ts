import { checkCallbackUrl } from '../../../core/webhook/callbackUrl';

const PATH = '/webhook/6a7c2ab0-3f0c-4f8b-9d0c-0c5a0d6f4f11/webhook';
const of = (length: number) => `https://n8n.example.com/${'a'.repeat(length - 'https://n8n.example.com/'.length)}`;

describe('checkCallbackUrl', () => {
	test.each([
		`https://n8n.example.com${PATH}`,
		`https://n8n.example.com:8443${PATH}`,
		`https://203.0.113.10${PATH}`,
		`https://172.15.0.1${PATH}`,
		`https://[2001:db8::1]${PATH}`,
		of(200),
	])('takes %s', (url) => {
		expect(checkCallbackUrl({ url, mustBePublic: true })).toBeUndefined();
	});

	test.each([
		`http://localhost:5678${PATH}`,
		`https://localhost${PATH}`,
		`https://n8n${PATH}`,
		`https://n8n.local${PATH}`,
		`https://127.0.0.1${PATH}`,
		`https://10.1.2.3${PATH}`,
		`https://172.16.0.1${PATH}`,
		`https://192.168.1.20${PATH}`,
		`https://169.254.1.1${PATH}`,
		`https://100.64.0.1${PATH}`,
		`https://[::1]${PATH}`,
		`https://[fd00::1]${PATH}`,
	])('refuses %s: no public host, and says how to give n8n one', (url) => {
		const problem = checkCallbackUrl({ url, mustBePublic: true });
		expect(problem?.message).toContain('not a public host');
		expect(problem?.remedy).toContain('WEBHOOK_URL');
	});

	test('refuses http on a public host', () => {
		const problem = checkCallbackUrl({ url: `http://n8n.example.com${PATH}`, mustBePublic: true });
		expect(problem?.message).toContain('https');
	});

	test('refuses more than 200 characters, also for an emulator', () => {
		for (const mustBePublic of [true, false]) {
			expect(checkCallbackUrl({ url: of(201), mustBePublic })?.message).toContain('201 characters');
		}
	});

	test('refuses what is not a URL', () => {
		expect(checkCallbackUrl({ url: 'n8n.example.com', mustBePublic: false })?.message).toContain('is not a URL');
	});

	test('takes a loopback address when an emulator calls it', () => {
		expect(checkCallbackUrl({ url: `http://127.0.0.1:5678${PATH}`, mustBePublic: false })).toBeUndefined();
	});
});
