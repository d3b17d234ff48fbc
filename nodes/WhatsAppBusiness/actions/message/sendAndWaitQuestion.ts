import type { IDataObject } from 'n8n-workflow';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { AnswerType, Choice } from '../../../../core/journey/accept';
import type { TextRule } from '../../../../core/journey/acceptText';
import { buildButtons } from '../../../../core/message/buttons';
import { buildFlow } from '../../../../core/message/flow';
import { buildList } from '../../../../core/message/list';
import { buildContactInfoRequest } from '../../../../core/message/requestContactInfo';
import { buildLocationRequest } from '../../../../core/message/requestLocation';
import { buildText } from '../../../../core/message/text';
import { objectOf } from '../../../../core/shared/json';
import type { OperationContext } from '../../shared/operation';
import { readChoice, readObject, readRows, readString, textOf } from '../../shared/parameters';
import { readFlow } from './readFlow';
import { readTextRule } from './sendAndWaitText';
import { readTemplateQuestion } from './sendAndWaitTemplate';
import type { MessagePlan } from './sendMessage';

const RESPONSE_TYPES = ['approval', 'buttons', 'contact', 'flow', 'freeText', 'list', 'location', 'template'] as const;

/** Ways of answering besides the one that the question offers. */
const FURTHER: readonly AnswerType[] = ['contact', 'location', 'media', 'order', 'text'];

/** What the message carries through Meta: one ID per choice, in their order, and one for the whole question. */
export interface Marks {
	ids: string[];
	token: string;
}

/** A question that is read, before it has a reference. */
export interface ReadQuestion {
	type: string;
	/** What the person reads. */
	text: string;
	choices: Choice[];
	accepts: AnswerType[];
	/** What a typed answer must be; anything when left out. */
	textRule?: TextRule;
	/** Position of the choice that approves; only for approvals. */
	approves?: number;
	/** Given for a marketing template. */
	category?: 'marketing';
	plan(marks: Marks): MessagePlan;
}

/** A question's own part; what else it accepts is added for all kinds alike. */
export type OwnQuestion = Pick<ReadQuestion, 'category' | 'choices' | 'plan'> & { text?: string; own: AnswerType[] };

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

function withHeader({ headerText, ...parts }: Parts) {
	return { ...parts, ...(headerText !== undefined && { header: { type: 'text' as const, text: headerText } }) };
}

function choiceOf(row: IDataObject): Choice {
	const title = textOf(row.title) ?? '';
	return { title, id: textOf(row.id) ?? title };
}

function buttonsQuestion(parts: Parts, choices: Choice[]): OwnQuestion {
	return {
		choices,
		own: ['tap'],
		plan: ({ ids }) => {
			const buttons = choices.map(({ title }, index) => ({ title, id: ids[index] ?? '' }));
			return { build: () => buildButtons({ ...withHeader(parts), buttons }) };
		},
	};
}

function readApproval({ n8n, itemIndex }: OperationContext): Choice[] {
	const values = objectOf(n8n.getNodeParameter('approvalOptions.values', itemIndex, {}));
	const approve = { id: 'approve', title: textOf(values.approveLabel) ?? 'Approve' };
	const decline = { id: 'decline', title: textOf(values.disapproveLabel) ?? 'Decline' };
	return values.approvalType === 'single' ? [approve] : [approve, decline];
}

function listQuestion({ n8n, itemIndex }: OperationContext, parts: Parts): OwnQuestion {
	const button = readString(n8n, { name: 'buttonText', itemIndex });
	const sections = readRows(n8n, { name: 'sections.section', itemIndex }).map((section) => {
		const rows = objectOf(section.rows).row;
		return { title: textOf(section.title), rows: Array.isArray(rows) ? (rows as IDataObject[]) : [] };
	});
	return {
		choices: sections.flatMap(({ rows }) => rows.map(choiceOf)),
		own: ['tap'],
		plan: ({ ids }) => {
			let next = 0;
			const filled = sections.map(({ title, rows }) => ({
				...(title !== undefined && { title }),
				rows: rows.map((row) => {
					const description = textOf(row.description);
					return { title: textOf(row.title) ?? '', id: ids[next++] ?? '', ...(description !== undefined && { description }) };
				}),
			}));
			return { build: () => buildList({ ...parts, button, sections: filled }) };
		},
	};
}

function flowQuestion(context: OperationContext, parts: Parts): OwnQuestion {
	const flow = readFlow(context);
	return { choices: [], own: ['flow'], plan: ({ token }) => ({ build: () => buildFlow({ ...withHeader(parts), ...flow, token }) }) };
}

async function readOwn(context: OperationContext, type: (typeof RESPONSE_TYPES)[number]): Promise<OwnQuestion> {
	const { n8n, itemIndex } = context;
	if (type === 'template') return await readTemplateQuestion(context);
	const parts = readParts(context);
	const { body } = parts;
	switch (type) {
		case 'approval':
			return buttonsQuestion(parts, readApproval(context));
		case 'buttons':
			return buttonsQuestion(parts, readRows(n8n, { name: 'buttons.button', itemIndex }).map(choiceOf));
		case 'list':
			return listQuestion(context, parts);
		case 'flow':
			return flowQuestion(context, parts);
		case 'location':
			return { choices: [], own: ['location'], plan: () => ({ build: () => buildLocationRequest({ body }) }) };
		case 'contact':
			return { choices: [], own: ['contact'], plan: () => ({ build: () => buildContactInfoRequest({ body }) }) };
		case 'freeText':
			return { choices: [], own: [], plan: () => ({ build: () => buildText({ body }) }) };
	}
}

function readFurther({ n8n, itemIndex }: OperationContext, isPlain: boolean): AnswerType[] {
	const chosen: unknown = n8n.getNodeParameter(isPlain ? 'accepts' : 'alsoAccept', itemIndex, []);
	const names: unknown[] = Array.isArray(chosen) ? chosen : [];
	return FURTHER.filter((type) => names.includes(type));
}

/**
 * Reads the question from the item's parameters.
 *
 * @throws InvalidInput for a question that nothing could answer
 */
export async function readQuestion(context: OperationContext): Promise<ReadQuestion> {
	const { n8n, itemIndex } = context;
	const type = readChoice(n8n, { name: 'responseType', itemIndex, field: 'Response Type', choices: RESPONSE_TYPES });
	const own = await readOwn(context, type);
	const accepts = [...new Set([...own.own, ...readFurther(context, type === 'freeText')])];
	if (accepts.length === 0) {
		const field = type === 'template' ? 'Also Accept' : 'Accept';
		throw new InvalidInput([{ field, message: 'choose at least one way to answer' }]);
	}
	const textRule = accepts.includes('text') ? readTextRule(context) : undefined;
	return {
		type,
		text: own.text ?? readString(n8n, { name: 'message', itemIndex }),
		choices: own.choices,
		plan: own.plan,
		accepts,
		...(textRule !== undefined && { textRule }),
		...(type === 'approval' && { approves: 0 }),
		...(own.category !== undefined && { category: own.category }),
	};
}
