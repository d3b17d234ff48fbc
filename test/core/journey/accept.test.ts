import { answerTypeOf, isFrom, judgeAnswer, type Question } from '../../../core/journey/accept';
import { encodeReference } from '../../../core/journey/reference';
import type { WebhookEvent } from '../../../core/webhook/events';

const QUESTION: Question = {
	asked: { phones: ['15550123456'], userId: 'US.1' },
	choices: [{ id: 'yes', title: 'Yes, please' }, { id: 'no', title: 'No' }],
	accepts: ['tap'],
};

const tapId = (option: number) =>
	encodeReference({ executionId: '1', nodeId: 'n', nonce: 'AAAAAAAA', by: 'signature', proof: 'p', option });

const NOW = new Date('2031-05-04T10:00:00Z');
const judge = (event: WebhookEvent, question: Question) => judgeAnswer(event, { question, now: NOW });

function message(more: Partial<WebhookEvent>): WebhookEvent {
	return { kind: 'message', field: 'messages', phone: '+15550123456', raw: {}, ...more };
}

describe('the kind of an answer', () => {
	test.each<[Partial<WebhookEvent>, string | undefined]>([
		[{ type: 'interactive', replyId: 'x' }, 'tap'],
		[{ type: 'button', replyId: 'x' }, 'tap'],
		[{ type: 'interactive', flow: { token: 'x' } }, 'flow'],
		[{ type: 'text', text: 'hi' }, 'text'],
		[{ type: 'image' }, 'media'],
		[{ type: 'sticker' }, 'media'],
		[{ type: 'location' }, 'location'],
		[{ type: 'contacts' }, 'contact'],
		[{ type: 'order' }, 'order'],
		[{ type: 'reaction' }, undefined],
		[{ type: 'edit', text: 'hi' }, undefined],
		[{}, undefined],
		[{ kind: 'status', type: 'text' }, undefined],
		[{ kind: 'echo', type: 'text' }, undefined],
	])('of %p is %p', (more, type) => {
		expect(answerTypeOf(message(more))).toBe(type);
	});
});

describe('the person asked', () => {
	test.each<[Partial<WebhookEvent>, boolean]>([
		[{}, true],
		[{ userId: 'US.1' }, true],
		[{ phone: undefined, userId: 'US.1' }, true],
		// The number changed, the person is the same.
		[{ phone: '+15550999999', userId: 'US.1' }, true],
		[{ phone: '+15550999999' }, false],
		[{ phone: undefined, userId: 'US.2' }, false],
		[{ phone: '+15550999999', userId: 'US.2' }, false],
		[{ phone: undefined }, true],
	])('%p: %p', (more, expected) => {
		expect(isFrom(message(more), QUESTION.asked)).toBe(expected);
	});

	test('is known under the two spellings of a Brazilian number', () => {
		expect(isFrom(message({ phone: '+5511955501234' }), { phones: ['551155501234'] })).toBe(true);
	});
});

