import { textOf } from '../../../../core/shared/json';
import { returnAll } from '../../properties/returnAll';
import { sender } from '../../properties/sender';
import type { ItemOperation } from '../../shared/operation';
import { readBoolean, readNumber } from '../../shared/parameters';
import { getRows } from '../../transport/pages';
import { readSender } from '../../transport/sender';

export const getMany: ItemOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many blocked contacts',
	description: 'List the people whom a business number has blocked',
	properties: [
		{ ...sender, displayName: 'Phone Number', description: 'Business phone number whose list it is. Leave empty for the one in the credential.' },
		...returnAll,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const phoneNumberId = await readSender(context);
		const enough = readBoolean(n8n, { name: 'returnAll', itemIndex })
			? undefined
			: readNumber(n8n, { name: 'limit', itemIndex, fallback: 50 });
		const rows = await getRows(n8n, { path: `/${phoneNumberId}/block_users`, ...(enough === undefined ? {} : { enough }) });
		return rows.map((row) => {
			const waId = textOf(row.wa_id);
			const userId = textOf(row.user_id);
			return {
				json: {
					...(waId === undefined ? {} : { phone: `+${waId}` }),
					...(userId === undefined ? {} : { userId }),
					phoneNumberId,
				},
			};
		});
	},
};
