import { NodeOperationError } from 'n8n-workflow';
import type { ConsentRecord } from '../../../../core/consent/record';
import { contact } from '../../properties/contact';
import { contactOptions } from '../../properties/contactOptions';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readObject, textOf } from '../../shared/parameters';
import { erasePerson } from '../../store/erase';
import { openStore } from '../../store/openStore';
import { readContact } from '../../shared/readContact';

/** What remains of an opt-out when all else goes: enough not to write to the person again. */
function bare(record: ConsentRecord): ConsentRecord {
	return { ...record, reason: '', source: 'Kept after erasure', messageId: '' };
}

export const erase: ItemOperation = {
	value: 'erase',
	name: 'Erase',
	action: 'Erase what is known of a contact',
	description:
		'Remove everything that the contact record holds of a person, for a privacy request, and show what was removed. Executions of n8n, the chat in WhatsApp and other systems are not touched.',
	properties: [
		contact,
		{
			displayName: 'Keep Opt-Outs',
			name: 'keepOptOuts',
			type: 'boolean',
			default: true,
			description:
				'Whether to keep the bare opt-outs (number, category, date), so that the person is not written to again when their number comes back with an import',
		},
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
		const keepsOptOuts = readBoolean(n8n, { name: 'keepOptOuts', itemIndex });
		const keep = (record: ConsentRecord) => (keepsOptOuts && record.state === 'opted_out' ? bare(record) : undefined);
		const { ids, removed, remaining, kept } = await erasePerson(store, { ...about, keep });
		if (remaining > 0) {
			throw new NodeOperationError(n8n.getNode(), `${remaining} records of the contact are still there`, {
				itemIndex,
				description: 'Something wrote about the contact meanwhile, or the store did not remove them. Run it again.',
			});
		}
		return {
			json: { ids, erasedAt: new Date().toISOString(), removed, remaining, keptOptOuts: kept.map(({ category }) => category) },
		};
	},
};
