import type { INodeProperties } from 'n8n-workflow';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';

/** Whose labels, and which. */
export const labelFields: INodeProperties[] = [
	contact,
	{
		displayName: 'Labels',
		name: 'labels',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. vip, reseller',
		description: 'Separated by commas. What the WhatsApp Business app calls labels; kept in the contact record, since Meta has no API for those of the app.',
	},
	contactOptions,
];
