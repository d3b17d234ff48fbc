import type { IExecuteFunctions } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { OutputsExpression } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import type { WaitOutputs } from '../../waiting/waitState';

/** Outputs after those of the answers, in this order; connections count on it. */
const ENDINGS = ['Timed Out', 'Undeliverable', 'Opted Out'];

/** Position of Undeliverable, counted from the last output: what could not be asked leaves there. */
export const UNDELIVERABLE_FROM_END = 2;

const APPROVAL_TITLES =
	"[($parameter.approvalOptions?.values?.approveLabel || 'Approve')].concat($parameter.approvalOptions?.values?.approvalType === 'single' ? [] : [($parameter.approvalOptions?.values?.disapproveLabel || 'Decline')])";

const BUTTON_TITLES = "($parameter.buttons?.button || []).map((row, at) => row.title || 'Button ' + (at + 1))";

const ROW_TITLES =
	"($parameter.sections?.section || []).flatMap((section) => section.rows?.row || []).map((row, at) => row.title || 'Row ' + (at + 1))";

/** Titles that an expression gives are not known while a workflow is built. */
const PLAIN = "map((title, at) => String(title).startsWith('=') ? 'Choice ' + (at + 1) : title)";

/** One output per choice where the operator wants that, else one for all answers; then the endings. */
export const answerOutputsExpression: OutputsExpression = {
	expression: [
		"(($parameter.answerOutputs === 'single' ? ['Replied'] : ",
		`($parameter.responseType === 'approval' ? ${APPROVAL_TITLES} : $parameter.responseType === 'list' ? ${ROW_TITLES} : ${BUTTON_TITLES}).${PLAIN})`,
		`.concat(${JSON.stringify(ENDINGS)}))`,
	].join(''),
};

/**
 * Where each ending leaves, by the outputs that the editor shows.
 *
 * @param choices how many choices the question has
 * @throws InvalidInput when expressions gave another number of choices than there are outputs
 */
export function waitOutputs(n8n: IExecuteFunctions, choices: number): WaitOutputs {
	const count = n8n.getNodeOutputs().filter(({ category }) => category !== 'error').length;
	// As a tool that asks a person to approve, the node has one output, for the agent.
	if (count === 1) return { choices: [], other: 0, timedOut: 0, undeliverable: 0, optedOut: 0, count };
	const answers = count - ENDINGS.length;
	const endings = { timedOut: answers, undeliverable: answers + 1, optedOut: answers + 2, count };
	if (readString(n8n, { name: 'answerOutputs', itemIndex: 0 }) === 'single') return { choices: [], other: 0, ...endings };
	if (answers === choices) return { choices: Array.from({ length: choices }, (_, at) => at), other: 0, ...endings };
	const message = `the question has ${choices} choices and the node ${answers} outputs for them; choose "One for All Answers"`;
	throw new InvalidInput([{ field: 'Outputs', message }]);
}
