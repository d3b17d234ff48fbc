import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';
import { SEED, startSandbox } from '../../../sandbox/src';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { callMethod } from '../../harness/engine';
import { OTHER_SENDER, useSandbox } from '../setup';

const bench = useSandbox();

async function verdict(changes: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
	const credential = bench.credential(changes);
	const result = await callMethod({
		node: new WhatsAppBusiness(),
		credential,
		group: 'credentialTest',
		name: 'testPlatformCredential',
	});
	for (const secret of [credential.accessToken, credential.appSecret].map(String).filter((text) => text.trim() !== '')) {
		expect(result.message).not.toContain(secret);
	}
	return result;
}

describe('credential test', () => {
	test.each<[string, ICredentialDataDecryptedObject]>([
		['everything', {}],
		['token and WABA alone', { phoneNumberId: '', appId: '', appSecret: '' }],
		['another number of the account', { phoneNumberId: OTHER_SENDER }],
		['stray blanks, a version without v and a slash', { wabaId: ` ${SEED.wabaId} `, apiVersion: '25.0', phoneNumberId: ' ' }],
	])('passes with %s', async (_case, changes) => {
		expect(await verdict(changes)).toEqual({ status: 'OK', message: expect.any(String) });
	});

	test.each<[string, ICredentialDataDecryptedObject, RegExp]>([
		['an empty token', { accessToken: ' ' }, /^Access Token is empty/],
		['a wrong token', { accessToken: 'EAAwrong' }, /^Access Token is not valid or has expired.*\(#190\)/],
		['an empty WABA ID', { wabaId: '' }, /^WhatsApp Business Account ID is empty/],
		['a wrong WABA ID', { wabaId: '111222333' }, /^WhatsApp Business Account ID 111222333 does not exist, or/],
		[
			'a number of nobody',
			{ phoneNumberId: '999' },
			new RegExp(`^Phone Number ID 999 is not a number of this account; it has ${SEED.phoneNumbers[0]?.id} \\(\\+1 555-010-0200\\)`),
		],
		['the phone number in place of its ID', { phoneNumberId: '+1 555 010 0200' }, /^Phone Number ID \+1 555 010 0200 is not/],
		['a wrong app secret', { appSecret: 'not the secret' }, /^App ID or App Secret is wrong/],
		['a wrong app ID', { appId: '12345' }, /^App ID or App Secret is wrong/],
	])('names %s', async (_case, changes, message) => {
		expect(await verdict(changes)).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	test('names an expired token', async () => {
		await bench.control('/tokens', { token: 'EAAexpired', expired: true });
		expect(await verdict({ accessToken: 'EAAexpired' })).toMatchObject({
			status: 'Error',
			message: expect.stringMatching(/^Access Token is not valid or has expired/),
		});
	});

	test.each(['whatsapp_business_messaging', 'whatsapp_business_management'])('names the missing permission %s', async (missing) => {
		const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'].filter((scope) => scope !== missing);
		await bench.control('/tokens', { token: 'EAAlimited', scopes });
		expect(await verdict({ accessToken: 'EAAlimited' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(`Access Token lacks the permission ${missing}`),
		});
	});

	test('concludes nothing when Meta does not let a token look at itself', async () => {
		await bench.fault({ path: '/debug_token', times: 1, code: 100, httpStatus: 400 });
		expect(await verdict({})).toMatchObject({ status: 'OK' });
	});

	test('names an address that nobody answers at, and one that is none', async () => {
		const gone = await startSandbox();
		await gone.close();
		expect(await verdict({ baseUrl: gone.url })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(`Could not reach ${gone.url}`),
		});
		expect(await verdict({ baseUrl: 'graph facebook' })).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('Could not reach graph facebook'),
		});
	});
});
