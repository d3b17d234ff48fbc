import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { claimKey, laterKeys } from '../../../core/webhook/claimKey';
import type { WebhookEvent } from '../../../core/webhook/events';
import type { EventGroup } from '../../../core/webhook/fields';
import { passes } from '../../../core/webhook/filter';
import { outputOf, TRIGGER_OUTPUTS } from '../../../core/webhook/outputs';
import { parseWebhook } from '../../../core/webhook/parse';
import { madeUpBodies, spoiledBodies, trees } from './generatedBodies';

const SEED = 20_261_106;

/** For machines that have other things to do: alone, all of it takes some ten seconds. */
jest.setTimeout(60_000);

const ALL: EventGroup[] = ['messages', 'statuses', 'preferences', 'templates', 'account', 'other'];

/** What an event must never be, on its whole way from the body to its output. */
function faultOf(event: WebhookEvent): string | undefined {
	const { raw, ...members } = event;
	if (typeof event.kind !== 'string' || typeof event.field !== 'string') return 'has no kind or field';
	if (raw === undefined) return 'has no raw';
	if (Object.values(members).some((member) => member === undefined || member === null)) return 'has an empty member';
	if (!isDeepStrictEqual(JSON.parse(JSON.stringify(event)), event)) return 'is another one after JSON';
	if (claimKey(event) === '' || laterKeys(event).includes('')) return 'has an empty key';
	if (!TRIGGER_OUTPUTS.some(({ name }) => name === outputOf(event))) return 'has no output';
	return passes(event, { groups: ALL, statuses: [], phoneNumberIds: [] }) ? undefined : 'is filtered out by nothing';
}

/** Reads the bodies and counts their events. Many expectations would take longer than the reading, so there is one per event that is wrong. */
function readAll(bodies: fc.Arbitrary<unknown>, run: { seed: number; numRuns: number }): number {
	let events = 0;
	const check = fc.property(bodies, (body) => {
		for (const event of parseWebhook(body)) {
			events++;
			const fault = faultOf(event);
			if (fault !== undefined) throw new Error(`An event ${fault}: ${JSON.stringify(event)}`);
		}
	});
	fc.assert(check, run);
	return events;
}

/** 100,000 bodies in all. */
describe('generated bodies', () => {
	test('that are made up never throw, and give whole events', () => {
		expect(readAll(madeUpBodies, { seed: SEED, numRuns: 40_000 })).toBeGreaterThan(20_000);
	});

	test('that are those of Meta, spoiled in places, never throw, and give whole events', () => {
		expect(readAll(spoiledBodies, { seed: SEED, numRuns: 40_000 })).toBeGreaterThan(40_000);
	});

	test('with broken siblings never lose a message', () => {
		const kept = { from: '15550123456', id: 'wamid.KEPT', timestamp: '1794000000', type: 'text', text: { body: 'hi' } };
		const spoiled = fc.record({ siblings: fc.array(trees, { maxLength: 5 }), at: fc.nat({ max: 5 }), contacts: trees });
		const check = fc.property(spoiled, ({ siblings, at, contacts }) => {
			const messages = [...siblings.slice(0, at), kept, ...siblings.slice(at)];
			const changes = [{ field: 'messages', value: { contacts, messages } }];
			const events = parseWebhook({ object: 'whatsapp_business_account', entry: [{ id: '900100200300400', changes }] });
			return events.filter(({ messageId }) => messageId === 'wamid.KEPT').length === 1;
		});
		fc.assert(check, { seed: SEED, numRuns: 20_000 });
	});
});
