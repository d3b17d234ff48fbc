import { buildPin } from '../../../core/message/pin';
import { problemsOf } from './problemsOf';

test('pins for days, and unpins without', () => {
	expect(buildPin({ action: 'pin', messageId: 'wamid.1', days: '7' })).toEqual({
		type: 'pin',
		pin: { type: 'pin', message_id: 'wamid.1', expiration_days: 7 },
	});
	expect(buildPin({ action: 'unpin', messageId: 'wamid.1', days: 99 })).toEqual({
		type: 'pin',
		pin: { type: 'unpin', message_id: 'wamid.1' },
	});
});

test('a pin lasts 1 to 30 days', () => {
	const build = (days: number) => buildPin({ action: 'pin', messageId: 'wamid.1', days });
	expect(problemsOf(() => [build(1), build(30)])).toEqual([]);
	for (const days of [0, 31]) {
		expect(problemsOf(() => build(days))).toEqual([{ field: 'Days', message: `must be 1 to 30, not ${days}` }]);
	}
});

test('reports every problem at once', () => {
	expect(problemsOf(() => buildPin({ action: 'pin', messageId: '' }))).toEqual([
		{ field: 'Message ID', message: 'must not be empty' },
		{ field: 'Days', message: 'must not be empty' },
	]);
	expect(problemsOf(() => buildPin({ action: 'unpin', messageId: ' ' }))).toEqual([
		{ field: 'Message ID', message: 'must not be empty' },
	]);
});
