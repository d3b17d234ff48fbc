import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { objectOf } from '../../../../core/shared/json';
import { readMoment } from '../../../../core/shared/moment';

const UNIT_MS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

const DEFAULT_MS = 7 * 86_400_000;

/** The last moment that a database keeps with four digits of the year, and n8n's timers take. */
const MOST_MS = 366 * 86_400_000;

const FIELD = 'Limit Wait Time';

/**
 * When the wait ends, by the option Limit Wait Time; after 7 days without it.
 *
 * @throws InvalidInput for what is no time, lies in the past or more than a year ahead
 */
export function readWaitUntil(n8n: IExecuteFunctions, { itemIndex, now }: { itemIndex: number; now: Date }): Date {
	const values = objectOf(n8n.getNodeParameter('options.limitWaitTime.values', itemIndex, {}));
	if (Object.keys(values).length === 0) return new Date(now.getTime() + DEFAULT_MS);
	const until = values.limitType === 'atSpecifiedTime' ? moment(n8n, values.maxDateAndTime) : now.getTime() + interval(values);
	if (!Number.isFinite(until)) throw new InvalidInput([{ field: FIELD, message: 'must be an amount of time, or a date and time' }]);
	if (until <= now.getTime()) throw new InvalidInput([{ field: FIELD, message: 'must lie in the future' }]);
	if (until > now.getTime() + MOST_MS) throw new InvalidInput([{ field: FIELD, message: 'must not be more than a year ahead' }]);
	return new Date(until);
}

function interval(values: Record<string, unknown>): number {
	const unit = UNIT_MS[String(values.resumeUnit ?? 'hours')] ?? Number.NaN;
	return values.resumeAmount === '' ? Number.NaN : Number(values.resumeAmount ?? 24) * unit;
}

function moment(n8n: IExecuteFunctions, value: unknown): number {
	return readMoment({ value, zone: n8n.getTimezone() })?.toMillis() ?? Number.NaN;
}
