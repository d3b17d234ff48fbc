import { buildReaction } from '../../../core/message/reaction';
import { problemsOf } from './problemsOf';

test('reacts with an emoji, and takes it back', () => {
	expect(buildReaction({ messageId: ' wamid.1 ', emoji: ' 👍 ' })).toEqual({
		type: 'reaction',
		reaction: { message_id: 'wamid.1', emoji: '👍' },
	});
	expect(buildReaction({ messageId: 'wamid.1', emoji: '👍', remove: true })).toEqual({
		type: 'reaction',
		reaction: { message_id: 'wamid.1', emoji: '' },
	});
});

test('reports every problem at once', () => {
	expect(problemsOf(() => buildReaction({ messageId: '', emoji: 'ok' }))).toEqual([
		{ field: 'Message ID', message: 'must not be empty' },
		{ field: 'Emoji', message: 'must be one emoji, not "ok"' },
	]);
	expect(problemsOf(() => buildReaction({ messageId: 'wamid.1', emoji: '' }))).toEqual([
		{ field: 'Emoji', message: 'must not be empty' },
	]);
	expect(problemsOf(() => buildReaction({ messageId: 'wamid.1', emoji: '👍👍' }))).toEqual([
		{ field: 'Emoji', message: 'must be one emoji, not "👍👍"' },
	]);
});
