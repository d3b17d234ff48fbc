/**
 * Numbers of North America, the first 70,000 of them nobody's (555-0100 to 555-0199 of every area). Nothing is ever sent.
 * `POPULATION` in postgres.ts makes the same in SQL.
 */
export function phoneOf(index: number): string {
	const area = 201 + (Math.floor(index / 100) % 700);
	const rest = Math.floor(index / 70_000);
	return `1${area}${555 + rest}01${String(index % 100).padStart(2, '0')}`;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** The records of a person: every tenth opted out, every fifth got a message this week. */
export function recordsOf(index: number, now: number): { contact: object; consent: object; send: object } {
	const phone = phoneOf(index);
	const identity = { contactKey: phone, phone, userId: '' };
	const at = (days: number) => new Date(now - days * DAY_MS).toISOString();
	return {
		contact: {
			...identity,
			waId: phone,
			name: `Ana ${index}`,
			language: 'en',
			country: 'US',
			timeZone: 'America/New_York',
			labels: 'vip, newsletter',
			lastInboundAt: at(index % 30),
			changedAt: at(index % 30),
		},
		consent: {
			...identity,
			category: 'marketing',
			state: index % 10 === 0 ? 'opted_out' : 'opted_in',
			source: 'checkout',
			recordedAt: at(40),
		},
		send: {
			...identity,
			sendKey: `${phone}|1`,
			category: 'marketing',
			purpose: 'newsletter',
			state: 'reserved',
			owner: `bench-${index}`,
			number: 1,
			sentAt: at(index % 5 === 1 ? 3 : 20),
			expiresAt: at(-71),
		},
	};
}

/** Of so many people, from the first on, those whom the gate lets through. */
export function allowedOf(first: number, count: number): number {
	const indexes = Array.from({ length: count }, (_, offset) => first + offset);
	return indexes.filter((index) => index % 10 !== 0 && index % 5 !== 1).length;
}
