import type { IDataObject } from 'n8n-workflow';
import type { AnswerType, Choice } from '../../../../core/journey/accept';
import { buildButtons } from '../../../../core/message/buttons';
import { buildList } from '../../../../core/message/list';
import type { OutboundMessage } from '../../../../core/message/message';
import { objectOf } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { readChoice, readObject, readRows, readString, textOf } from '../../shared/parameters';

const RESPONSE_TYPES = ['approval', 'buttons', 'list'] as const;

/** A question that is read and checked, before it has a reference. */
export interface ReadQuestion {
	type: string;
	text: string;
	choices: Choice[];
	accepts: AnswerType[];
	/** Position of the choice that approves; only for approvals. */
	approves?: number;
	/** Makes the message; `ids` are what the choices carry through Meta, in their order. */
	build(ids: string[]): OutboundMessage;
}

interface Parts {
	headerText?: string;
	body: string;
	footer?: string;
}

function readParts({ n8n, itemIndex }: OperationContext): Parts {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const headerText = textOf(options.headerText);
	const footer = textOf(options.footer);
	return {
		body: readString(n8n, { name: 'message', itemIndex }),
		...(headerText !== undefined && { headerText }),
		...(footer !== undefined && { footer }),
	};
}

function choiceOf(row: IDataObject): Choice {
	const title = textOf(row.title) ?? '';
	return { title, id: textOf(row.id) ?? title };
}

function buttonsMessage({ headerText, ...parts }: Parts, choices: Choice[]): ReadQuestion['build'] {
	const header = headerText === undefined ? undefined : ({ type: 'text', text: headerText } as const);
	return (ids) => {
		const buttons = choices.map(({ title }, index) => ({ title, id: ids[index] ?? '' }));
		return buildButtons({ ...parts, ...(header && { header }), buttons });
	};
}

function readApproval({ n8n, itemIndex }: OperationContext): Choice[] {
	const values = objectOf(n8n.getNodeParameter('approvalOptions.values', itemIndex, {}));
	const approve = { id: 'approve', title: textOf(values.approveLabel) ?? 'Approve' };
	const decline = { id: 'decline', title: textOf(values.disapproveLabel) ?? 'Decline' };
	return values.approvalType === 'single' ? [approve] : [approve, decline];
}

function readList(context: OperationContext, parts: Parts): Pick<ReadQuestion, 'choices' | 'build'> {
	const { n8n, itemIndex } = context;
	const button = readString(n8n, { name: 'buttonText', itemIndex });
	const sections = readRows(n8n, { name: 'sections.section', itemIndex }).map((section) => {
		const rows = objectOf(section.rows).row;
		return { title: textOf(section.title), rows: Array.isArray(rows) ? (rows as IDataObject[]) : [] };
	});
	return {
		choices: sections.flatMap(({ rows }) => rows.map(choiceOf)),
		build: (ids) => {
			let next = 0;
			const filled = sections.map(({ title, rows }) => ({
				...(title !== undefined && { title }),
				rows: rows.map((row) => {
					const description = textOf(row.description);
					return { title: textOf(row.title) ?? '', id: ids[next++] ?? '', ...(description !== undefined && { description }) };
				}),
			}));
			return buildList({ ...parts, button, sections: filled });
		},
	};
}

/** Reads the question from the item's parameters. */
export function readQuestion(context: OperationContext): ReadQuestion {
	const { n8n, itemIndex } = context;
	const type = readChoice(n8n, { name: 'responseType', itemIndex, field: 'Response Type', choices: RESPONSE_TYPES });
	const parts = readParts(context);
	const common = { type, text: parts.body, accepts: ['tap'] satisfies AnswerType[] };
	if (type === 'list') return { ...common, ...readList(context, parts) };
	const choices =
		type === 'approval' ? readApproval(context) : readRows(n8n, { name: 'buttons.button', itemIndex }).map(choiceOf);
	return { ...common, choices, build: buttonsMessage(parts, choices), ...(type === 'approval' && { approves: 0 }) };
}
