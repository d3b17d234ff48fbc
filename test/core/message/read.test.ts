import { buildRead } from '../../../core/message/read';
import { problemsOf } from './problemsOf';

test('marks a message as read', () => {
	expect(buildRead({ messageId: 'wamid.HBgL' })).toEqual({
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: 'wamid.HBgL',
	});
	expect(buildRead({ messageId: 'wamid.HBgL', typing: false })).not.toHaveProperty(
		'typing_indicator',
	);
});

test('shows that an answer is being typed', () => {
	expect(buildRead({ messageId: 'wamid.HBgL', typing: true })).toEqual({
		messaging_product: 'whatsapp',
		status: 'read',
		message_id: 'wamid.HBgL',
		typing_indicator: { type: 'text' },
	});
});

test('needs the message', () => {
	expect(problemsOf(() => buildRead({ messageId: ' ' }))).toEqual([
		{ field: 'Message ID', message: 'must not be empty' },
	]);
});
