import { toPlatformCredential } from '../../nodes/WhatsAppBusiness/transport/credential';

test.each([
	['v26.0', 'v26.0'],
	['26.0', 'v26.0'],
	[' V25.0 ', 'v25.0'],
	['', 'v26.0'],
	[undefined, 'v26.0'],
])('the API version %j is read as %s', (apiVersion, read) => {
	expect(toPlatformCredential({ apiVersion }).apiVersion).toBe(read);
});

test.each([
	['https://graph.facebook.com/', 'https://graph.facebook.com'],
	['  http://127.0.0.1:5680//', 'http://127.0.0.1:5680'],
	['', 'https://graph.facebook.com'],
])('the base URL %j is read as %s', (baseUrl, read) => {
	expect(toPlatformCredential({ baseUrl }).baseUrl).toBe(read);
});

test('blanks around a copied ID do not count', () => {
	expect(toPlatformCredential({ wabaId: ' 102290129340398\n', phoneNumberId: 106540352242922 })).toMatchObject({
		wabaId: '102290129340398',
		phoneNumberId: '106540352242922',
	});
});
