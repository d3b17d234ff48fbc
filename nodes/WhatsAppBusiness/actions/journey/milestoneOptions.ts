import type { INodeProperties } from 'n8n-workflow';
import { MILESTONES, type Milestone } from '../../../../core/journey/milestones/milestone';

const NAMES: Record<Milestone, string> = {
	ordered: 'Ordered',
	packed: 'Packed',
	shipped: 'Shipped',
	in_transit: 'In Transit',
	out_for_delivery: 'Out for Delivery',
	delivery_attempted: 'Delivery Attempted',
	available_for_pickup: 'Available for Pickup',
	delivered: 'Delivered',
	delayed: 'Delayed',
	exception: 'Exception',
	returned: 'Returned',
	cancelled: 'Cancelled',
};

export const milestoneOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Each Milestone Only Once',
			name: 'onceOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether to tell no milestone a second time, not even "out for delivery" on the day after a failed attempt. Needs all milestones told so far in Last Milestone.',
		},
		{
			displayName: 'Only These Milestones',
			name: 'only',
			type: 'multiOptions',
			options: [...MILESTONES].map((value) => ({ name: NAMES[value], value })).sort((a, b) => a.name.localeCompare(b.name)),
			default: [],
			description: 'The milestones that your customers hear of; others leave by Unchanged. Empty: all.',
		},
		{
			displayName: 'Return Shipment',
			name: 'isReturn',
			type: 'boolean',
			default: false,
			description: 'Whether the parcel goes from the customer to the shop: "delivered" is then returned, and the steps before it are not told',
		},
		{
			displayName: 'WooCommerce Completed',
			name: 'completed',
			type: 'options',
			options: [
				{ name: 'Delivered', value: 'delivered' },
				{ name: 'Shipped', value: 'shipped' },
			],
			default: 'shipped',
			description: 'What the order status "completed" means in your shop. Without this option it leaves by Unknown.',
		},
	],
};
