import type { INodeProperties } from 'n8n-workflow';
import { gateFields, gateOptions } from './gate';

/** The gate as an option of a send. */
export const messageGate: INodeProperties = {
	displayName: 'Check Before Sending',
	name: 'gate',
	type: 'fixedCollection',
	default: { check: Object.fromEntries(gateFields.map(({ name, default: value }) => [name, value])) },
	placeholder: 'Add Check',
	description:
		'Checks consent, quiet hours, caps and more before each message. What may not go now leaves by the outputs Wait Until and Suppressed.',
	options: [
		{
			displayName: 'Check',
			name: 'check',
			values: [
				...gateFields,
				{
					displayName: 'More Options',
					name: 'options',
					type: 'collection',
					placeholder: 'Add option',
					default: {},
					options: gateOptions,
				},
			],
		},
	],
};