describe('an answer', () => {
	test('is the tapped choice, with the ID of the operator', () => {
		expect(judge(message({ type: 'interactive', replyId: tapId(1), replyTitle: 'No', text: 'No' }), QUESTION)).toEqual({
			accepted: true,
			choice: 1,
			answer: { type: 'tap', id: 'no', title: 'No', text: 'No', value: 'no' },
		});
	});

	test('is the title of a button that the question does not know', () => {
		expect(judge(message({ type: 'button', replyId: tapId(7), replyTitle: 'Maybe', text: 'Maybe' }), QUESTION)).toEqual({
			accepted: true,
			answer: { type: 'tap', id: 'Maybe', title: 'Maybe', text: 'Maybe', value: 'Maybe' },
		});
	});

	test.each(['yes, please', '  YES,  PLEASE ', 'Ｙｅｓ, please'])('may be a title typed as %p', (text) => {
		expect(judge(message({ type: 'text', text }), QUESTION)).toMatchObject({ accepted: true, choice: 0, answer: { type: 'text', id: 'yes' } });
	});

	test('is not a title that two choices have', () => {
		const choices = [{ id: 'a', title: 'Tomorrow' }, { id: 'b', title: 'tomorrow' }];
		expect(judge(message({ type: 'text', text: 'tomorrow' }), { ...QUESTION, choices })).toEqual({ accepted: false, reason: 'otherKind' });
	});

	test.each<[Partial<WebhookEvent>, object]>([
		[{ type: 'text', text: 'At the door' }, { type: 'text', text: 'At the door', value: 'At the door' }],
		[{ type: 'image', text: 'broken', media: { id: '9' } }, { type: 'media', text: 'broken', value: { id: '9' } }],
		[{ type: 'location', text: 'Home', location: { latitude: 1, longitude: 2 } }, { type: 'location', text: 'Home', value: { latitude: 1, longitude: 2 } }],
		[{ type: 'contacts', text: 'Ana', contacts: [{ phone: '+1555' }] }, { type: 'contact', text: 'Ana', value: '+1555' }],
		[{ type: 'order', text: '1 × mug', order: { items: [] } }, { type: 'order', text: '1 × mug', value: { items: [] } }],
		[
			{ type: 'interactive', text: 'Sent', flow: { response: { flow_token: 'x', size: 'L' } } },
			{ type: 'flow', text: 'Sent', value: { size: 'L' } },
		],
		[{ type: 'interactive', text: 'Sent', flow: { responseText: 'not JSON' } }, { type: 'flow', text: 'Sent', value: 'not JSON' }],
	])('%p is taken where the question takes its kind', (more, answer) => {
		const open: Question = { ...QUESTION, choices: [], accepts: ['text', 'media', 'location', 'contact', 'order', 'flow'] };
		expect(judge(message(more), open)).toEqual({ accepted: true, answer });
		expect(judge(message(more), QUESTION)).toEqual({ accepted: false, reason: 'otherKind' });
		expect(judge(message({ ...more, phone: '+15550999999' }), open)).toEqual({ accepted: false, reason: 'otherPerson' });
	});

	test('may be 70 KB long', () => {
		const text = 'x'.repeat(70_000);
		expect(judge(message({ type: 'text', text }), { ...QUESTION, accepts: ['text'] })).toMatchObject({ answer: { value: text } });
	});

	test.each([
		['yes', 0],
		['No, thank you', 1],
		['2', 1],
		['the first one', 0],
	])('%p, typed, means a choice', (text, choice) => {
		expect(judge(message({ type: 'text', text }), QUESTION)).toMatchObject({ accepted: true, choice });
	});

	describe('where a rating is asked for', () => {
		const stars: Question = {
			...QUESTION,
			accepts: ['tap', 'text'],
			text: { is: 'rating', zone: 'utc' },
			choices: [5, 4, 3, 2, 1].map((rating) => ({ id: `stars-${rating}`, title: '★'.repeat(rating) })),
		};

		test.each([
			['2', 3],
			['duas estrelas', 3],
			['five', 0],
		])('%p means the row of so many stars, not the one at that position', (text, choice) => {
			expect(judge(message({ type: 'text', text }), stars)).toMatchObject({ accepted: true, choice });
		});

		test('a number is no button, and a title is one', () => {
			const buttons = { ...stars, choices: [{ id: 'rate', title: 'Rate' }, { id: 'stop', title: 'Stop' }] };
			expect(judge(message({ type: 'text', text: '2' }), buttons)).toEqual({
				accepted: true,
				answer: expect.objectContaining({ type: 'text', value: 2 }),
			});
			expect(judge(message({ type: 'text', text: 'stop' }), buttons)).toMatchObject({ accepted: true, choice: 1 });
		});
	});

	test.each(['It is too small', 'I have two questions', 'one moment', 'where is my parcel?'])('%p means no choice', (text) => {
		expect(judge(message({ type: 'text', text }), QUESTION)).toEqual({ accepted: false, reason: 'otherKind' });
	});

	test.each<[string, NonNullable<Question['text']>, unknown]>([
		['four', { is: 'rating', zone: 'utc' }, 4],
		['vier', { is: 'rating', zone: 'utc' }, 4],
		['twelve', { is: 'number', zone: 'utc', min: 1, max: 20 }, 12],
		['of course', { is: 'yesNo', zone: 'utc' }, true],
		['tomorrow', { is: 'date', zone: 'utc' }, '2031-05-05'],
		['it is ana@shop.example', { is: 'email', zone: 'utc' }, 'ana@shop.example'],
		['ab-12', { is: 'pattern', pattern: '[A-Z]{2}-\\d+' }, 'ab-12'],
	])('%p fits %p', (text, rule, value) => {
		const open: Question = { ...QUESTION, choices: [], accepts: ['text'], text: rule };
		expect(judge(message({ type: 'text', text }), open)).toMatchObject({ accepted: true, answer: { type: 'text', text, value } });
	});

	test.each<[string, NonNullable<Question['text']>]>([
		['nine', { is: 'rating', zone: 'utc' }],
		['where is my parcel?', { is: 'rating', zone: 'utc' }],
		['maybe', { is: 'yesNo', zone: 'utc' }],
		['12-ab', { is: 'pattern', pattern: '[A-Z]{2}-\\d+' }],
		['xab-12x', { is: 'pattern', pattern: '[A-Z]{2}-\\d+' }],
	])('%p does not fit %p', (text, rule) => {
		const open: Question = { ...QUESTION, choices: [], accepts: ['text'], text: rule };
		expect(judge(message({ type: 'text', text }), open)).toEqual({ accepted: false, reason: 'noMatch' });
	});
});
