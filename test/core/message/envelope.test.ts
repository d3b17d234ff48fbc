import { buildEnvelope } from '../../../core/message/envelope';
import { buildText } from '../../../core/message/text';
import { parseRecipient } from '../../../core/phone/recipient';
import { problemsOf } from './problemsOf';

const message = buildText({ body: 'Hello' });
const recipient = parseRecipient({ value: '+1 555 010 0200' });

test('addresses a phone', () => {
	expect(buildEnvelope({ recipient, message })).toEqual({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: '+15550100200',
		type: 'text',
		text: { body: 'Hello' },
	});
});

test('addresses a user ID without to', () => {
	expect(buildEnvelope({ recipient: parseRecipient({ value: 'US.9081' }), message })).toEqual({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		recipient: 'US.9081',
		type: 'text',
		text: { body: 'Hello' },
	});
});

test('addresses a group', () => {
	expect(buildEnvelope({ recipient: parseRecipient({ value: 'group:R1JP' }), message })).toEqual({
		messaging_product: 'whatsapp',
		recipient_type: 'group',
		to: 'R1JP',
		type: 'text',
		text: { body: 'Hello' },
	});
});

test('quotes a message and carries callback data', () => {
	expect(
		buildEnvelope({
			recipient,
			message,
			contextMessageId: 'wamid.HBgL',
			callbackData: 'order-1001',
		}),
	).toEqual({
		messaging_product: 'whatsapp',
		recipient_type: 'individual',
		to: '+15550100200',
		context: { message_id: 'wamid.HBgL' },
		biz_opaque_callback_data: 'order-1001',
		type: 'text',
		text: { body: 'Hello' },
	});
});

test('leaves out empty options', () => {
	expect(buildEnvelope({ recipient, message, contextMessageId: '', callbackData: '' })).toEqual(
		buildEnvelope({ recipient, message }),
	);
});

test('callback data may have 512 characters', () => {
	const build = (length: number) =>
		buildEnvelope({ recipient, message, callbackData: 'x'.repeat(length) });
	expect(problemsOf(() => build(512))).toEqual([]);
	expect(problemsOf(() => build(513))).toEqual([
		{ field: 'Callback Data', message: 'has 513 characters, at most 512 are allowed' },
	]);
});
