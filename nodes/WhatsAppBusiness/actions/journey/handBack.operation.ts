import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation } from '../../shared/operation';
import { changeContact } from '../contact/change';
import { toItem } from '../contact/found';

export const handBack: ItemOperation = {
	value: 'handBack',
	name: 'Hand Back',
	action: 'Hand a contact back to the bot',
	description: 'End a hand-over before its time: messages of the contact reach the bot again',
	properties: [contact, contactOptions],
	async execute(context) {
		const { contact: after } = await changeContact(context, (before) => ({
			...before,
			// A moment ago, not empty: of two records of a person the later end of a hand-over counts.
			handOverUntil: before.handOverUntil === '' ? '' : new Date().toISOString(),
			handOverTeam: '',
			handOverNote: '',
		}));
		return { json: toItem(after, Date.now()) };
	},
};
