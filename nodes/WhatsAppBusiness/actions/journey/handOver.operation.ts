import { contactItem } from '../../../../core/contact/item';
import { InvalidInput } from '../../../../core/errors/invalidInput';
import { isoAfter } from '../../../../core/shared/moment';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import { checkTogether } from '../../shared/checkTogether';
import type { ItemOperation } from '../../shared/operation';
import { readNumber, readString } from '../../shared/parameters';
import { readItemContact } from '../../shared/readContact';
import { changeContact } from '../../store/changeContact';
import { openStore } from '../../store/openStore';

export const handOver: ItemOperation = {
	value: 'handOver',
	name: 'Hand Over to Human',
	action: 'Hand a contact over to a human',
	description:
		'Mark a contact as answered by people for some time: Route Incoming Message then keeps their messages away from the bot, and every message that an agent writes in the WhatsApp Business app prolongs it',
	properties: [
		contact,
		{
			displayName: 'Hours',
			name: 'hours',
			type: 'number',
			typeOptions: { minValue: 0.25, maxValue: 8760, numberPrecision: 2 },
			default: 24,
			description: 'After that the bot answers again by itself',
		},
		{
			displayName: 'Team',
			name: 'team',
			type: 'string',
			default: '',
			placeholder: 'e.g. returns',
			description: 'Who answers; for you to read and to branch on',
		},
		{
			displayName: 'Note',
			name: 'note',
			type: 'string',
			typeOptions: { rows: 2 },
			default: '',
			placeholder: 'e.g. damaged on arrival, wants a refund',
		},
		contactOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const { about, hours } = await checkTogether({
			about: () => readItemContact(context),
			hours: () => {
				const given = readNumber(n8n, { name: 'hours', itemIndex, fallback: 24 });
				if (given > 0 && given <= 8760) return given;
				throw new InvalidInput([{ field: 'Hours', message: `must be more than 0 and at most 8760, not ${given}` }]);
			},
		});
		const now = Date.now();
		const after = await changeContact(await openStore(n8n), {
			about,
			now: new Date(now).toISOString(),
			apply: (before) => ({
				...before,
				handOverUntil: isoAfter({ hours, now }),
				handOverTeam: readString(n8n, { name: 'team', itemIndex }),
				handOverNote: readString(n8n, { name: 'note', itemIndex }),
			}),
		});
		return { json: contactItem(after, now) };
	},
};
