import { SEED } from '../../../sandbox/src';
import { ANA, itemsOf, SENDER, useSandbox } from '../setup';

const bench = useSandbox();
const operation = { resource: 'message', operation: 'pinMessage' };
const [{ id: groupId } = { id: '' }] = SEED.groups;

async function sentToGroup(): Promise<unknown> {
	const { outputs, error } = await bench.run({
		resource: 'message',
		operation: 'sendText',
		parameters: { to: `group:${groupId}`, text: 'Rules of this group' },
	});
	expect(error).toBeUndefined();
	return outputs[0]?.[0]?.json.messageId;
}

describe('Message: Pin Message', () => {
	test('pins and unpins a message, the group named with or without group:', async () => {
		const messageId = String(await sentToGroup());
		const { outputs, error } = await bench.run({
			...operation,
			parameters: { to: '={{ $json.to }}', messageId, pinAction: '={{ $json.action }}', days: 30 },
			items: itemsOf({ to: `group:${groupId}`, action: 'pin' }, { to: groupId, action: 'unpin' }),
		});
		expect(error).toBeUndefined();
		const envelope = { messaging_product: 'whatsapp', recipient_type: 'group', to: groupId };
		expect((await bench.sent()).slice(1)).toEqual([
			{ ...envelope, type: 'pin', pin: { type: 'pin', message_id: messageId, expiration_days: 30 } },
			{ ...envelope, type: 'pin', pin: { type: 'unpin', message_id: messageId } },
		]);
		expect((await bench.phone(ANA)).flatMap(({ pin }) => (pin === undefined ? [] : [pin]))).toEqual([
			{ type: 'pin', messageId, expirationDays: 30 },
			{ type: 'unpin', messageId },
		]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ to: groupId, phoneNumberId: SENDER });
	});

	test('refuses a person, no message and 31 days together, before any call', async () => {
		const { outputs } = await bench.run({
			...operation,
			parameters: { to: `+${ANA}`, messageId: '={{ "" }}', days: 31 },
			onError: 'continueRegularOutput',
		});
		expect(await bench.requests()).toEqual([]);
		expect(outputs[0]?.[0]?.json.details).toMatchObject({
			problems: [
				{ field: 'To', message: `must be the ID of a group, such as groupId of the trigger, not "+${ANA}"` },
				{ field: 'Message ID', message: 'must not be empty' },
				{ field: 'Days', message: 'must be 1 to 30, not 31' },
			],
		});
	});
});
