import { buildCallButton } from '../../../core/message/callButton';
import { problemsOf } from './problemsOf';

test('builds a button with and without parameters', () => {
	expect(buildCallButton({ body: 'Call us', displayText: 'Call now', ttlMinutes: 100, payload: 'order-1' })).toEqual({
		type: 'interactive',
		interactive: {
			type: 'voice_call',
			body: { text: 'Call us' },
			action: { name: 'voice_call', parameters: { display_text: 'Call now', ttl_minutes: 100, payload: 'order-1' } },
		},
	});
	expect(buildCallButton({ body: 'Call us', displayText: '', ttlMinutes: '', payload: '' })).toEqual({
		type: 'interactive',
		interactive: { type: 'voice_call', body: { text: 'Call us' }, action: { name: 'voice_call' } },
	});
});

test.each([
	['Body', 1024, (text: string) => buildCallButton({ body: text })],
	['Button Text', 20, (text: string) => buildCallButton({ body: 'b', displayText: text })],
	['Payload', 512, (text: string) => buildCallButton({ body: 'b', payload: text })],
] as const)('%s may have %d characters', (field, max, build) => {
	expect(problemsOf(() => build('x'.repeat(max)))).toEqual([]);
	expect(problemsOf(() => build('x'.repeat(max + 1))).map((problem) => problem.field)).toEqual([field]);
});

test('works for 1 to 43,200 minutes', () => {
	const build = (ttlMinutes: unknown) => buildCallButton({ body: 'b', ttlMinutes });
	expect(problemsOf(() => [build(1), build('43200')])).toEqual([]);
	expect(problemsOf(() => build(0))).toEqual([{ field: 'Valid for (Minutes)', message: 'must be 1 to 43,200, not 0' }]);
	expect(problemsOf(() => build(43_201))).toEqual([
		{ field: 'Valid for (Minutes)', message: 'must be 1 to 43,200, not 43,201' },
	]);
});

test('reports every problem at once', () => {
	expect(
		problemsOf(() => buildCallButton({ body: '', displayText: 'x'.repeat(21), ttlMinutes: 'soon', payload: 'x'.repeat(513) })),
	).toMatchObject([
		{ field: 'Body' },
		{ field: 'Button Text' },
		{ field: 'Valid for (Minutes)', message: 'must be a whole number, not "soon"' },
		{ field: 'Payload' },
	]);
});
