import fc from 'fast-check';
import { ANSWER_KINDS, interpretAnswer, type Answer, type AnswerQuestion } from '../../../../core/journey/answers';
import { CHOICES, NOW, ZONE } from './fixture';

function read(question: Partial<AnswerQuestion> & Pick<AnswerQuestion, 'text' | 'as'>): Answer {
	return interpretAnswer({ now: NOW, zone: ZONE, choices: CHOICES, ...question });
}

describe('an answer', () => {
	test('tells value, certainty, the words that decided and their language', () => {
		expect(read({ as: 'rating', text: 'Le doy cinco, gracias' })).toEqual({
			kind: 'rating',
			value: 5,
			confidence: 0.97,
			isClear: true,
			alternatives: [],
			decidedBy: 'cinco',
			rule: 'numberWord',
			language: 'es',
			details: {},
		});
	});

	test('that says nothing has no value', () => {
		for (const as of ANSWER_KINDS) {
			expect(read({ as, text: ' \u200b ' })).toMatchObject({ value: null, confidence: 0, isClear: false, decidedBy: '' });
		}
	});

	test('with a condition keeps its value and is not clear', () => {
		expect(read({ as: 'yesNo', text: 'yes but change the address', language: 'en' })).toMatchObject({ value: true, isClear: false });
	});

	test('of another language than the conversation is read', () => {
		expect(read({ as: 'yesNo', text: 'yes please', language: 'pt_BR' })).toMatchObject({ value: true, isClear: true, language: 'en' });
	});

	test('in a language we do not know falls back to the words', () => {
		expect(read({ as: 'yesNo', text: 'yes', language: 'sw' })).toMatchObject({ value: true, isClear: true });
	});
});

describe('bounds and scales', () => {
	test('a number outside is told and not clear', () => {
		expect(read({ as: 'number', text: '12', min: 1, max: 10 })).toMatchObject({ value: 12, isClear: false, details: { outOfRange: true } });
		expect(read({ as: 'number', text: 'ten', min: 1, max: 10 })).toMatchObject({ value: 10, isClear: true });
	});

	test('bounds choose between the readings of 1.234', () => {
		expect(read({ as: 'number', text: '1.234', language: 'de', max: 10 })).toMatchObject({ value: 1.234, isClear: true });
		expect(read({ as: 'number', text: '1.234', language: 'de' })).toMatchObject({ value: 1234, alternatives: [1.234] });
	});

	test('a rating may have other bounds', () => {
		expect(read({ as: 'rating', text: '7', max: 10 })).toMatchObject({ value: 7, isClear: true });
		expect(read({ as: 'rating', text: 'excellent', max: 10 })).toMatchObject({ value: 10 });
	});

	test.each([[10, 'promoter'], [9, 'promoter'], [8, 'passive'], [7, 'passive'], [6, 'detractor'], [0, 'detractor']])('NPS %i is a %s', (score, nps) => {
		expect(read({ as: 'nps', text: String(score) })).toMatchObject({ value: score, details: { class: nps } });
	});

	test('two values are alternatives', () => {
		expect(read({ as: 'rating', text: 'between 3 and 4' })).toMatchObject({ value: 3, alternatives: [4], isClear: false });
		expect(read({ as: 'rating', text: 'good', language: 'en' })).toMatchObject({ value: 4, alternatives: [3, 5], isClear: false });
	});
});

