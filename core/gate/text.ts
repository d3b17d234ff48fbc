import { DateTime } from 'luxon';

/** A time as people read it, with its zone: `Mon 5 Jan 2026 08:00 Europe/Berlin`. */
export function momentText(time: number, zone: string): string {
	return `${DateTime.fromMillis(time, { zone, locale: 'en' }).toFormat('ccc d LLL yyyy HH:mm')} ${zone}`;
}

/** `1 day`, `7 days` */
export function countText(count: number, unit: string): string {
	return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
