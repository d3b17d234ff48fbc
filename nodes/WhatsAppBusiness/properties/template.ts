import type { INodeProperties } from 'n8n-workflow';

export const template: INodeProperties = {
	displayName: 'Template',
	name: 'template',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description:
		'Approved template of the WhatsApp Business Account. If the variables do not change after choosing another one, reopen the node.',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a template',
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. order_shipped|en_US',
			hint: 'Name, or name|language when the template exists in several languages',
		},
	],
};

/** One field per variable, made from the chosen template's definition (`methods/resourceMapping`), or JSON. */
export const templateVariables: INodeProperties[] = [
	{
		displayName: 'Variables as JSON',
		name: 'variablesAsJson',
		type: 'boolean',
		default: false,
		description:
			'Whether to give the variables as JSON, for a template that an expression chooses: the form below cannot know its variables',
	},
	{
		displayName: 'Template Variables',
		name: 'templateVariables',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'defineBelow', value: null },
		displayOptions: { show: { variablesAsJson: [false] } },
		typeOptions: {
			loadOptionsDependsOn: ['template.value'],
			resourceMapper: {
				resourceMapperMethod: 'getTemplateVariables',
				mode: 'add',
				valuesLabel: 'Template Variables',
				addAllFields: true,
				supportAutoMap: false,
				fieldWords: { singular: 'variable', plural: 'variables' },
				noFieldsError: 'This template has nothing to fill in',
				hideNoDataError: true,
				refreshStaleSchemaOnOpen: true,
			},
		},
	},
	{
		displayName: 'Template Variables (JSON)',
		name: 'variablesJson',
		type: 'json',
		default: '{}',
		displayOptions: { show: { variablesAsJson: [true] } },
		description:
			'Object by variable name or field ID, such as {"order_number": "#1001", "header_image": "https://…", "button_0_url": "1001"}, or a list of the body\'s values, such as ["Ana", "#1001"]. Preview Template names the field IDs.',
	},
];