describe('days', () => {
	test('have a time and a part of the day where one was said', () => {
		expect(read({ as: 'date', text: 'Friday at 5pm', language: 'en' }).details).toEqual({ weekday: 5, time: '17:00', at: '2026-11-20T17:00:00.000+01:00' });
		expect(read({ as: 'date', text: 'sexta à tarde', language: 'pt' }).details).toEqual({ weekday: 5, partOfDay: 'afternoon' });
		expect(read({ as: 'date', text: 'heute abend', language: 'de' }).details).toEqual({ weekday: 3, partOfDay: 'evening' });
	});

	test('are counted in the zone of the person', () => {
		const now = new Date('2026-11-18T23:30:00Z');
		expect(read({ as: 'date', text: 'tomorrow', now, zone: 'America/Sao_Paulo' }).value).toBe('2026-11-19');
		expect(read({ as: 'date', text: 'tomorrow', now, zone: 'Asia/Tokyo' }).value).toBe('2026-11-20');
	});

	test('stay right across a change of the clock and the turn of the year', () => {
		const read31 = (text: string) => read({ as: 'date', text, language: 'en', now: new Date('2026-12-31T12:00:00Z') }).value;
		expect(read31('tomorrow')).toBe('2027-01-01');
		expect(read31('5 January')).toBe('2027-01-05');
		expect(read31('the 31st')).toBe('2026-12-31');
		expect(read({ as: 'date', text: 'in 2 days', now: new Date('2026-10-24T12:00:00Z') }).value).toBe('2026-10-26');
	});

	test('that do not exist are not made up', () => {
		expect(read({ as: 'date', text: '31 February', language: 'en' })).toMatchObject({ value: null, isClear: false });
		expect(read({ as: 'date', text: '29 February', language: 'en' })).toMatchObject({ value: '2028-02-29', isClear: true });
		expect(read({ as: 'date', text: '32/13/2026', language: 'en' })).toMatchObject({ value: null });
	});

	test('name both readings of 12/3 where nobody said who writes it', () => {
		expect(read({ as: 'date', text: '12/3' })).toMatchObject({ isClear: false, value: '2026-12-03', alternatives: ['2027-03-12'] });
		expect(read({ as: 'date', text: '12/3', language: 'es' })).toMatchObject({ isClear: true, value: '2027-03-12' });
	});

	test('"next Friday" names the other Friday', () => {
		expect(read({ as: 'date', text: 'next Friday', language: 'en' })).toMatchObject({ value: '2026-11-27', isClear: true, alternatives: ['2026-11-20'] });
	});
});

describe('choices', () => {
	const yesNo = [{ id: 'confirm', title: 'Yes, confirm' }, { id: 'cancel', title: 'No, cancel it' }];

	test('are chosen by any word for yes or no', () => {
		expect(read({ as: 'choice', text: 'dale', language: 'es', choices: yesNo })).toMatchObject({ value: 'confirm', isClear: true, details: { title: 'Yes, confirm', position: 1 } });
		expect(read({ as: 'choice', text: 'nein danke', choices: yesNo })).toMatchObject({ value: 'cancel', isClear: true });
	});

	test('are chosen by ID before anything else', () => {
		const choices = [{ id: '2', title: 'One' }, { id: '1', title: 'Two' }];
		expect(read({ as: 'choice', text: '1', choices })).toMatchObject({ value: '1', rule: 'id' });
	});

	test('tell nothing when there are none', () => {
		expect(read({ as: 'choice', text: 'morning', choices: [] })).toMatchObject({ value: null, isClear: false });
	});
});

describe('order numbers', () => {
	test('follow the pattern of the shop', () => {
		const pattern = 'SO\\d{5}';
		expect(read({ as: 'orderNumber', text: 'it is so12345, ordered 2026', pattern })).toMatchObject({ value: 'SO12345', isClear: true });
		expect(read({ as: 'orderNumber', text: '12345', pattern })).toMatchObject({ value: null, isClear: false });
	});
});

test('nothing that a person may type breaks it', () => {
	const words = ['yes', 'no', '4', '/', '5', 'out of', 'tomorrow', '12.3.', '👍', '@', 'x.com', '#', 'не', '五', '🏽', '\u0301', '99999999999999999999', 'dia', '31/02'];
	const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((parts) => parts.join(' ')));
	fc.assert(
		fc.property(text, fc.constantFrom(...ANSWER_KINDS), fc.constantFrom(undefined, 'en', 'ar', 'th'), (typed, as, language) => {
			const { confidence, isClear, value } = read({ text: typed, as, language });
			return confidence >= 0 && confidence <= 1 && (!isClear || (value !== null && confidence >= 0.7));
		}),
		{ numRuns: 300 },
	);
});
