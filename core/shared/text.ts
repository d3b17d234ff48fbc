/**
 * Number of characters as Meta's limits are understood here: Unicode code points, so that one emoji
 * without modifiers is 1. Which unit Meta counts in is unverified (cloud-api 1.3 says "chars").
 */
export function characterCount(text: string): number {
	let count = 0;
	// Iterating a string goes by code point; a spread would copy megabytes to count them.
	for (const character of text) count += character.length > 0 ? 1 : 0;
	return count;
}

/** A whole number for people to read: `1,024`. */
export function formatCount(count: number): string {
	return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Joins names for a sentence: `a, b and c`. */
export function joinNames(names: readonly string[]): string {
	if (names.length < 2) return names.join('');
	return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
