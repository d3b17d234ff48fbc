import type { StatusTable } from './table';

/** `tracking_status.status` and `substatus.code` of Shippo. */
export const shippo: StatusTable = {
	name: 'Shippo',
	status: {
		pre_transit: 'packed',
		transit: 'in_transit',
		delivered: 'delivered',
		returned: 'returned',
		failure: 'exception',
		unknown: null,
	},
	subStatus: {
		information_received: 'packed',
		address_issue: 'exception',
		contact_carrier: 'exception',
		delayed: 'delayed',
		delivery_attempted: 'delivery_attempted',
		delivery_rescheduled: 'delayed',
		location_inaccessible: 'exception',
		notice_left: 'delivery_attempted',
		out_for_delivery: 'out_for_delivery',
		package_accepted: 'shipped',
		package_damaged: 'exception',
		package_held: 'exception',
		pickup_available: 'available_for_pickup',
		reschedule_delivery: 'exception',
		delivered: 'delivered',
		return_to_sender: 'returned',
		package_unclaimed: 'returned',
		package_undeliverable: 'exception',
		package_disposed: 'exception',
		package_lost: 'exception',
	},
};
