import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { templateFields } from '../../../../core/template/fields';
import { previewTemplate as render, previewText } from '../../../../core/template/preview';
import { template, templateVariables } from '../../properties/template';
import { contentOptions, withOptions } from '../../properties/templateOptions';
import type { ItemOperation } from '../../shared/operation';
import { readTemplate, reportOf } from './template';

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [],
};

export const previewTemplate: ItemOperation = {
	value: 'previewTemplate',
	name: 'Preview Template',
	action: 'Preview a template message',
	description: 'Fill in a template and return it as text, without sending anything',
	properties: [template, ...templateVariables, withOptions(options, contentOptions)],
	async execute(context) {
		const chosen = await readTemplate(context);
		const { definition, files } = chosen;
		// Nothing is uploaded: the name of a binary field stands for its file.
		const named = Object.entries(files).map(([id, { value }]) => [id, { id: value }] as const);
		const message = chosen.build(Object.fromEntries(named));
		const preview = render({ definition, message });
		const json: IDataObject = {
			...reportOf(chosen),
			category: definition.category ?? null,
			...(preview as IDataObject),
			text: previewText(preview),
			variables: templateFields(definition).map(({ id }) => id),
		};
		return { json };
	},
};
