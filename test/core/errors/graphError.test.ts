import fc from 'fast-check';
import { readGraphError } from '../../../core/errors/graphError';

const NOT_ALLOWED = {
	error: {
		message: '(#131030) Recipient phone number not in allowed list',
		type: 'OAuthException',
		code: 131030,
		error_data: {
			messaging_product: 'whatsapp',
			details: 'Recipient phone number not in allowed list: add it and try again.',
		},
		error_subcode: 2494010,
		error_user_title: 'Not allowed',
		error_user_msg: 'Add the number first.',
		is_transient: false,
		fbtrace_id: 'AbCdEf123',
	},
};

test('reads Meta’s envelope', () => {
	expect(readGraphError({ httpStatus: 400, body: NOT_ALLOWED })).toEqual({
		code: 131030,
		subcode: 2494010,
		title: 'Recipient not in allowed list',
		message: '(#131030) Recipient phone number not in allowed list',
		details: 'Recipient phone number not in allowed list: add it and try again.',
		userTitle: 'Not allowed',
		userMessage: 'Add the number first.',
		fbtraceId: 'AbCdEf123',
		httpStatus: 400,
		isTransient: false,
		remedy:
			'Test number: add the recipient (up to 5) in App Dashboard; for AR/MX check the 549/54 and 521/52 form',
		retryable: 'no',
		kind: 'fix',
	});
});

test.each([
	['a JSON string', JSON.stringify(NOT_ALLOWED)],
	['bytes', new TextEncoder().encode(JSON.stringify(NOT_ALLOWED))],
	['a batch', [NOT_ALLOWED]],
	['the bare error', NOT_ALLOWED.error],
])('reads %s alike', (_, body) => {
	expect(readGraphError({ httpStatus: 400, body })).toEqual(
		readGraphError({ httpStatus: 400, body: NOT_ALLOWED }),
	);
});

test('reads the errors of a webhook', () => {
	const body = {
		errors: [
			{
				code: 131050,
				title: 'Unable to deliver the message.',
				message: 'Unable to deliver the message.',
				error_data: { details: 'The user stopped marketing messages.' },
			},
		],
	};
	expect(readGraphError({ httpStatus: 200, body })).toMatchObject({
		code: 131050,
		title: 'User stopped marketing messages',
		details: 'The user stopped marketing messages.',
		kind: 'suppress',
	});
});

test.each([
	['plain text', 'blame_field_specs', 'blame_field_specs'],
	['JSON in a string', '{"details":"Body is too long"}', 'Body is too long'],
	['broken JSON in a string', '{"details":', '{"details":'],
	['an object without details', { messaging_product: 'whatsapp' }, undefined],
	['null', null, undefined],
])('reads error_data that is %s', (_, errorData, details) => {
	const body = { error: { code: 100, message: 'Invalid parameter', error_data: errorData } };
	expect(readGraphError({ httpStatus: 400, body }).details).toBe(details);
});

test('makes one line of a proxy’s page', () => {
	const body =
		'<html><head><style>h1 { color: red }</style><title>502</title></head>\n<body><h1>Bad Gateway</h1></body></html>';
	expect(readGraphError({ httpStatus: 502, body })).toEqual({
		title: 'HTTP 502',
		message: '502 Bad Gateway',
		httpStatus: 502,
		remedy: 'Temporary fault at Meta or on the way there; try again later',
		retryable: 'yes',
		kind: 'retry',
	});
});

test('cuts a long text', () => {
	const { message } = readGraphError({ httpStatus: 500, body: 'x'.repeat(100_000) });
	expect(message).toBe(`${'x'.repeat(300)}…`);
});

test.each([
	['null', null],
	['undefined', undefined],
	['an empty string', ''],
	['an empty object', {}],
	['an empty list', []],
])('says so when the body is %s', (_, body) => {
	expect(readGraphError({ httpStatus: 404, body })).toEqual({
		title: 'HTTP 404',
		message: 'Meta answered HTTP 404 without a reason',
		httpStatus: 404,
		remedy: 'Check the IDs, the API version and the base URL in the credential',
		retryable: 'no',
		kind: 'fix',
	});
});

test('reads an OAuth answer', () => {
	const body = { error: 'invalid_request', error_description: 'Bad token' };
	expect(readGraphError({ httpStatus: 401, body })).toMatchObject({
		message: 'Bad token',
		remedy: 'Check the access token in the credential',
	});
});

describe('retryable', () => {
	test.each([
		['a known code that is never repeated, with HTTP 500', { code: 3 }, 500, 'no'],
		['the same, called transient', { code: 131047, is_transient: true }, 400, 'no'],
		['a conditional code', { code: 134102 }, 500, 'conditional'],
		['a conditional code, called transient', { code: 134102, is_transient: true }, 400, 'yes'],
		['an unknown code with HTTP 400', { code: 999_999 }, 400, 'no'],
		['an unknown code with HTTP 429', { code: 999_999 }, 429, 'yes'],
		['an unknown code with HTTP 503', { code: 999_999 }, 503, 'yes'],
		['an unknown code, called transient', { code: 999_999, is_transient: true }, 400, 'yes'],
		['an unknown code, called not transient', { code: 999_999, is_transient: false }, 500, 'no'],
	])('%s', (_, error, httpStatus, retryable) => {
		expect(readGraphError({ httpStatus, body: { error } }).retryable).toBe(retryable);
	});
});

test('reads any body', () => {
	fc.assert(
		fc.property(fc.anything(), fc.integer(), (body, httpStatus) => {
			for (const given of [body, { error: body }, { error: { error_data: body, code: body } }]) {
				const error = readGraphError({ httpStatus, body: given });
				expect(typeof error.message).toBe('string');
				expect(error.httpStatus).toBe(httpStatus);
			}
		}),
	);
});
