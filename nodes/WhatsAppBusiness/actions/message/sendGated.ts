import { InvalidInput } from '../../../../core/errors/invalidInput';
import { contactIdsOf } from '../../../../core/gate/contactIds';
import { readGateForm, type GateForm } from '../../../../core/gate/form';
import { parseRecipient } from '../../../../core/phone/recipient';
import { objectOf } from '../../../../core/shared/json';
import { earlierTries, isFinal } from '../../shared/earlierTries';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { askGate, GATE_OUTPUTS, type GateRequest, type GateVerdict } from '../../store/gate';
import { gateReport } from '../../store/gateReport';
import { gateSetting } from '../../store/gateSetting';
import { SendLog } from '../../store/sendLog';
import type { Row } from '../../store/recordStore';

type Where = Pick<OperationContext, 'n8n' | 'itemIndex'>;

/**
 * What the item's option Check Before Sending says; undefined when it is off.
 *
 * @throws InvalidInput naming what is wrong or contradicts
 */
export function readGate({ n8n, itemIndex }: Where): GateForm | undefined {
	const { gate } = readObject(n8n, { name: 'options', itemIndex });
	if (gate === undefined || gate === null) return undefined;
	const check = objectOf(objectOf(gate).check);
	return readGateForm({ ...objectOf(check.options), ...check });
}

/**
 * What is asked about an item.
 *
 * @throws InvalidInput also for a group
 */
function readRequest({ n8n, itemIndex }: Where): GateRequest | undefined {
	const form = readGate({ n8n, itemIndex });
	if (form === undefined) return undefined;
	const defaultCountry = textOf(readObject(n8n, { name: 'options', itemIndex }).defaultCountry);
	const recipient = parseRecipient({ value: n8n.getNodeParameter('to', itemIndex), defaultCountry });
	return { ...form, ids: contactIdsOf({ recipient, field: 'To' }) };
}

/** Input that is refused is reported by the item's own turn. */
function requestOf(where: Where): GateRequest | undefined {
	try {
		return readRequest(where);
	} catch {
		return undefined;
	}
}

interface Asked {
	request: GateRequest;
	verdict: GateVerdict;
}

/** The gate of one run: asked once about all items, and told at the end what was not sent after all. */
class RunGate {
	private readonly unsent = new Map<number, Row>();

	constructor(
		private readonly answers: ReadonlyMap<number, Asked>,
		private readonly log: SendLog,
	) {
		for (const [itemIndex, { verdict }] of answers) {
			if (verdict.reservation !== undefined) this.unsent.set(itemIndex, verdict.reservation);
		}
	}

	answerFor(itemIndex: number): Asked | undefined {
		return this.answers.get(itemIndex);
	}

	/** The item was sent, or may have been: it stays counted. */
	keep(itemIndex: number): void {
		this.unsent.delete(itemIndex);
	}

	async release(): Promise<void> {
		await this.log.release([...this.unsent.values()]);
		this.unsent.clear();
	}
}

async function openGate({ n8n, run }: Pick<OperationContext, 'n8n' | 'run'>): Promise<RunGate> {
	const done = earlierTries(n8n);
	const requests = n8n.getInputData().flatMap((_, itemIndex) => {
		const request = done.has(itemIndex) ? undefined : requestOf({ n8n, itemIndex });
		return request === undefined ? [] : [{ itemIndex, request }];
	});
	const setting = await gateSetting(n8n);
	const verdicts = await askGate(requests.map(({ request }) => request), setting);
	const answers = requests.flatMap(({ itemIndex, request }, position): Array<[number, Asked]> => {
		const verdict = verdicts[position];
		return verdict === undefined ? [] : [[itemIndex, { request, verdict }]];
	});
	const failed = verdicts.find(({ reason }) => reason === 'store_unreachable');
	if (failed !== undefined) run.hint('store', failed.text);
	const gate = new RunGate(new Map(answers), new SendLog(setting.store));
	run.atEnd(async () => {
		await gate.release().catch((error: unknown) => {
			const reason = error instanceof Error ? error.message : String(error);
			run.hint('gate', `Messages that were not sent stay counted, because the contact record could not be written: ${reason}`);
		});
	});
	return gate;
}

/** The input as it came, with the reason why it was not sent. */
function heldItem({ n8n, itemIndex }: Where, { request, verdict }: Asked): OperationItem {
	const { json, binary } = n8n.getInputData()[itemIndex] ?? { json: {} };
	return {
		json: { ...json, gate: gateReport(verdict, { request, explain: false }) },
		...(binary === undefined ? {} : { binary }),
		output: GATE_OUTPUTS[verdict.decision],
	};
}

/**
 * Sends where the item's option Check Before Sending allows it or is off. A failed send counts no longer, unless it may be
 * out all the same.
 *
 * @param send calls `admit` right before it sends, and must go no further when that throws
 * @returns the sent item, or the input with `gate` for the output Wait Until or Suppressed
 */
export async function sendGated(
	context: OperationContext,
	send: (admit: () => Promise<void>) => Promise<OperationItem>,
): Promise<OperationItem> {
	const { itemIndex, run } = context;
	let held: OperationItem | undefined;
	let admitted: Asked | undefined;
	const openRunGate = async () => await run.once('gate', async () => await openGate(context));
	const admit = async () => {
		if (readGate(context) === undefined) return;
		const gate = await openRunGate();
		const answer = gate.answerFor(itemIndex);
		if (answer === undefined) {
			// It was left out because its input is refused: this says why.
			readRequest(context);
			throw new InvalidInput([{ field: 'Check Before Sending', message: 'was not asked about this item' }]);
		}
		if (answer.verdict.decision === 'send') admitted = answer;
		else {
			held = heldItem(context, answer);
			throw new InvalidInput([{ field: 'Check Before Sending', message: answer.verdict.text }]);
		}
	};
	return await send(admit).then(
		async (item) => {
			if (admitted === undefined) return item;
			(await openRunGate()).keep(itemIndex);
			return { ...item, json: { ...item.json, gate: gateReport(admitted.verdict, { request: admitted.request, explain: false }) } };
		},
		async (error: unknown) => {
			if (held !== undefined) return held;
			if (admitted !== undefined && error instanceof Error && isFinal(error)) (await openRunGate()).keep(itemIndex);
			return await Promise.reject(error);
		},
	);
}
