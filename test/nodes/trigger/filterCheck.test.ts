import { failureOf, registered, startTrigger, useSandbox, writes } from './metaApp';

useSandbox();

describe('publishing with a pattern under Text Matches', () => {
	test.each([
		['(', 'cannot be read'],
		['(a+)+$', 'a group that repeats'],
		['a*a*a*b', 'too many repetitions'],
	])('%s is refused before anything is registered, and the field named', async (textPattern, problem) => {
		const trigger = await startTrigger({ parameters: { filters: { textPattern } } });
		const { message, description } = await failureOf(trigger.publish());
		expect(message).toContain('The filter "Text Matches" cannot be used');
		expect(message).toContain(problem);
		expect(description).toContain(textPattern);
		expect(await writes()).toEqual([]);
	});

	test('is refused for a callback entered by hand, and in a test run', async () => {
		const trigger = await startTrigger({ parameters: { registration: 'manual', filters: { textPattern: '(' } } });
		expect((await failureOf(trigger.publish())).message).toContain('Text Matches');
		expect((await failureOf(trigger.startTest())).message).toContain('Text Matches');
	});

	test.each(['^(hi|hello)\\b', '={{ $json.body.pattern }}', ''])('%s is taken', async (textPattern) => {
		const trigger = await startTrigger({ parameters: { filters: { textPattern } } });
		await trigger.publish();
		expect((await registered())?.url).toBe(trigger.productionUrl);
	});
});
