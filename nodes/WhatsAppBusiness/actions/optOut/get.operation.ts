import { decideConsent } from '../../../../core/consent/decide';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { ConsentLog } from '../../store/consentLog';
import { ConsentStore } from '../../store/consentStore';
import { ContactStore } from '../../store/contactStore';
import { openStore } from '../../store/openStore';
import { readContact } from '../../shared/readContact';

export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get the consent of a contact',
	description: 'Get what a contact decided, what follows from it now, and every change of it',
	properties: [
		contact,
		contactOptions,
	],
	async execute({ n8n, itemIndex }) {
		const { defaultCountry } = readObject(n8n, { name: 'options', itemIndex });
		const about = readContact({
			value: n8n.getNodeParameter('contact', itemIndex),
			field: 'Contact',
			defaultCountry: textOf(defaultCountry),
		});
		const store = await openStore(n8n);
		const [known] = await new ContactStore(store).find([about.contactKey]);
		const ids = [about.contactKey, known?.phone ?? '', known?.userId ?? ''].filter((id) => id !== '');
		const records = await new ConsentStore(store).find(ids);
		const history = await new ConsentLog(store).historyOf(ids);
		const now = new Date();
		const answer = (category: 'marketing' | 'utility') => {
			const { allowed, state, reason } = decideConsent({ records, category, now });
			return { allowed, state, reason };
		};
		return {
			json: {
				contactKey: known?.contactKey ?? about.contactKey,
				phone: known?.phone ?? about.phone,
				userId: known?.userId ?? about.userId,
				marketing: answer('marketing'),
				utility: answer('utility'),
				records: records.map((record) => ({ ...record })),
				history: history.map((entry) => ({ ...entry })),
			},
		};
	},
};
