/**
 * One canonical form for numbers that Meta spells in two ways (cloud-api part 10), so that a person
 * who was messaged under one form is found again under the other:
 * - Brazil: without the ninth digit after the area code. Comparing without it, rather than adding
 *   it, is what also matches accounts whose `wa_id` never had it;
 * - Mexico: without the mobile 1 after 52;
 * - Argentina: without the mobile 9 after 54.
 *
 * For matching only. Send to the number as given, or to the `wa_id` that Meta returned.
 *
 * @param digits a full international number without plus
 */
export function canonicalDigits(digits: string): string {
	return digits
		.replace(/^55([1-9]{2})9(\d{8})$/, '55$1$2')
		.replace(/^521(\d{10})$/, '52$1')
		.replace(/^549(\d{10})$/, '54$1');
}

/** All ways in which Meta, or a person, writes the number of canonical digits, those first. */
export function spellings(canonical: string): string[] {
	const brazil = /^55([1-9]{2})(\d{8})$/.exec(canonical);
	if (brazil !== null) return [canonical, `55${brazil[1]}9${brazil[2]}`];
	const mobile = /^(52|54)(\d{10})$/.exec(canonical);
	if (mobile !== null) return [canonical, `${mobile[1]}${mobile[1] === '52' ? '1' : '9'}${mobile[2]}`];
	return [canonical];
}
