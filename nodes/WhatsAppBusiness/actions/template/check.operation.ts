import { InvalidInput } from '../../../../core/errors/invalidInput';
import type { JsonObject } from '../../../../core/shared/json';
import { lintSet, type CheckedTemplate } from '../../../../core/template/lint/set';
import { packLanguages, packShop } from '../../properties/templatePack';
import { template } from '../../properties/template';
import type { ItemOperation, OperationContext, OperationItem } from '../../shared/operation';
import { readBoolean, readString } from '../../shared/parameters';
import { listTemplates, parseTemplateReference } from '../../transport/templates';
import { packFields, readPack } from './readPack';

const READY = 0;
const NOT_READY = 1;

async function readExisting({ n8n, itemIndex }: OperationContext): Promise<JsonObject[]> {
	const value = readString(n8n, { name: 'template', itemIndex });
	if (value === '') throw new InvalidInput([{ field: 'Template', message: 'choose a template' }]);
	const { name, language } = parseTemplateReference(value);
	const rows = (await listTemplates(n8n, { qs: { name } })).filter((row) => row.name === name && (language === undefined || row.language === language));
	if (rows.length > 0) return rows;
	throw new InvalidInput([{ field: 'Template', message: `"${value}" does not exist in this WhatsApp Business Account` }]);
}

function toItem({ name, language, category, problems }: CheckedTemplate, isStrict: boolean): OperationItem {
	const errors = problems.filter(({ level }) => level === 'error').length;
	const ok = errors === 0 && (!isStrict || problems.length === 0);
	return {
		json: { name, language, category, ok, errors, warnings: problems.length - errors, problems: problems.map((problem) => ({ ...problem })) },
		output: ok ? READY : NOT_READY,
	};
}

export const check: ItemOperation = {
	value: 'check',
	name: 'Check',
	action: 'Check templates before submission',
	description: "Look for what Meta would refuse, before it is submitted: one item per template and language, without a call to Meta for definitions of your own",
	outputs: ['Ready', 'Not Ready'],
	failureOutput: NOT_READY,
	properties: [
		...packFields([{ name: 'Account', value: 'account', description: 'A template that the WhatsApp Business Account has' }]),
		// Not `required`: where Templates From is an expression, n8n would ask for it in every case.
		{ ...template, required: false, description: 'The template to check', displayOptions: { show: { source: ['account'] } } },
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				packLanguages,
				{
					displayName: 'Sample Files Follow',
					name: 'samplesFollow',
					type: 'boolean',
					default: true,
					description: 'Whether missing sample files are no problem, because Create Pack uploads some',
				},
				...packShop,
				{
					displayName: 'Warnings Count',
					name: 'warningsCount',
					type: 'boolean',
					default: false,
					description: 'Whether a template with warnings leaves by Not Ready too',
				},
			],
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const source = readString(n8n, { name: 'source', itemIndex });
		const isExisting = source === 'account';
		const definitions = isExisting ? await readExisting(context) : await readPack(context, source);
		// Meta's list shows addresses in the place of handles.
		const uploadsSamples = isExisting || n8n.getNodeParameter('options.samplesFollow', itemIndex, true) !== false;
		const isStrict = readBoolean(n8n, { name: 'options.warningsCount', itemIndex });
		return lintSet(definitions, { uploadsSamples }).map((checked) => toItem(checked, isStrict));
	},
};
