import { lintSet } from '../../../../core/template/lint/set';
import { packLanguages, packShop } from '../../properties/templatePack';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readObject, readString } from '../../shared/parameters';
import { createPack as createTemplates, type PackResult } from '../../transport/templatePack';
import { sampleChoices } from '../../transport/templateSamples';
import { packFields, readPack } from './readPack';

const DONE = 0;
const ATTENTION = 1;

/** Statuses in which a template is of no use until somebody acts. */
const STUCK = ['REJECTED', 'DISABLED', 'PAUSED', 'PENDING_DELETION', 'DELETED', 'LIMIT_EXCEEDED', 'ARCHIVED'];

function outputOf({ result, status }: PackResult): number {
	const isThere = result === 'created' || result === 'updated' || result === 'exists';
	return isThere && !STUCK.includes(String(status)) ? DONE : ATTENTION;
}

export const createPack: ItemOperation = {
	value: 'createPack',
	name: 'Create Pack',
	action: 'Create a pack of templates',
	description:
		"Create the templates that a journey needs, in all languages, with sample files: what the account has already stays, so it can be run again",
	outputs: ['Done', 'Needs Attention'],
	failureOutput: ATTENTION,
	properties: [
		...packFields(),
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: [
				packLanguages,
				{
					displayName: 'Sample Document',
					name: 'sampleDocument',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/invoice.pdf',
					description: 'Address or binary field of a PDF that shows Meta what the header will hold. Empty: a small page of our own.',
				},
				{
					displayName: 'Sample Image',
					name: 'sampleImage',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/product.jpg',
					description: 'Address or binary field of a JPEG or PNG. Empty: a small picture of our own.',
				},
				{
					displayName: 'Sample Video',
					name: 'sampleVideo',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/guide.mp4',
					description: 'Address or binary field of an MP4. Empty: two seconds of our own.',
				},
				...packShop,
				{
					displayName: 'Update Different',
					name: 'updateDifferent',
					type: 'boolean',
					default: false,
					description:
						'Whether to overwrite a template of the account that reads otherwise. Meta reviews it again, and takes one edit a day and ten a month of an approved template.',
				},
			],
		},
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const definitions = await readPack(context, readString(n8n, { name: 'source', itemIndex }));
		const results = await createTemplates(context, {
			templates: lintSet(definitions, { uploadsSamples: true }),
			choices: sampleChoices(readObject(n8n, { name: 'options', itemIndex })),
			updateDifferent: readBoolean(n8n, { name: 'options.updateDifferent', itemIndex }),
		});
		return results.map((result) => ({ json: result, output: outputOf(result) }));
	},
};
