import type { TapAnswer } from './api';

/** Does what a copy or call button does on a phone, and says so; `undefined` when the tap answered with a message. */
export async function carryOut({ type, value }: TapAnswer): Promise<string | undefined> {
	if (value === undefined) return undefined;
	if (type === 'phone_number') return `The phone would call ${value}.`;
	if (type !== 'copy_code') return undefined;
	return navigator.clipboard.writeText(value).then(
		() => `Copied ${value}`,
		() => `The code is ${value}`,
	);
}
