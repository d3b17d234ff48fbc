import type { IHookFunctions } from 'n8n-workflow';
import { objectOf, textOf } from '../../../core/shared/json';
import type { PlatformCredential } from '../transport/credential';
import { graphRequest } from '../transport/graph';
import { getRows } from '../transport/pages';

/** The phone number's own callback, which comes before the account's and the app's (cloud-api 4.8); empty without one. */
export async function readPhoneOverride(context: IHookFunctions, phoneNumberId: string): Promise<string> {
	const answer = await graphRequest(context, {
		method: 'GET',
		path: `/${encodeURIComponent(phoneNumberId)}`,
		qs: { fields: 'webhook_configuration' },
	});
	return textOf(objectOf(answer.webhook_configuration).phone_number) ?? '';
}

/** Sets the phone number's own callback, or removes it with an empty `url`. Meta verifies it before it answers. */
export async function writePhoneOverride(
	context: IHookFunctions,
	override: { phoneNumberId: string; url: string; verifyToken?: string },
): Promise<void> {
	const { phoneNumberId, url, verifyToken } = override;
	await graphRequest(context, {
		method: 'POST',
		path: `/${encodeURIComponent(phoneNumberId)}`,
		body: {
			webhook_configuration: {
				override_callback_uri: url,
				...(verifyToken === undefined ? {} : { verify_token: verifyToken }),
			},
		},
	});
}

/** All callbacks that the account and its numbers have in place of the app's; each once. */
export async function readOverrides(context: IHookFunctions, credential: PlatformCredential): Promise<string[]> {
	const numbers = await getRows(context, {
		path: `/${credential.wabaId}/phone_numbers`,
		qs: { fields: 'id,webhook_configuration' },
	});
	const urls = numbers.flatMap(({ webhook_configuration: configuration }) => {
		const { phone_number: ofNumber, whatsapp_business_account: ofAccount } = objectOf(configuration);
		return [textOf(ofNumber), textOf(ofAccount)];
	});
	return [...new Set(urls.filter((url) => url !== undefined))];
}
