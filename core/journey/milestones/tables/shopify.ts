import type { StatusTable } from './table';

/** A fulfilment's `shipment_status`, a fulfilment event's `status`, and the fulfilment's own `status`. */
export const shopify: StatusTable = {
	name: 'Shopify',
	status: {
		label_purchased: 'packed',
		label_printed: 'packed',
		// Shopify's value when it knows nothing else.
		confirmed: null,
		carrier_picked_up: 'shipped',
		in_transit: 'in_transit',
		out_for_delivery: 'out_for_delivery',
		attempted_delivery: 'delivery_attempted',
		ready_for_pickup: 'available_for_pickup',
		ready_for_recipient_pickup: 'available_for_pickup',
		picked_up: 'delivered',
		delivered: 'delivered',
		delayed: 'delayed',
		failure: 'exception',
		buyer_action_required: 'exception',
		returning_to_sender: 'returned',
		success: 'shipped',
		fulfilled: 'shipped',
		unfulfilled: 'ordered',
		// The fulfilment was cancelled, not the order: the shop may send it again.
		cancelled: null,
		pending: null,
		open: null,
		error: null,
	},
	subStatus: {},
	ambiguous: {
		partial: 'means that only a part was sent; which milestone that is depends on the items',
		restocked: 'means that the items went back on the shelf, after a cancellation or a return',
	},
};
