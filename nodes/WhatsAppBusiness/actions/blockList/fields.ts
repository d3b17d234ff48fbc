import type { INodeProperties } from 'n8n-workflow';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import { sender } from '../../properties/sender';

/** Whose list, who, and how phones are read. */
export const changeFields: INodeProperties[] = [
	{ ...sender, displayName: 'Phone Number', description: 'Business phone number whose list it is. Leave empty for the one in the credential.' },
	contact,
	contactOptions,
];
