import type { StatusTable } from './table';

/** WooCommerce's order statuses; `wc-` in front is taken off. Below `refunded` stand names that shipping plug-ins add. */
export const wooCommerce: StatusTable = {
	name: 'WooCommerce',
	status: {
		pending: null,
		on_hold: null,
		failed: null,
		draft: null,
		auto_draft: null,
		checkout_draft: null,
		new: null,
		trash: null,
		processing: 'ordered',
		cancelled: 'cancelled',
		refunded: null,
		packed: 'packed',
		ready_to_ship: 'packed',
		awaiting_shipment: 'packed',
		shipped: 'shipped',
		in_transit: 'in_transit',
		out_for_delivery: 'out_for_delivery',
		ready_for_pickup: 'available_for_pickup',
		ready_pickup: 'available_for_pickup',
		picked_up: 'delivered',
		delivered: 'delivered',
		returned: 'returned',
	},
	subStatus: {},
	ambiguous: {
		completed: 'is set by some shops when they ship and by others when the customer has it; choose in the option WooCommerce Completed',
		pickup: 'is "ready for pickup" with one plug-in and "picked up" with another',
		partial_shipped: 'means that only a part was sent',
		partially_shipped: 'means that only a part was sent',
	},
};
