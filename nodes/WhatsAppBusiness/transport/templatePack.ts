import type { IDataObject } from 'n8n-workflow';
import type { GraphError } from '../../../core/errors/graphError';
import type { JsonObject } from '../../../core/shared/json';
import type { CheckedTemplate } from '../../../core/template/lint/set';
import { differencesOf } from '../../../core/template/pack/compare';
import { creatable } from '../../../core/template/pack/sampleSlots';
import type { OperationContext } from '../shared/operation';
import { getPlatformCredential } from './credential';
import { errorDetailsOf, graphRefusal, toNodeError } from './errors';
import { graphExchange } from './graph';
import { pacerOf } from './pacer';
import { fillSamples, type SampleChoices } from './templateSamples';
import { listTemplates } from './templates';

/**
 * What became of a template: `created`; `updated`; `exists` and reads the same; `different` in the account, left as it is;
 * `refused` by our check or by Meta; `not_tried` because Meta's limit was reached before.
 */
export type PackOutcome = 'created' | 'updated' | 'exists' | 'different' | 'refused' | 'not_tried';

/** One template in one language. */
export interface PackResult extends IDataObject {
	name: string;
	language: string;
	category: string;
	result: PackOutcome;
	/** For people: what differs, or why it was refused. */
	reason: string;
}

/** Meta's refusal of a name that the account has in that language already (not in the error reference; seen by users). */
const ALREADY_EXISTS = 2388024;

/** Statuses in which Meta takes an edit (cloud-api 3.1). */
const EDITABLE = ['APPROVED', 'REJECTED', 'PAUSED'];

/** Tries of one call. Repeating is safe: Meta keeps no two templates of one name and language. */
const TRIES = 3;

const PAUSE_MS = 1000;

type Answer = { ok: true; data: IDataObject } | { ok: false; error: GraphError } | { ok: false; unreachable: Error };

async function tryOnce({ n8n, run }: OperationContext, call: { path: string; body: JsonObject }): Promise<Answer> {
	const credential = await run.once('credential', async () => await getPlatformCredential(n8n));
	try {
		return await graphExchange(n8n, { method: 'POST', ...call, credential });
	} catch (error) {
		return { ok: false, unreachable: error instanceof Error ? error : new Error(String(error)) };
	}
}

async function post(context: OperationContext, call: { path: string; body: JsonObject }): Promise<Answer> {
	const pacer = await pacerOf(context);
	for (let attempt = 1; ; attempt++) {
		const answer = await tryOnce(context, call);
		const isPassing = !answer.ok && ('unreachable' in answer || answer.error.kind === 'retry');
		if (!isPassing || attempt === TRIES) return answer;
		await pacer.wait(PAUSE_MS * 2 ** (attempt - 1));
	}
}

/** The account's templates, read once per run. */
async function existingTemplates({ n8n, run }: OperationContext): Promise<IDataObject[]> {
	return await run.once('templates of the account', async () => await listTemplates(n8n, {}));
}

type Finding = Pick<PackResult, 'result' | 'reason'> & IDataObject;

function refusal({ n8n, itemIndex }: OperationContext, answer: Exclude<Answer, { ok: true }>): Finding {
	const error = 'unreachable' in answer ? toNodeError(n8n.getNode(), { error: answer.unreachable, itemIndex }) : graphRefusal(n8n.getNode(), answer.error);
	const said = 'error' in answer ? (answer.error.userMessage ?? answer.error.details ?? '') : '';
	return { result: 'refused', refusedBy: 'meta', reason: said === '' ? error.message : `${error.message}: ${said}`, details: errorDetailsOf(error) };
}

async function create(context: OperationContext, { checked, choices }: { checked: CheckedTemplate; choices: SampleChoices }): Promise<Finding> {
	const { wabaId } = await getPlatformCredential(context.n8n);
	const body = await fillSamples(context, { definition: creatable(checked.definition), choices });
	const answer = await post(context, { path: `/${encodeURIComponent(wabaId)}/message_templates`, body });
	if (answer.ok) {
		const { id, status, category } = answer.data;
		const moved = typeof category === 'string' && category !== checked.category ? `Meta made it ${category}` : '';
		return { result: 'created', reason: moved, templateId: id, status, category: category ?? checked.category };
	}
	if ('error' in answer && answer.error.subcode === ALREADY_EXISTS) {
		return { result: 'exists', reason: 'Made meanwhile, by another run or by hand' };
	}
	return refusal(context, answer);
}

