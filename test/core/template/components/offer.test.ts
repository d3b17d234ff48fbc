import { problemsOf } from '../../message/problemsOf';
import { form, NOW, sent } from '../definitions';

const offer = [{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Spring sale', has_expiration: true } }];
const field = 'Offer "Spring sale" Ends (date and time)';

test('asks for a date and sends milliseconds', () => {
	expect(form(offer)).toEqual([`limited_time_offer_end*: ${field}`]);
	expect(sent(offer, { limited_time_offer_end: '2026-05-05T00:00:00Z' })).toEqual([
		{
			type: 'limited_time_offer',
			parameters: [
				{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: Date.UTC(2026, 4, 5) } },
			],
		},
	]);
});

test.each([
	['2026-05-05T00:00:00', Date.UTC(2026, 4, 4, 22)],
	['2026-05-05 00:00', Date.UTC(2026, 4, 4, 22)],
	['2026-05-05T00:00:00+02:00', Date.UTC(2026, 4, 4, 22)],
	[new Date(Date.UTC(2026, 4, 5)), Date.UTC(2026, 4, 5)],
])('reads %s, without an offset in the zone of the workflow', (end, milliseconds) => {
	expect(sent(offer, { limited_time_offer_end: end })?.[0]).toMatchObject({
		parameters: [{ limited_time_offer: { expiration_time_ms: milliseconds } }],
	});
});

test.each([
	[new Date(NOW.getTime() + 1), []],
	[NOW, ['must be in the future; it is 2026-05-04T10:00:00.000Z now (UTC)']],
	['2025-01-01', ['must be in the future; it is 2026-05-04T10:00:00.000Z now (UTC)']],
	['tomorrow', ['is not a date; write it as 2026-12-31T18:00:00']],
	[1_777_888_999_000, ['is not a date; write it as 2026-12-31T18:00:00']],
	['', ['must not be empty']],
])('%s', (end, messages) => {
	expect(problemsOf(() => sent(offer, { limited_time_offer_end: end }))).toEqual(
		messages.map((message) => ({ field, message })),
	);
});
