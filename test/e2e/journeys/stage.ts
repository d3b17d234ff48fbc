import axios from 'axios';
import { DateTime } from 'luxon';
import type { PhoneMessage } from '../../../scripts/start/sandboxClient';
import { listExecutions } from '../../harness/n8n/executions';
import { until } from '../../harness/n8n/poll';
import type { JourneyWorld } from './journeyWorld';

const DAY_MS = 24 * 60 * 60_000;

/** n8n's zone, and where n8n and the gate take the demo's customers to live: their numbers are kept for demos and have no area. */
export const ZONE = 'America/New_York';

const BUSY = new Set(['new', 'running']);

/** A customer made for one play. */
export interface Customer {
	/** Of the sandbox. */
	key: string;
	/** With a plus. */
	phone: string;
	name: string;
	firstName: string;
	/** BCP 47, such as `pt-BR`. */
	language: string;
	country: string;
}

/** An event that another system posted to a journey. */
export interface PostedEvent {
	/** Of the Webhook node. */
	path: string;
	body: object;
}

let customers = 0;

async function makeCustomer({ demo }: JourneyWorld, given: { language: string; country: string }): Promise<Customer> {
	customers += 1;
	const phone = `1555777${String(customers).padStart(4, '0')}`;
	const firstName = 'Maya';
	const name = `${firstName} Example`;
	const { data } = await axios.post<{ key: string }>(`${demo.sandbox.baseUrl}/_control/phones`, { name, phone, ...given });
	return { key: data.key, phone: `+${phone}`, name, firstName, ...given };
}

/** Waits until nothing runs in n8n; runs that wait for something do not count. */
async function idle({ demo }: JourneyWorld): Promise<void> {
	let quietLooks = 0;
	await until({ what: 'n8n to have nothing to do', timeoutMs: 60_000 }, async () => {
		const runs = await listExecutions(demo.client, { limit: 50 });
		quietLooks = runs.some(({ status }) => BUSY.has(status)) ? 0 : quietLooks + 1;
		return quietLooks > 2 || undefined;
	});
}

/**
 * Where one customer lives through a journey: what other systems and the customer do, and what the phone shows. Each thing
 * done is a step of the report.
 */
export class Stage {
	/** Events posted so far. */
	readonly posted: PostedEvent[] = [];

	/** Things done so far. */
	steps = 0;

	private readonly seen = new Set<string>();

	private restartsLeft: number;

	private constructor(
		readonly world: JourneyWorld,
		readonly customer: Customer,
		restarts: number,
	) {
		this.restartsLeft = restarts;
	}

	/**
	 * @param given restarts: so many of the waits of the play also restart n8n
	 */
	static async open(world: JourneyWorld, given: { language?: string; country?: string; restarts?: number } = {}): Promise<Stage> {
		const { language = 'en', country = 'US', restarts = 0 } = given;
		return new Stage(world, await makeCustomer(world, { language, country }), restarts);
	}

	/** Another system posts to a Webhook node; answers once n8n has nothing more to do. */
	async post(path: string, body: object): Promise<void> {
		this.steps += 1;
		this.posted.push({ path, body });
		const { status, data } = await axios.post<unknown>(`${this.world.demo.n8n.url}/webhook/${path}`, body, { validateStatus: () => true });
		if (status !== 200) throw new Error(`n8n answered POST ${path} with ${status}: ${JSON.stringify(data)}`);
		await this.settled();
	}

	/** Everything from the business that the phone shows. */
	async received(): Promise<PhoneMessage[]> {
		const messages = await this.world.demo.sandbox.messages(this.customer.key);
		return messages.filter(({ direction }) => direction === 'outbound');
	}

	/** Waits for a message that was not asked for yet: of a template, or with these words. */
	async next(wanted: { template?: string; text?: string | RegExp }): Promise<PhoneMessage> {
		const { template, text } = wanted;
		const fits = ({ id, template: of, body = '' }: PhoneMessage) =>
			!this.seen.has(id) &&
			(template === undefined || of?.name === template) &&
			(text === undefined || (typeof text === 'string' ? body.includes(text) : text.test(body)));
		let shown: PhoneMessage[] = [];
		const describe = () => `the phone shows ${JSON.stringify(shown.map(({ template: of, body }) => of?.name ?? body))}`;
		const message = await until({ what: `${template ?? String(text)} on the phone`, describe }, async () => {
			shown = await this.received();
			return shown.find(fits);
		});
		if (message.status === 'failed') throw new Error(`Not delivered: ${JSON.stringify(message)}`);
		this.seen.add(message.id);
		return message;
	}

	/** The customer taps a button or a row. */
	async tap(message: PhoneMessage, title: string): Promise<void> {
		await this.control('tap', { messageId: message.id, title });
	}

	async write(text: string): Promise<void> {
		await this.control('text', { text });
	}

	/** The customer sends something else: kinds and bodies as in sandbox/README.md, Answers. */
	async answer(kind: string, body: object): Promise<void> {
		await this.control(kind, body);
	}

	/** Time goes by, for n8n and for WhatsApp. */
	async daysPass(days: number): Promise<void> {
		this.steps += 1;
		await this.settled();
		await this.restartOnce();
		const ms = this.millisecondsOf(days);
		await axios.post(`${this.world.demo.sandbox.baseUrl}/_control/clock`, { advanceSeconds: ms / 1000 });
		await this.world.clock.advance(ms);
		await this.settled();
	}

	/** n8n is restarted in the middle, in the first play of a journey. */
	async restartOnce(): Promise<void> {
		if (this.restartsLeft === 0) return;
		this.restartsLeft -= 1;
		await this.settled();
		await this.world.restart();
	}

	/** Waits until n8n has done everything there is to do now. */
	async settled(): Promise<void> {
		await idle(this.world);
	}

	/** A day that the clocks are put back in is longer: n8n waits for the hour of the day. */
	private millisecondsOf(days: number): number {
		const now = DateTime.fromMillis(Date.now() + this.world.clock.ahead(), { zone: ZONE });
		return Math.max(days * DAY_MS, now.plus({ days }).diff(now).toMillis());
	}

	private async control(kind: string, body: object): Promise<void> {
		this.steps += 1;
		const url = `${this.world.demo.sandbox.baseUrl}/_control/phones/${this.customer.key}/${kind}`;
		const { status, data } = await axios.post<unknown>(url, body, { validateStatus: () => true });
		if (status !== 200) throw new Error(`The sandbox refused ${kind}: ${JSON.stringify(data)}`);
	}
}
