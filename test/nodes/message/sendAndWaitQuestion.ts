import type { INodeParameters, IRunExecutionData } from 'n8n-workflow';
import { decodeReference, type Reference } from '../../../core/journey/reference';
import { WhatsAppBusiness } from '../../../nodes/WhatsAppBusiness/WhatsAppBusiness.node';
import { callWebhook, type NodeRun } from '../../harness/engine';
import { ANA, type Bench, type Execution, itemsOf, useSandbox } from '../setup';

export const OPERATION = { resource: 'message', operation: 'sendAndWait' };

export const COD = {
	to: ANA,
	responseType: 'buttons',
	message: '=Deliver order {{ $json.order }} for cash?',
	buttons: { button: [{ title: 'Confirm', id: 'yes' }, { title: 'Cancel' }] },
};

/** Outputs of the question `COD`. */
export const [CONFIRMED, CANCELLED, TIMED_OUT, UNDELIVERABLE, OPTED_OUT] = [0, 1, 2, 3, 4];

export const TAPPED_AT = '2031-05-04T10:00:09.000Z';

/** What the trigger passes on of a tap, or of another event. */
export function tap(replyId: string | undefined, more: object = {}): object {
	return { kind: 'message', field: 'messages', type: 'interactive', phone: `+${ANA}`, replyId, replyTitle: 'Seen', messageId: 'wamid.1', timestamp: TAPPED_AT, raw: {}, ...more };
}

/** A sandbox and a question that is asked there. */
export interface QuestionBench {
	bench: Bench;
	ask(parameters?: INodeParameters, more?: Pick<Execution, 'subworkflow' | 'waiting' | 'workflowId'>): Promise<NodeRun>;
	/** What the sandbox received as the ID of each choice. */
	references(): Promise<Reference[]>;
	/** IDs of the choices of the last message on the phone. */
	tapIds(): Promise<string[]>;
	/** The waiting node gets an event from the trigger. */
	resume(waiting: IRunExecutionData, call: { event?: unknown; n?: string; parameters?: INodeParameters }): ReturnType<typeof callWebhook>;
}

/** Starts the sandbox for the tests of the file; before each of them Ana has just written. */
export function useQuestion(): QuestionBench {
	const bench = useSandbox();
	beforeEach(async () => void (await bench.control(`/phones/${ANA}/text`, { text: 'hello' })));

	async function references(): Promise<Reference[]> {
		const ids = JSON.stringify(await bench.sent()).match(/wj1\.[\w-]+/g) ?? [];
		return ids.map((id) => {
			const reference = decodeReference(id);
			if (reference === undefined) throw new Error(`${id} is no reference`);
			return reference;
		});
	}

	return {
		bench,
		references,
		ask: async (parameters = COD, more = {}) => await bench.run({ ...OPERATION, parameters, items: itemsOf({ order: '#1001' }), ...more }),
		async tapIds() {
			const shown = (await bench.phone(ANA)).at(-1);
			const rows = shown?.list?.sections.flatMap((section) => section.rows) ?? [];
			return [...(shown?.buttons ?? []), ...rows].flatMap(({ id }) => id ?? []);
		},
		resume: async (waiting, call) =>
			await callWebhook({
				node: new WhatsAppBusiness(),
				parameters: { ...OPERATION, ...(call.parameters ?? COD) },
				credential: bench.credential(),
				method: 'POST',
				query: { n: call.n ?? (await references())[0]?.nonce ?? '' },
				body: { event: call.event },
				waiting,
			}),
	};
}
