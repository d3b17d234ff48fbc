import type { IExecuteFunctions } from 'n8n-workflow';
import { contactIdsOf } from '../../../../core/gate/contactIds';
import { readGateForm, type GateForm } from '../../../../core/gate/form';
import { parseRecipient } from '../../../../core/phone/recipient';
import { contact } from '../../properties/contact';
import { gateFields } from '../../properties/gate';
import { checkTogether } from '../../shared/checkTogether';
import type { BatchOperation, OperationItem } from '../../shared/operation';
import { fieldReaderOf, readerOf } from '../../shared/fixedParameters';
import { readObject, textOf } from '../../shared/parameters';
import { askGate, GATE_OUTPUTS, type GateRequest } from '../../store/gate';
import { gateReport } from '../../store/gateReport';
import { gateSetting } from '../../store/gateSetting';
import { checkOptions } from './checkOptions';

interface Question extends GateRequest {
	isDryRun: boolean;
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}

/** Everything but the contact. */
interface Form extends GateForm {
	isDryRun: boolean;
}

interface Readers {
	contact: (itemIndex: number) => unknown;
	form(itemIndex: number): Form;
	defaultCountry(itemIndex: number): string | undefined;
}

function readersOf(n8n: IExecuteFunctions): Readers {
	const fields = gateFields.map(({ name }) => name);
	const readForm = (itemIndex: number): Form => {
		const options = readObject(n8n, { name: 'options', itemIndex });
		const values = Object.fromEntries(fields.map((name) => [name, n8n.getNodeParameter(name, itemIndex)]));
		const isDryRun = options.dryRun === true || options.dryRun === 'true';
		return { ...readGateForm({ ...options, ...values }), isDryRun };
	};
	const readCountry = (itemIndex: number) => textOf(readObject(n8n, { name: 'options', itemIndex }).defaultCountry);
	return {
		form: readerOf(n8n, { names: [...fields, 'options'], read: readForm }),
		contact: fieldReaderOf(n8n, 'contact'),
		defaultCountry: readerOf(n8n, { names: ['options'], read: readCountry }),
	};
}

async function readQuestion(
	itemIndex: number,
	readers: Readers,
): Promise<Question> {
	const { form, ids } = await checkTogether({
		ids: () => {
			const [value, defaultCountry] = [readers.contact(itemIndex), readers.defaultCountry(itemIndex)];
			return contactIdsOf({ recipient: parseRecipient({ value, defaultCountry, field: 'Contact' }), field: 'Contact' });
		},
		form: () => readers.form(itemIndex),
	});
	return { ...form, ids, counts: form.counts && !form.isDryRun };
}

export const checkBeforeSending: BatchOperation = {
	value: 'checkBeforeSending',
	name: 'Check Before Sending',
	action: 'Check whether a message may be sent now',
	description: 'May I send now? Consent, quiet hours, frequency caps and more, with the time to wait for',
	outputs: ['Send', 'Wait Until', 'Suppressed'],
	failureOutput: GATE_OUTPUTS.suppress,
	properties: [contact, ...gateFields, checkOptions],
	async executeAll({ n8n, run }) {
		const items = n8n.getInputData();
		const readers = readersOf(n8n);
		const questions = await Promise.all(
			items.map(async (_, itemIndex) => await readQuestion(itemIndex, readers).catch((error: unknown) => asError(error))),
		);
		const asked = questions.filter((question): question is Question => !(question instanceof Error));
		// A run that is going to stop sends nothing: it must not count anything either.
		const willStop = asked.length < questions.length && !n8n.continueOnFail();
		const verdicts = willStop ? [] : await askGate(asked, await gateSetting(n8n));
		const failed = verdicts.find(({ reason }) => reason === 'store_unreachable');
		if (failed !== undefined) run.hint('store', failed.text);
		const answers = new Map(asked.map((question, index) => [question, verdicts[index]]));
		return questions.map((question, itemIndex): OperationItem | Error => {
			if (question instanceof Error) return question;
			const verdict = answers.get(question);
			if (verdict === undefined) return { json: {} };
			const { json, binary } = items[itemIndex] ?? { json: {} };
			const gate = gateReport(verdict, { request: question, explain: question.isDryRun });
			return {
				json: { ...json, gate },
				...(binary === undefined ? {} : { binary }),
				output: GATE_OUTPUTS[verdict.decision],
			};
		});
	},
};
