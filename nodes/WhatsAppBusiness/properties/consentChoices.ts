import type { INodeProperties } from 'n8n-workflow';

/** What a decision of a contact covers. The values are stored: they never change. */
export const coverage: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{ name: 'All Messages', value: 'all' },
		{ name: 'Marketing', value: 'marketing' },
		{ name: 'Utility', value: 'utility' },
	],
	default: 'all',
	description: 'What the decision covers',
};

/** What a contact decided. The values are stored: they never change. */
export const decision: INodeProperties = {
	displayName: 'Decision',
	name: 'state',
	type: 'options',
	options: [
		{ name: 'Opt Out', value: 'opted_out' },
		{ name: 'Opt In', value: 'opted_in' },
		{
			name: 'Opt In to Be Confirmed',
			value: 'pending',
			description: 'Double opt-in: asked, and not answered yet. No marketing until an opt-in follows.',
		},
	],
	default: 'opted_out',
	description: 'What the contact decided',
};

/** What a message is sent as, by Meta's categories of templates. */
export const messageCategory: INodeProperties = {
	displayName: 'Category',
	name: 'category',
	type: 'options',
	options: [
		{ name: 'Marketing', value: 'marketing', description: 'Offers, reminders, news' },
		{ name: 'Utility', value: 'utility', description: 'Updates of an order or an account' },
	],
	default: 'utility',
	description: 'What you want to send',
};
