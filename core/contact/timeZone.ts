import { IANAZone } from 'luxon';

/** Whether it is the IANA name of a time zone, such as `Europe/Berlin`. */
export function isTimeZone(name: string): boolean {
	return IANAZone.isValidZone(name);
}
