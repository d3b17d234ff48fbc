import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { OutputsExpression } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import type { ReplyOutputs } from '../../waiting/waitState';

/** Outputs after those of the answers, in this order; connections count on it. */
const ENDINGS = ['Timed Out', 'Undeliverable', 'Opted Out'];

/** Position of Undeliverable, counted from the end: what could not be asked leaves there. */
export const UNDELIVERABLE_FROM_END = -2;

/** Questions that are answered by choosing; only they can have an output per choice. */
export const WITH_CHOICES = ['approval', 'buttons', 'list', 'template'];

const APPROVAL_TITLES =
	"[($parameter.approvalOptions?.values?.approveLabel || 'Approve')].concat($parameter.approvalOptions?.values?.approvalType === 'single' ? [] : [($parameter.approvalOptions?.values?.disapproveLabel || 'Decline')])";

const BUTTON_TITLES = "($parameter.buttons?.button || []).map((row, at) => row.title || 'Button ' + (at + 1))";

const ROW_TITLES =
	"($parameter.sections?.section || []).flatMap((section) => section.rows?.row || []).map((row, at) => row.title || 'Row ' + (at + 1))";

const QUICK_REPLY_TITLES = "($parameter.quickReplies || '').split(',').map((title) => title.trim()).filter((title) => title)";

/** Titles that an expression gives are not known while a workflow is built. */
const PLAIN = "map((title, at) => String(title).startsWith('=') ? 'Choice ' + (at + 1) : title)";

const TITLES = [
	`$parameter.responseType === 'approval' ? ${APPROVAL_TITLES}`,
	`$parameter.responseType === 'list' ? ${ROW_TITLES}`,
	`$parameter.responseType === 'template' ? ${QUICK_REPLY_TITLES}`,
	BUTTON_TITLES,
].join(' : ');

const IS_SEPARATE = `(${JSON.stringify(WITH_CHOICES)}.includes($parameter.responseType) && $parameter.answerOutputs !== 'single')`;

/** One output per choice where the operator wants that, else one for all answers; then the endings. */
export const answerOutputsExpression: OutputsExpression = {
	expression: [
		`(${IS_SEPARATE} ? (${TITLES}).${PLAIN}.concat(($parameter.alsoAccept || []).length > 0 ? ['Other Answer'] : []) : ['Replied'])`,
		`.concat(${JSON.stringify(ENDINGS)})`,
	].join(''),
};

/**
 * Where each ending leaves, by the outputs that the editor shows.
 *
 * @param question.choices how many choices it has
 * @param question.others whether it takes answers other than taps
 * @throws InvalidInput when there is another number of choices than outputs
 */
export function replyOutputs(n8n: IExecuteFunctions, question: { choices: number; others: boolean }): ReplyOutputs {
	const count = n8n.getNodeOutputs().filter(({ category }) => category !== 'error').length;
	// As a tool that asks a person to approve, the node has one output, for the agent.
	if (count === 1) return { choices: [], other: 0, timedOut: 0, undeliverable: 0, optedOut: 0, count };
	const answers = count - ENDINGS.length;
	const endings = { timedOut: answers, undeliverable: answers + 1, optedOut: answers + 2, count };
	const type = readString(n8n, { name: 'responseType', itemIndex: 0 });
	const isSingle = !WITH_CHOICES.includes(type) || readString(n8n, { name: 'answerOutputs', itemIndex: 0 }) === 'single';
	if (isSingle) return { choices: [], other: 0, ...endings };
	const drawn = answers - (question.others ? 1 : 0);
	if (drawn === question.choices) {
		return { choices: Array.from({ length: drawn }, (_, at) => at), other: answers - 1, ...endings };
	}
	const message = `the question has ${question.choices} choices, and the node ${drawn} outputs for them; ${
		type === 'template' ? 'name the quick replies of the template in their order' : 'close and open the node'
	}, or choose "One for All Answers"`;
	throw new InvalidInput([{ field: type === 'template' ? 'Quick Replies' : 'Outputs', message }]);
}
