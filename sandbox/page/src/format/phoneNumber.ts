/** Digits as people read them: `+1 555 012 3456`, `+49 171 392 0001`; groups are for reading only. */
export function readableNumber(digits: string): string {
	const bare = digits.replace(/\D/g, '');
	const codeLength = bare.startsWith('1') ? 1 : 2;
	const rest = bare.slice(codeLength);
	const groups = rest.match(/\d{1,3}(?=(?:\d{3})*\d{4}$)|\d{4}$|\d+/g) ?? [];
	return `+${[bare.slice(0, codeLength), ...groups].join(' ')}`;
}
