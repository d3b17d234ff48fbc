import { parseWebhook } from '../../../core/webhook/parse';
import { verifySignature } from '../../../core/webhook/signature';
import { messageBatch, statusBatch, type Delivery } from './bodies';

const SECRET = '0123456789abcdef0123456789abcdef';
const SIZES = [1, 10, 100, 1000];
/** Different bodies, so that nothing is measured that V8 has seen a moment ago. */
const BODIES = 200;

/** What the trigger does with a request before its filters: signature, JSON, one event per update. */
function receive({ body, signature }: Delivery): number {
	if (!verifySignature({ rawBody: body, header: signature, appSecrets: [SECRET] }).valid) throw new Error('The signature is wrong');
	return parseWebhook(JSON.parse(new TextDecoder().decode(body))).length;
}

/** @returns events per second of the fastest round: what else runs on the machine can only make one slower */
function eventsPerSecond(deliveries: readonly Delivery[], { events, rounds }: { events: number; rounds: number }): number {
	let fastest = 0;
	for (let round = 0; round < rounds; round++) {
		let done = 0;
		const startedAt = performance.now();
		for (let index = 0; done < events; index++) {
			const delivery = deliveries[index % deliveries.length];
			if (delivery !== undefined) done += receive(delivery);
		}
		fastest = Math.max(fastest, (1000 * done) / (performance.now() - startedAt));
	}
	return Math.round(fastest);
}

const [events = 0, rounds = 0] = process.argv.slice(2).map(Number);
const rates: Record<string, number> = {};
for (const size of SIZES) {
	const count = Math.max(2, Math.round(BODIES / size));
	const names = Array.from({ length: count }, (_, index) => `core-${index}`);
	const statuses = names.map((name) => statusBatch(SECRET, { name, size, state: 'delivered' }));
	const messages = names.map((name) => messageBatch(SECRET, { name, size }));
	rates[`statuses x ${size}`] = eventsPerSecond(statuses, { events, rounds });
	rates[`messages x ${size}`] = eventsPerSecond(messages, { events, rounds });
}
process.stdout.write(JSON.stringify(rates));
