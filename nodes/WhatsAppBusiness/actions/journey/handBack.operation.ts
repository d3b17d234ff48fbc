import { contactItem } from '../../../../core/contact/item';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation } from '../../shared/operation';
import { readItemContact } from '../../shared/readContact';
import { changeContact } from '../../store/changeContact';
import { openStore } from '../../store/openStore';

export const handBack: ItemOperation = {
	value: 'handBack',
	name: 'Hand Back',
	action: 'Hand a contact back to the bot',
	description: 'End a hand-over before its time: messages of the contact reach the bot again',
	properties: [contact, contactOptions],
	async execute(context) {
		const now = Date.now();
		const ended = new Date(now).toISOString();
		const after = await changeContact(await openStore(context.n8n), {
			about: readItemContact(context),
			now: ended,
			// Not empty: of two records of a person the later end of a hand-over counts.
			apply: (before) => ({ ...before, handOverUntil: before.handOverUntil === '' ? '' : ended, handOverTeam: '', handOverNote: '' }),
		});
		return { json: contactItem(after, now) };
	},
};