async function update(context: OperationContext, input: { checked: CheckedTemplate; existing: IDataObject; choices: SampleChoices; differences: string[] }): Promise<Finding> {
	const { checked, existing, choices, differences } = input;
	const { id, status } = existing;
	const reason = `Differs in ${differences.join(', ')}`;
	const known = { templateId: id, status, differences };
	if (!EDITABLE.includes(String(status))) return { ...known, result: 'different', reason: `${reason}; Meta takes no edit of a template that is ${String(status)}` };
	if (differences.some((difference) => difference === 'category' || difference === 'parameter_format')) {
		return { ...known, result: 'different', reason: `${reason}; make a template of another name, Meta does not change that` };
	}
	const { components } = await fillSamples(context, { definition: creatable(checked.definition), choices });
	const answer = await post(context, { path: `/${encodeURIComponent(String(id))}`, body: { components } });
	return answer.ok ? { ...known, result: 'updated', status: 'PENDING', reason } : { ...known, ...refusal(context, answer) };
}

async function settle(
	context: OperationContext,
	input: { checked: CheckedTemplate; choices: SampleChoices; updateDifferent: boolean },
): Promise<Finding> {
	const { checked, choices, updateDifferent } = input;
	const errors = checked.problems.filter(({ level }) => level === 'error');
	if (errors.length > 0) {
		return { result: 'refused', refusedBy: 'check', reason: errors.map(({ field, message }) => `${field}: ${message}`).join('. ') };
	}
	const existing = (await existingTemplates(context)).find(({ name, language }) => name === checked.name && language === checked.language);
	if (existing === undefined) return await create(context, { checked, choices });
	const differences = differencesOf({ definition: checked.definition, existing });
	const known = { templateId: existing.id, status: existing.status };
	if (differences.length === 0) return { ...known, result: 'exists', reason: '' };
	if (updateDifferent) return await update(context, { checked, existing, choices, differences });
	return { ...known, result: 'different', differences, reason: `Differs in ${differences.join(', ')}; left as it is` };
}

/** Whether Meta's limit on calls is reached, so that further ones would be refused too. */
function isOverLimit(finding: Finding): boolean {
	const { details } = finding;
	return typeof details === 'object' && details !== null && 'kind' in details && details.kind === 'wait';
}

/**
 * Creates what the account lacks, one template after the other; one that fails does not stop the others. Running it again
 * changes nothing: Meta keeps one template per name and language, and refuses the second of two parallel runs.
 *
 * @returns one result per template, in their order
 */
export async function createPack(
	context: OperationContext,
	{ templates, choices, updateDifferent }: { templates: readonly CheckedTemplate[]; choices: SampleChoices; updateDifferent: boolean },
): Promise<PackResult[]> {
	const results: PackResult[] = [];
	let isOver = false;
	// Read first, so that an account that cannot be read fails the item as a whole.
	await existingTemplates(context);
	for (const checked of templates) {
		const { name, language, category, problems } = checked;
		const finding: Finding = isOver
			? { result: 'not_tried', reason: 'Meta takes no more calls for now (100 new templates in an hour); run it again later' }
			: await settle(context, { checked, choices, updateDifferent }).catch((error: unknown) => failed(context, error));
		isOver ||= isOverLimit(finding);
		results.push({ name, language, category, ...finding, problems: problems.map((problem) => ({ ...problem })) });
	}
	return results;
}

function failed({ n8n, itemIndex }: OperationContext, error: unknown): Finding {
	const nodeError = toNodeError(n8n.getNode(), { error, itemIndex });
	return { result: 'refused', refusedBy: 'sample', reason: nodeError.message, details: errorDetailsOf(nodeError) };
}
