import type { StatusTable } from './table';

/**
 * `status` and `status_detail` of EasyPost's tracker. Details about places (`arrived_at_destination` comes with delivered
 * parcels too) are left out: the status is more certain.
 */
export const easypost: StatusTable = {
	name: 'EasyPost',
	status: {
		unknown: null,
		pre_transit: 'packed',
		in_transit: 'in_transit',
		out_for_delivery: 'out_for_delivery',
		delivered: 'delivered',
		available_for_pickup: 'available_for_pickup',
		return_to_sender: 'returned',
		failure: 'exception',
		cancelled: 'cancelled',
		error: null,
	},
	subStatus: {
		address_correction: 'exception',
		arrived_at_pickup_location: 'available_for_pickup',
		damaged: 'exception',
		delayed: 'delayed',
		delivery_exception: 'exception',
		held: 'exception',
		lost: 'exception',
		missorted: 'delayed',
		refused: 'exception',
		return: 'returned',
		transit_exception: 'exception',
		weather_delay: 'delayed',
	},
};
