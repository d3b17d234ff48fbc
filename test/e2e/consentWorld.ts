import { randomUUID } from 'node:crypto';
import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import type { PhoneMessage, SandboxClient } from '../../scripts/start/sandboxClient';
import type { CredentialReference } from '../harness/n8n/credentials';
import { itemsOf, knownExecutions, nextExecution, type OutputItem } from '../harness/n8n/executions';
import { createWorkflow, deleteWorkflow, publishWorkflow } from '../harness/n8n/workflows';
import { leadsTo, nodeOf, operationNode, publishOperation, type OperationWorld, type PublishedOperation } from './publishedOperation';

/** What the tests of consent need, whatever n8n it is. */
export interface ConsentWorld extends OperationWorld {
	sandbox: SandboxClient;
	credential: CredentialReference;
}

/** What the trigger's workflow made of one event. */
export interface Processed {
	output: 'Changed' | 'Unchanged';
	consent: Record<string, unknown>;
}

const TRIGGER = 'WhatsApp Business Trigger';
const PROCESS = 'Process Incoming Message';
const OUTPUTS = ['Changed', 'Unchanged'] as const;

/** The quick reply of the offer. */
export const STOP_BUTTON = 'Stop promotions';

/** How long a stop by button lasts, in days. */
export const COOL_OFF_DAYS = 30;

export const CONFIRMATION = 'You will not hear from us again. Write START to change that.';

const OFFER = {
	name: 'consent_offer',
	language: 'en_US',
	category: 'MARKETING',
	components: [
		{ type: 'BODY', text: 'Everything for the garden is 20% off this week.' },
		{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: STOP_BUTTON }] },
	],
};
const UPDATE = {
	name: 'consent_update',
	language: 'en_US',
	category: 'UTILITY',
	components: [{ type: 'BODY', text: 'Your parcel is on its way.' }],
};

/** A call of the sandbox's control API (contract: sandbox/README.md). */
export async function control<T>({ sandbox }: Pick<ConsentWorld, 'sandbox'>, call: { path: string; body?: object }): Promise<T> {
	const url = `${sandbox.baseUrl}/_control/${call.path}`;
	const { data } = call.body === undefined ? await axios.get<T>(url) : await axios.post<T>(url, call.body);
	return data;
}

/** Puts the templates of the tests into the sandbox. */
export async function registerTemplates(world: ConsentWorld): Promise<void> {
	for (const definition of [OFFER, UPDATE]) await control(world, { path: 'templates', body: { definition } });
}

let people = 0;

/** One more customer, whom no other test knows; gives the digits of the phone. */
export async function newCustomer(world: ConsentWorld, language = 'en'): Promise<string> {
	people += 1;
	const phone = `4915200${String(100_000 + people)}`;
	const person = { name: `Person ${people}`, phone: `+${phone}`, country: 'DE', language };
	const { key } = await control<{ key: string }>(world, { path: 'phones', body: person });
	return key;
}

/** What the business sent to that phone and what arrived. */
export async function arrived({ sandbox }: ConsentWorld, phone: string): Promise<PhoneMessage[]> {
	const shown = await sandbox.messages(phone);
	return shown.filter(({ direction, status }) => direction === 'outbound' && status !== 'failed');
}

/** The workflow that takes stops and starts from the trigger: by button for a while, otherwise for good. */
export async function publishConsentTrigger(world: ConsentWorld, statuses: string[]) {
	const { client, credential } = world;
	const parameters = {
		resource: 'optOut',
		operation: 'processIncoming',
		category: 'all',
		lasts: "={{ $json.replyTitle ? 'days' : 'forever' }}",
		days: COOL_OFF_DAYS,
		confirm: true,
		stopText: CONFIRMATION,
		startText: 'Welcome back.',
		options: { optOutIds: [STOP_BUTTON] },
	};
	const trigger = nodeOf(TRIGGER, {
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusinessTrigger',
		webhookId: randomUUID(),
		// Marketing preferences go to the callback of the app alone, which another workflow has.
		parameters: {
			registration: 'app',
			takeOver: true,
			events: ['messages', 'statuses', 'preferences'],
			filters: { statuses },
			settings: {},
		},
	});
	const nodes = [trigger, operationNode(PROCESS, { parameters, credential })];
	const file = { name: 'consent', nodes, connections: { [TRIGGER]: leadsTo(PROCESS) }, settings: { executionOrder: 'v1' } };
	const { id } = await createWorkflow(client, withCredential(file, credential));
	await publishWorkflow(client, id);

	/** Does something at the customers' phones, and gives what the workflow made of it, by phone. */
	const processed = async (phones: readonly string[], act: () => Promise<unknown>): Promise<Processed[]> => {
		const known = await knownExecutions(client, id);
		await act();
		const found = phones.map(async (phone): Promise<Processed> => {
			// Statuses of earlier messages come in at any time.
			const isAbout = ({ json: { status, phone: from = '' } }: OutputItem) =>
				(status === undefined || status === 'failed') && String(from).replace('+', '') === phone;
			const execution = await nextExecution(client, {
				workflowId: id,
				known,
				what: `the run about ${phone}`,
				fits: (one) => [0, 1].some((output) => itemsOf(one, { node: PROCESS, output }).some(isAbout)),
			});
			const output = [0, 1].find((one) => itemsOf(execution, { node: PROCESS, output: one }).some(isAbout)) ?? 0;
			const item = itemsOf(execution, { node: PROCESS, output }).find(isAbout);
			return { output: OUTPUTS[output] ?? 'Changed', consent: (item?.json.consent ?? {}) as Record<string, unknown> };
		});
		return await Promise.all(found);
	};
	return { processed, remove: async () => await deleteWorkflow(client, id) };
}

/** Sends the offer or the update by template, with these options; outputs Sent, Wait Until, Suppressed with a gate. */
export async function publishSend(
	world: ConsentWorld,
	{ template, options }: { template: 'consent_offer' | 'consent_update'; options: Record<string, unknown> },
): Promise<PublishedOperation> {
	return await publishOperation(world, {
		credential: world.credential,
		outputs: options.gate === undefined ? 1 : 3,
		parameters: {
			resource: 'message',
			operation: 'sendTemplate',
			template: { __rl: true, mode: 'name', value: `${template}|en_US` },
			to: '={{ $json.to }}',
			options,
		},
	});
}

/** The option Check Before Sending. */
export function gateOption(category: 'marketing' | 'utility', more: { rules?: object; options?: object } = {}): object {
	return { check: { category, purpose: '', priority: 'normal', consent: 'respectOptOuts', rules: {}, ...more } };
}

/** Asks Opt-Out > Check about people: for each whether a message of the category is allowed. */
export async function publishCheck(world: ConsentWorld, category: 'marketing' | 'utility') {
	const check = await publishOperation(world, {
		credential: world.credential,
		outputs: 2,
		parameters: { resource: 'optOut', operation: 'check', contact: '={{ $json.to }}', category },
	});
	return async (phones: readonly string[]): Promise<boolean[]> => {
		const [allowed = []] = await check.run(phones.map((phone) => ({ to: `+${phone}` })));
		const passed = new Set(allowed.map(({ json }) => json.to));
		return phones.map((phone) => passed.has(`+${phone}`));
	};
}
