import axios from 'axios';
import { withCredential } from '../../scripts/start/importJourneys';
import { ANA } from '../../scripts/start/scenario/context';
import { nextMessage, shownMessages } from '../../scripts/start/scenario/phone';
import { allExecutions, type Execution, getExecution, isFinished, itemsOf, listExecutions, type OutputItem } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { createWorkflow, deleteWorkflow, publishWorkflow, type WorkflowNode } from '../harness/n8n/workflows';
import type { World } from './world';

/** What conversations need of a world: the demo, in regular or in queue mode. */
export type DemoWorld = Pick<World, 'demo'>;

export const ASK = 'Ask "how" {now}?';
export const ORDER = 'Order';

/** A published workflow [Webhook → Order → the waiting node → one Edit Fields node per output]. */
export interface Journey {
	id: string;
	/** Begins a run with these fields. */
	post(order: object): Promise<void>;
	/** Begins a run with these fields; gives the run's ID. */
	start(order: object): Promise<string>;
	/** All its runs. */
	runs(): Promise<Array<{ id: string; status: string }>>;
	remove(): Promise<void>;
}

/** Name of the node after an output of the waiting node. */
export function afterOutput(output: number): string {
	return `After ${output}`;
}

/** What a journey is made of. */
export interface JourneyParts {
	path: string;
	outputs: number;
	/** Of the waiting node. */
	parameters: object;
	/** A node behind what comes after an output. */
	then?: { output: number; node: WorkflowNode };
}

function nodesOf(given: JourneyParts): WorkflowNode[] {
	const orderOf = { name: 'orderId', type: 'string', value: `={{ $('${ORDER}').item.json.orderId }}` };
	return [
		{
			id: `${given.path}-start`,
			name: 'Start',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			position: [0, 0],
			webhookId: `${given.path}-start`,
			parameters: { httpMethod: 'POST', path: given.path, responseMode: 'onReceived', options: {} },
		},
		{
			id: `${given.path}-order`,
			name: ORDER,
			type: 'n8n-nodes-base.splitOut',
			typeVersion: 1,
			position: [200, 0],
			parameters: { fieldToSplitOut: 'body.orders', options: {} },
		},
		{
			id: '3f2b8c1e-9d47-4a60-8f15-0c6e2d7ab901',
			name: ASK,
			type: 'n8n-nodes-whatsapp-journeys.whatsAppBusiness',
			typeVersion: 1,
			position: [400, 0],
			parameters: { resource: 'message', ...given.parameters },
		},
		...Array.from({ length: given.outputs }, (_, output) => ({
			id: `${given.path}-after-${output}`,
			name: afterOutput(output),
			type: 'n8n-nodes-base.set',
			typeVersion: 3.4,
			position: [700, output * 160],
			parameters: { includeOtherFields: true, assignments: { assignments: [{ id: 'order', ...orderOf }] }, options: {} },
		})),
		...(given.then === undefined ? [] : [given.then.node]),
	];
}

/** Publishes a journey whose waiting node has these parameters. */
export async function publishJourney(world: DemoWorld, given: JourneyParts): Promise<Journey> {
	const { client, credential, n8n } = world.demo;
	const to = (node: string) => ({ node, type: 'main', index: 0 });
	const file = {
		name: given.path,
		nodes: nodesOf(given),
		connections: {
			Start: { main: [[to(ORDER)]] },
			[ORDER]: { main: [[to(ASK)]] },
			[ASK]: { main: Array.from({ length: given.outputs }, (_, output) => [to(afterOutput(output))]) },
			...(given.then !== undefined && { [afterOutput(given.then.output)]: { main: [[to(given.then.node.name)]] } }),
		},
		settings: { executionOrder: 'v1' },
	};
	const { id } = await createWorkflow(client, withCredential(file, credential));
	await publishWorkflow(client, id);
	const post = async (order: object) =>
		void (await axios.post(`${n8n.url}/webhook/${given.path}`, { orders: [order].flat() }));
	return {
		id,
		post,
		runs: async () => await allExecutions(client, id),
		async start(order) {
			const known = new Set((await listExecutions(client, { workflowId: id, limit: 100 })).map((run) => run.id));
			await post(order);
			return await until({ what: 'a new run of the journey' }, async () => {
				const runs = await listExecutions(client, { workflowId: id, limit: 100 });
				return runs.find((run) => !known.has(run.id))?.id;
			});
		},
		remove: async () => await deleteWorkflow(client, id),
	};
}

