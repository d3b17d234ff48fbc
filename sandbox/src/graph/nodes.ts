import { unknownObject } from '../errors';
import { compact } from '../json';
import type { SeedPhoneNumber } from '../seed';
import type { State } from '../state';
import type { Handler } from './call';
import { pickFields } from './fields';

const NUMBER_FIELDS = [
	'id',
	'display_phone_number',
	'verified_name',
	'quality_rating',
	'code_verification_status',
	'platform_type',
	'throughput',
	'webhook_configuration',
];

/** `15550100200` as Graph prints it: `+1 555-010-0200`. */
function pretty(digits: string, countryCode: string): string {
	const national = digits.slice(countryCode.length);
	return `+${countryCode} ${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}`;
}

function numberNode(state: State, number: SeedPhoneNumber): Record<string, unknown> {
	return {
		id: number.id,
		display_phone_number: pretty(number.displayPhoneNumber, number.countryCode),
		verified_name: number.verifiedName,
		quality_rating: 'GREEN',
		code_verification_status: 'VERIFIED',
		platform_type: 'CLOUD_API',
		status: 'CONNECTED',
		name_status: 'APPROVED',
		account_mode: 'LIVE',
		throughput: { level: 'STANDARD' },
		webhook_configuration: compact({
			phone_number: state.phoneNumberOverrides.get(number.id)?.url,
			whatsapp_business_account: state.wabaOverride?.url,
			application: state.subscription?.callbackUrl,
		}),
	};
}

/** `GET /{waba}`. */
export const getWaba: Handler = ({ context, call }) => {
	const { seed } = context.state;
	const from = {
		id: seed.wabaId,
		name: seed.wabaName,
		timezone_id: '1',
		currency: 'USD',
		country: 'US',
		message_template_namespace: 'sandbox_namespace',
		account_review_status: 'APPROVED',
		business_verification_status: 'verified',
		ownership_type: 'SELF',
	};
	return {
		json: pickFields({
			from,
			fields: call.query.fields,
			byDefault: ['id', 'name', 'timezone_id', 'currency', 'message_template_namespace'],
		}),
	};
};

/** `GET /{waba}/phone_numbers`. */
export const listPhoneNumbers: Handler = ({ context, call }) => {
	const { state } = context;
	const data = state.seed.phoneNumbers.map((number) =>
		pickFields({ from: numberNode(state, number), fields: call.query.fields, byDefault: NUMBER_FIELDS }),
	);
	return { json: { data, paging: { cursors: { before: 'MAZDZD', after: 'MjQZD' } } } };
};

/** `GET /{phone-number-id}`. */
export const getPhoneNumber: Handler = ({ context, call, id }) => {
	const { state } = context;
	const number = state.seed.phoneNumbers.find((each) => each.id === id);
	if (!number) throw unknownObject({ method: call.method, id });
	return { json: pickFields({ from: numberNode(state, number), fields: call.query.fields, byDefault: NUMBER_FIELDS }) };
};

/** `GET /{app-id}`. */
export const getApp: Handler = ({ context, call }) => {
	const { seed } = context.state;
	return {
		json: pickFields({
			from: { id: seed.appId, name: seed.appName, link: 'https://example.com' },
			fields: call.query.fields,
			byDefault: ['id', 'name', 'link'],
		}),
	};
};
