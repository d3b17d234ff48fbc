import { problemsOf } from '../../message/problemsOf';
import { form, sent } from '../definitions';

const body = { type: 'BODY', text: '*{{1}}* is your verification code.', example: { body_text: [['123456']] } };
const url = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}';

function auth(button: object, bodyComponent: object = body) {
	return [bodyComponent, { type: 'FOOTER', code_expiration_minutes: 10 }, { type: 'BUTTONS', buttons: [button] }];
}

const field = 'One-Time Password for Body and Button (e.g. 123456)';

test.each([
	['copy code', auth({ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' })],
	['one-tap', auth({ type: 'OTP', otp_type: 'ONE_TAP', autofill_text: 'Autofill' })],
	['zero-tap', auth({ type: 'OTP', otp_type: 'ZERO_TAP' })],
	['a button as Meta lists it', auth({ type: 'URL', text: 'Copy code', url })],
])('puts one field into body and button: %s', (_, components) => {
	expect(form(components, 'AUTHENTICATION')).toEqual([`body_1*: ${field}`]);
	expect(sent(components, { body_1: 123456 }, 'AUTHENTICATION')).toEqual([
		{ type: 'body', parameters: [{ type: 'text', text: '123456' }] },
		{ type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: '123456' }] },
	]);
});

test('works without a text of the body, which is Meta\'s own', () => {
	const components = auth({ type: 'OTP', otp_type: 'COPY_CODE' }, { type: 'BODY', add_security_recommendation: true });
	expect(form(components, 'AUTHENTICATION')).toEqual(['body_1*: One-Time Password for Body and Button']);
	expect(sent(components, { body_1: 'AB12' }, 'AUTHENTICATION')).toHaveLength(2);
});

test.each([
	['15 characters', 'x'.repeat(15), []],
	['16 characters', 'x'.repeat(16), ['has 16 characters, at most 15 are allowed']],
	['a blank', '123 456', ['must be the code alone, without blanks, links and emoji']],
	['a link', 'http://a.b', ['must be the code alone, without blanks, links and emoji']],
	['an emoji', '12😀', ['must be the code alone, without blanks, links and emoji']],
	['nothing', ' ', ['must not be empty']],
])('%s', (_, code, messages) => {
	const components = auth({ type: 'OTP', otp_type: 'COPY_CODE' });
	expect(problemsOf(() => sent(components, { body_1: code }, 'AUTHENTICATION'))).toEqual(
		messages.map((message) => ({ field, message })),
	);
});
