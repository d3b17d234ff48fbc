import { callbackOwner, productionUrlOf, webhookIdOf } from '../../../core/webhook/callbackUrl';
import { overrideFieldsFor } from '../../../core/webhook/overrides';
import { deriveVerifyToken } from '../../../core/webhook/signature';

const OWN = 'https://n8n.example.com/webhook/6a7c2ab0/webhook';

describe('webhookIdOf', () => {
	test.each([
		[OWN, '6a7c2ab0'],
		['https://n8n.example.com/webhook-test/6a7c2ab0/webhook', '6a7c2ab0'],
		['https://example.com/base/webhook/6a7c2ab0/webhook?x=1', '6a7c2ab0'],
		['https://example.com/webhook', undefined],
		['https://example.com/6a7c2ab0/webhook/more', undefined],
		['not a URL', undefined],
		['', undefined],
	])('of %s is %s', (url, expected) => {
		expect(webhookIdOf(url)).toBe(expected);
	});
});

test('productionUrlOf gives the address without "-test", and nothing for other addresses', () => {
	expect(productionUrlOf('https://n8n.example.com/webhook-test/6a7c2ab0/webhook')).toBe(OWN);
	expect(productionUrlOf(OWN)).toBeUndefined();
});

describe('callbackOwner', () => {
	test.each([
		['https://n8n.example.com/webhook/other/webhook', 'a trigger of another workflow in this n8n'],
		['https://n8n.example.com/webhook-test/other/webhook', 'a test run of another workflow in this n8n'],
		['https://flows.example.org/webhook/other/webhook', 'a trigger in the n8n at flows.example.org'],
		['https://crm.example.org/hooks/whatsapp', 'a service at crm.example.org'],
		['??', 'something that cannot be told from its address'],
	])('of %s is %s', (url, expected) => {
		expect(callbackOwner({ url, own: OWN })).toBe(expected);
	});
});

describe('overrideFieldsFor', () => {
	test('leaves out what Meta sends to the app only, and names the choices that it leaves empty', () => {
		expect(overrideFieldsFor(['messages', 'preferences', 'templates', 'account'])).toEqual({
			fields: ['messages', 'account_settings_update'],
			refused: ['preferences', 'templates', 'account'],
		});
	});

	test('keeps the part of the other events that an override receives', () => {
		const { fields, refused } = overrideFieldsFor(['other']);
		expect(refused).toEqual([]);
		expect(fields).toEqual(expect.arrayContaining(['calls', 'smb_message_echoes', 'history', 'group_status_update']));
		expect(fields).not.toEqual(expect.arrayContaining(['flows']));
		expect(fields).not.toEqual(expect.arrayContaining(['automatic_events']));
	});
});

describe('deriveVerifyToken', () => {
	test('is HMAC-SHA256 under the app secret: the same every time, another for another trigger or app', () => {
		const token = deriveVerifyToken({ appSecret: 'example-app-secret', webhookId: '6a7c2ab0' });
		expect(token).toBe(deriveVerifyToken({ appSecret: 'example-app-secret', webhookId: '6a7c2ab0' }));
		expect(token).toMatch(/^[0-9a-f]{64}$/);
		expect(token).not.toBe(deriveVerifyToken({ appSecret: 'example-app-secret', webhookId: '6a7c2ab1' }));
		expect(token).not.toBe(deriveVerifyToken({ appSecret: 'another-app-secret', webhookId: '6a7c2ab0' }));
	});
});
