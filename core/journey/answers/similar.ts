/** Typing steps between two words: letters left out, added, changed, or two neighbours swapped (Damerau, restricted). */
export function distance(one: string, other: string): number {
	const [a, b] = [[...one].slice(0, 60), [...other].slice(0, 60)];
	let beforeLast: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const row = [i];
		for (let j = 1; j <= b.length; j += 1) {
			const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swapped = isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Infinity;
			row[j] = Math.min(changed, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swapped);
		}
		[beforeLast, last] = [last, row];
	}
	return last[b.length] ?? 0;
}