/** Waits until a run is parked. */
export async function parked(world: DemoWorld, run: { journey: Journey; id: string }): Promise<void> {
	await until({ what: `execution ${run.id} to wait` }, async () => {
		const runs = await listExecutions(world.demo.client, { workflowId: run.journey.id, limit: 100 });
		const status = runs.find(({ id }) => id === run.id)?.status;
		if (status === 'error' || status === 'success') throw new Error(`Execution ${run.id} ended with ${status}`);
		return status === 'waiting' || undefined;
	});
}

/** A run once it is over. */
export async function ended(world: DemoWorld, run: { journey: Journey; id: string; timeoutMs?: number }): Promise<Execution> {
	const { client } = world.demo;
	await until({ what: `execution ${run.id} to end`, timeoutMs: run.timeoutMs }, async () => {
		const runs = await listExecutions(client, { workflowId: run.journey.id, limit: 100 });
		const summary = runs.find(({ id }) => id === run.id);
		return (summary !== undefined && isFinished(summary)) || undefined;
	});
	return await getExecution(client, run.id);
}

/** What came out after each output that had items. */
export function results(execution: Execution, outputs: number): Array<{ output: number; json: OutputItem['json'] }> {
	return Array.from({ length: outputs }, (_, output) =>
		itemsOf(execution, { node: afterOutput(output) }).map(({ json }) => ({ output, json })),
	).flat();
}

/** Asks Ana, and gives the run and the question as the phone shows it. */
export async function ask(world: DemoWorld, { journey, orderId }: { journey: Journey; orderId: string }) {
	const shown = await shownMessages(world.demo, ANA);
	const id = await journey.start({ to: `+${ANA}`, orderId });
	const fits = ({ body = '' }: { body?: string }) => body.includes(orderId);
	const question = await nextMessage(world.demo, { phoneKey: ANA, shown, what: 'the question', fits });
	await parked(world, { journey, id });
	return { id, question };
}

/** Confirms an order that is paid on delivery: two buttons, three endings. */
export const COD = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'buttons',
	message: '=Shall we deliver order {{ $json.orderId }} for cash on delivery?',
	buttons: { button: [{ title: 'Confirm', id: 'confirm' }, { title: 'Cancel order' }] },
};

export const COD_OUTPUTS = 5;

/** Asks for stars, in words or digits. */
export const RATING = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'freeText',
	message: '=How many stars for order {{ $json.orderId }}?',
	accepts: ['text'],
	textRule: 'rating',
	options: { askAgainText: 'Sorry, how many from 1 to 5?', askAgainMost: 1 },
};

/** Of questions without an output per choice: Replied and three endings. */
export const ONE_OUTPUT = 4;

/** Chooses from a list with two sections: three rows, three endings. */
export const SLOT = {
	operation: 'sendAndWait',
	to: '={{ $json.to }}',
	responseType: 'list',
	message: '=When shall order {{ $json.orderId }} come?',
	buttonText: 'Choose a time',
	sections: {
		section: [
			{ title: 'Today', rows: { row: [{ title: '10 to 12' }, { title: '14 to 16', id: 'today-14' }] } },
			{ title: 'Tomorrow', rows: { row: [{ title: 'All day', id: 'tomorrow' }] } },
		],
	},
};

export const SLOT_OUTPUTS = 6;
