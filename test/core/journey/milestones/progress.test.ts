import fc from 'fast-check';
import { mapMilestone } from '../../../../core/journey/milestones/map';
import { MILESTONES, parseHistory, type Milestone } from '../../../../core/journey/milestones/milestone';
import { judgeProgress } from '../../../../core/journey/milestones/progress';
import { InvalidInput } from '../../../../core/errors/invalidInput';

/** The notices that a row of events leads to. */
function told(events: Milestone[], options: { onceOnly?: boolean } = {}): Milestone[] {
	const history: Milestone[] = [];
	for (const now of events) if (judgeProgress({ history, now, ...options }) === 'changed') history.push(now);
	return history;
}

const anyMilestones = fc.array(fc.constantFrom(...MILESTONES), { maxLength: 30 });
const WAY = ['ordered', 'packed', 'shipped', 'in_transit', 'out_for_delivery', 'available_for_pickup', 'delivered'] as const;

describe('forward only', () => {
	test('a smooth journey is told step by step, its repetitions and late events are not', () => {
		expect(told(['ordered', 'packed', 'packed', 'shipped', 'in_transit', 'shipped', 'in_transit', 'out_for_delivery', 'in_transit', 'delivered', 'out_for_delivery'])).toEqual([
			'ordered',
			'packed',
			'shipped',
			'in_transit',
			'out_for_delivery',
			'delivered',
		]);
	});

	test('a failed attempt opens the next try', () => {
		const events: Milestone[] = ['out_for_delivery', 'delivery_attempted', 'delivery_attempted', 'in_transit', 'out_for_delivery', 'delivery_attempted', 'delivered'];
		expect(told(events)).toEqual(['out_for_delivery', 'delivery_attempted', 'out_for_delivery', 'delivery_attempted', 'delivered']);
		expect(told(events, { onceOnly: true })).toEqual(['out_for_delivery', 'delivery_attempted', 'delivered']);
	});

	test('an attempt can end at the pickup point, which no late attempt undoes', () => {
		expect(told(['out_for_delivery', 'delivery_attempted', 'available_for_pickup', 'delivery_attempted', 'out_for_delivery', 'delayed', 'delivered'])).toEqual([
			'out_for_delivery',
			'delivery_attempted',
			'available_for_pickup',
			'delivered',
		]);
	});

	test('interruptions are told once until the shipment moves on', () => {
		expect(told(['shipped', 'delayed', 'exception', 'delayed', 'in_transit', 'delayed', 'exception', 'delivered'])).toEqual([
			'shipped',
			'delayed',
			'exception',
			'in_transit',
			'delayed',
			'exception',
			'delivered',
		]);
	});

	test('an interruption that was told alone does not bring back the steps before it', () => {
		expect(judgeProgress({ history: ['delayed'], now: 'in_transit' })).toBe('behind');
		expect(judgeProgress({ history: ['delayed'], now: 'out_for_delivery' })).toBe('changed');
		expect(judgeProgress({ history: ['delivery_attempted'], now: 'in_transit' })).toBe('behind');
		expect(judgeProgress({ history: ['ordered', 'delayed'], now: 'shipped' })).toBe('changed');
	});

	test('the end is the end; only a return comes after a delivery', () => {
		expect(told(['delivered', 'exception', 'in_transit', 'cancelled', 'returned', 'delivered', 'out_for_delivery'])).toEqual(['delivered', 'returned']);
		expect(told(['shipped', 'cancelled', 'delivered', 'returned'])).toEqual(['shipped', 'cancelled']);
	});

	test('holds for any row of events', () => {
		fc.assert(
			fc.property(anyMilestones, fc.boolean(), (events, onceOnly) => {
				const notices = told(events, { onceOnly });
				// No notice is repeated at once, nothing follows the end but one return, and the way never leads back.
				notices.forEach((notice, index) => {
					expect(notices[index + 1]).not.toBe(notice);
				});
				const end = notices.findIndex((notice) => notice === 'returned' || notice === 'cancelled');
				expect(end === -1 || end === notices.length - 1).toBe(true);
				const steps = notices.flatMap((notice) => {
					const step = (WAY as readonly Milestone[]).indexOf(notice);
					return step < 0 ? [] : [step];
				});
				expect(steps).toEqual([...steps].sort((a, b) => a - b));
				if (onceOnly) expect(new Set(notices).size).toBe(notices.length);
			}),
		);
	});
});

describe('history', () => {
	test('is read from one milestone, a list or an array', () => {
		const field = 'Last Milestone';
		expect(parseHistory({ value: '', field })).toEqual([]);
		expect(parseHistory({ value: null, field })).toEqual([]);
		expect(parseHistory({ value: 'Out for Delivery', field })).toEqual(['out_for_delivery']);
		expect(parseHistory({ value: 'shipped, in_transit,', field })).toEqual(['shipped', 'in_transit']);
		expect(parseHistory({ value: ['shipped', 'delayed'], field })).toEqual(['shipped', 'delayed']);
		expect(() => parseHistory({ value: 'sent', field })).toThrow(InvalidInput);
		expect(() => parseHistory({ value: 7, field })).toThrow('Last Milestone');
	});
});

describe('mapping', () => {
	const report = (status: string) => ({ service: 'aftership' as const, status, subStatus: '', text: '' });

	test('gives the history to store and a key for each notice', () => {
		const first = mapMilestone({ report: report('AttemptFail'), history: ['out_for_delivery'] });
		expect(first).toMatchObject({ outcome: 'changed', milestone: 'delivery_attempted', key: 'delivery_attempted', history: ['out_for_delivery', 'delivery_attempted'] });
		const again = mapMilestone({ report: report('OutForDelivery'), history: first.history });
		expect(again).toMatchObject({ outcome: 'changed', key: 'out_for_delivery-2' });
		expect(mapMilestone({ report: report('OutForDelivery'), history: again.history })).toMatchObject({ outcome: 'same', history: again.history, key: 'out_for_delivery-2' });
	});

	test('keeps in mind what it was not to tell, so that late events stay behind', () => {
		const only: Milestone[] = ['shipped', 'delivered'];
		const quiet = mapMilestone({ report: report('OutForDelivery'), history: [], only });
		expect(quiet).toMatchObject({ outcome: 'not_wanted', milestone: 'out_for_delivery', history: ['out_for_delivery'] });
		expect(mapMilestone({ report: { ...report('InTransit'), subStatus: 'InTransit_002' }, history: quiet.history, only })).toMatchObject({ milestone: 'shipped', outcome: 'behind' });
	});

	test('a returning parcel is returned when it is delivered, and silent before', () => {
		expect(mapMilestone({ report: report('Delivered'), history: ['delivered'], isReturn: true })).toMatchObject({ outcome: 'changed', milestone: 'returned' });
		expect(mapMilestone({ report: report('OutForDelivery'), history: [], isReturn: true })).toMatchObject({ outcome: 'no_news', milestone: undefined });
	});
});
