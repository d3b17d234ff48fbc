import { buildOrderStatus, ORDER_STATUSES, PAYMENT_STATUSES } from '../../../../core/message/order/status';
import { interactiveBody, interactiveFooter } from '../../properties/interactive';
import { messageOptions } from '../../properties/messageOptions';
import { orderReference } from '../../properties/orderReference';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation, OperationContext } from '../../shared/operation';
import { readChoice, readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

const PAYMENTS = ['none', ...PAYMENT_STATUSES] as const;

function build({ n8n, itemIndex }: OperationContext) {
	const text = (name: string) => readString(n8n, { name, itemIndex });
	const payment = readChoice(n8n, { name: 'paymentStatus', itemIndex, field: 'Payment Status', choices: PAYMENTS });
	return buildOrderStatus({
		body: text('body'),
		footer: text('footer'),
		referenceId: text('referenceId'),
		status: readChoice(n8n, { name: 'orderStatus', itemIndex, field: 'Order Status', choices: ORDER_STATUSES }),
		description: text('statusDescription'),
		...(payment !== 'none' && { payment: { status: payment, at: n8n.getNodeParameter('paidAt', itemIndex, '') } }),
		zone: n8n.getTimezone(),
	});
}

export const sendOrderStatus: ItemOperation = {
	value: 'sendOrderStatus',
	name: 'Send Order Status',
	action: 'Send the status of an order',
	description: 'Tell how far an order is that was sent with Send Order Details; the bill shows it, too (Brazil and India)',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{ ...orderReference, description: 'The reference ID that the order was sent with' },
		interactiveBody,
		interactiveFooter,
		{
			displayName: 'Order Status',
			name: 'orderStatus',
			type: 'options',
			default: 'processing',
			options: [
				{ name: 'Canceled', value: 'canceled', description: 'Final; refused by Meta once the order is paid' },
				{ name: 'Completed', value: 'completed', description: 'Final: nothing more will happen' },
				{ name: 'Partially Shipped', value: 'partially_shipped' },
				{ name: 'Pending', value: 'pending', description: 'As it was sent: not paid yet' },
				{ name: 'Processing', value: 'processing', description: 'Paid, and being prepared' },
				{ name: 'Shipped', value: 'shipped' },
			],
		},
		{
			displayName: 'Status Description',
			name: 'statusDescription',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sold out, sorry',
			description: 'Shown with the status in the order, at most 120 characters',
		},
		{
			displayName: 'Payment Status',
			name: 'paymentStatus',
			type: 'options',
			default: 'none',
			options: [
				{ name: 'Captured', value: 'captured', description: 'The message shows "paid"' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'None', value: 'none', description: 'Says nothing about the payment: always so in India' },
				{ name: 'Pending', value: 'pending' },
			],
			description: 'For orders in Brazil, whose payments WhatsApp does not see',
		},
		{
			displayName: 'Paid At',
			name: 'paidAt',
			type: 'dateTime',
			default: '',
			displayOptions: { show: { paymentStatus: ['captured', 'failed', 'pending'] } },
			description: 'When it was paid. Empty: no time is shown.',
		},
		messageOptions,
	],
	async execute(context) {
		return await sendMessage(context, { build: () => build(context) });
	},
};
