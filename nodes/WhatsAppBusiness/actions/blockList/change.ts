import { InvalidInput } from '../../../../core/errors/invalidInput';
import { parseRecipient } from '../../../../core/phone/recipient';
import { checkTogether } from '../../shared/checkTogether';
import type { OperationContext, OperationItem } from '../../shared/operation';
import { readObject, textOf } from '../../shared/parameters';
import { graphRequest } from '../../transport/graph';
import { readSender } from '../../transport/sender';

function readUser({ n8n, itemIndex }: OperationContext): { user: string } | { user_id: string } {
	const options = readObject(n8n, { name: 'options', itemIndex });
	const recipient = parseRecipient({
		value: n8n.getNodeParameter('contact', itemIndex),
		field: 'Contact',
		defaultCountry: textOf(options.defaultCountry),
	});
	if (recipient.kind === 'group') throw new InvalidInput([{ field: 'Contact', message: 'must be a person' }]);
	if (recipient.kind === 'userId') return { user_id: recipient.userId };
	return { user: recipient.e164 };
}

/** Puts the item's contact on the block list of a number, or takes it off (cloud-api 7). */
export async function changeBlockList(context: OperationContext, method: 'POST' | 'DELETE'): Promise<OperationItem> {
	const { phoneNumberId, user } = await checkTogether({
		phoneNumberId: async () => await readSender(context),
		user: () => readUser(context),
	});
	await graphRequest(context.n8n, {
		method,
		path: `/${phoneNumberId}/block_users`,
		body: { messaging_product: 'whatsapp', block_users: [user] },
	});
	const contact = 'user' in user ? user.user : user.user_id;
	return { json: { contact, phoneNumberId, blocked: method === 'POST' } };
}
