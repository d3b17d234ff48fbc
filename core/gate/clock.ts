import { InvalidInput } from '../errors/invalidInput';
import { joinNames } from '../shared/text';

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])?\.?(?:m\.?)?$/i;

/**
 * Minutes after midnight of a time as people write it: `21:00`, `9:30`, `9 pm`; 24:00 is 0.
 *
 * @throws {InvalidInput} naming the field
 */
export function parseClock({ value, field }: { value: unknown; field: string }): number {
	const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
	const [, hours = '', minutes = '0', half = ''] = CLOCK.exec(text) ?? [];
	const written = Number(hours);
	const hour = half === '' ? written : (written % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
	const isHour = hours !== '' && (half === '' ? written <= 24 : written >= 1 && written <= 12);
	const time = hour * 60 + Number(minutes);
	if (isHour && Number(minutes) < 60 && time <= 1440) return time % 1440;
	throw new InvalidInput([{ field, message: `"${String(value)}" is not a time of day; write it as 21:00` }]);
}

/** `21:05` */
export function formatClock(minutes: number): string {
	return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `2024` is a leap year, so that 29 February is a day of some year. */
function isDay(date: string): boolean {
	const full = date.length === 5 ? `2024-${date}` : date;
	const time = Date.parse(`${full}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
}

/**
 * Days of a list: `2026-12-25`, or `12-25` for every year; separated by commas, blanks or lines, or as an array.
 *
 * @throws {InvalidInput} naming the field and what is no day
 */
export function parseHolidays({ value, field }: { value: unknown; field: string }): string[] {
	const parts: unknown[] = Array.isArray(value) ? value : [value ?? ''];
	const days = parts.flatMap((part) => String(part).split(/[\s,;]+/)).filter((day) => day !== '');
	const dates = days.map((day) => day.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, '$1'));
	const wrong = dates.filter((date) => !/^(?:\d{4}-)?\d{2}-\d{2}$/.test(date) || !isDay(date));
	if (wrong.length === 0) return [...new Set(dates)];
	const shown = joinNames(wrong.slice(0, 5).map((date) => `"${date}"`));
	throw new InvalidInput([
		{ field, message: `${shown}: not a day; write 2026-12-25, or 12-25 for every year, separated by commas` },
	]);
}
