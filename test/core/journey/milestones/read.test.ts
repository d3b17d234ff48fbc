import { readMilestone, type Reading, type StatusReport } from '../../../../core/journey/milestones/read';
import { MILESTONES, statusKey } from '../../../../core/journey/milestones/milestone';
import { DETECTED, SERVICES, type ServiceChoice } from '../../../../core/journey/milestones/services';

function said(service: ServiceChoice, status: string, more: Partial<StatusReport> = {}): string {
	const reading: Reading = readMilestone({ service, status, subStatus: '', text: '', ...more });
	return reading.kind === 'milestone' ? reading.milestone : reading.kind;
}

describe('tables of the services', () => {
	test('every entry is a milestone or nothing, under a key in the one spelling', () => {
		for (const { status, subStatus } of Object.values(SERVICES)) {
			for (const [key, meaning] of [...Object.entries(status), ...Object.entries(subStatus)]) {
				expect(statusKey(key)).toBe(key);
				expect([null, ...MILESTONES]).toContain(meaning);
			}
		}
	});

	// As the services write them, in the order of docs/shipment-milestones.md.
	test.each<[ServiceChoice, string, string]>([
		['aftership', 'Pending', 'noNews'],
		['aftership', 'InfoReceived', 'packed'],
		['aftership', 'InTransit', 'in_transit'],
		['aftership', 'OutForDelivery', 'out_for_delivery'],
		['aftership', 'AttemptFail', 'delivery_attempted'],
		['aftership', 'AvailableForPickup', 'available_for_pickup'],
		['aftership', 'Delivered', 'delivered'],
		['aftership', 'Exception', 'exception'],
		['aftership', 'Expired', 'noNews'],
		['shippo', 'PRE_TRANSIT', 'packed'],
		['shippo', 'TRANSIT', 'in_transit'],
		['shippo', 'RETURNED', 'returned'],
		['shippo', 'FAILURE', 'exception'],
		['shippo', 'UNKNOWN', 'noNews'],
		['easypost', 'pre_transit', 'packed'],
		['easypost', 'out_for_delivery', 'out_for_delivery'],
		['easypost', 'return_to_sender', 'returned'],
		['easypost', 'failure', 'exception'],
		['easypost', 'error', 'noNews'],
		['shipstation', 'AC', 'shipped'],
		['shipstation', 'IT', 'in_transit'],
		['shipstation', 'DE', 'delivered'],
		['shipstation', 'AT', 'delivery_attempted'],
		['shipstation', 'SP', 'available_for_pickup'],
		['shipstation', 'awaiting_shipment', 'ordered'],
		['clickpost', '6', 'out_for_delivery'],
		['clickpost', '13', 'returned'],
		['clickpost', '1004', 'in_transit'],
		['clickpost', 'RTO-OutForDelivery', 'returned'],
		['clickpost', 'FailedDelivery', 'delivery_attempted'],
		['clickpost', 'INTRANSIT', 'in_transit'],
		['shiprocket', 'IN TRANSIT-EN-ROUTE', 'in_transit'],
		['shiprocket', 'UNDELIVERED', 'delivery_attempted'],
		['shiprocket', 'RTO OFD', 'returned'],
		['shiprocket', 'PICKUP EXCEPTION', 'noNews'],
		['shiprocket', '7', 'delivered'],
		// 17 is Out For Delivery in one of Shiprocket's tables and RTO Acknowledged in the other.
		['shiprocket', '17', 'unknown'],
		['shiprocket', 'Partial Delivered', 'unknown'],
		['shopify', 'label_printed', 'packed'],
		['shopify', 'ATTEMPTED_DELIVERY', 'delivery_attempted'],
		['shopify', 'ready_for_pickup', 'available_for_pickup'],
		['shopify', 'confirmed', 'noNews'],
		['shopify', 'success', 'shipped'],
		['shopify', 'cancelled', 'noNews'],
		['shopify', 'partial', 'unknown'],
		['wooCommerce', 'processing', 'ordered'],
		['wooCommerce', 'wc-cancelled', 'cancelled'],
		['wooCommerce', 'completed', 'unknown'],
		['wooCommerce', 'on-hold', 'noNews'],
	])('%s: %s is %s', (service, status, expected) => {
		expect(said(service, status)).toBe(expected);
	});

	test.each<[ServiceChoice, string, string, string]>([
		['aftership', 'Exception', 'Exception_010', 'returned'],
		['aftership', 'Exception', 'Exception_017', 'delayed'],
		['aftership', 'Exception', 'Exception_999', 'exception'],
		['aftership', 'OutForDelivery', 'OutForDelivery_004', 'noNews'],
		['shippo', 'TRANSIT', 'out_for_delivery', 'out_for_delivery'],
		['shippo', 'TRANSIT', 'pickup_available', 'available_for_pickup'],
		['shippo', 'TRANSIT', 'delivered', 'unknown'],
		['easypost', 'delivered', 'arrived_at_destination', 'delivered'],
		['easypost', 'in_transit', 'weather_delay', 'delayed'],
		['shipstation', 'DE', 'DELIVERED_TO_LOCKER_COLLECTION_POINT', 'available_for_pickup'],
		['shipstation', 'DE', 'DELIVERED_IN_PART', 'noNews'],
		['shipstation', 'EX', 'RETURN_TO_SENDER', 'returned'],
	])('%s: %s with %s is %s', (service, status, subStatus, expected) => {
		expect(said(service, status, { subStatus })).toBe(expected);
	});

	test('what WooCommerce calls completed is the shop\'s to say', () => {
		expect(said('wooCommerce', 'completed', { completed: 'shipped' })).toBe('shipped');
		expect(said('wooCommerce', 'wc-completed', { completed: 'delivered' })).toBe('delivered');
		expect(readMilestone({ service: 'wooCommerce', status: 'completed', subStatus: '', text: '' })).toMatchObject({ reason: expect.stringContaining('WooCommerce Completed') });
	});
});

describe('text beside a status', () => {
	test('is read only when the table does not know the status', () => {
		expect(said('clickpost', '13', { text: 'Out for delivery' })).toBe('returned');
		expect(said('aftership', 'Pending', { text: 'Delivered' })).toBe('noNews');
		expect(said('aftership', '', { text: 'Zugestellt' })).toBe('delivered');
		expect(said('shiprocket', 'Undelivered-1st Attempt Customer Not Available')).toBe('delivery_attempted');
	});

	test('leads to nothing when it contradicts an unknown status', () => {
		expect(said('text', 'Returned to sender', { text: 'Delivered' })).toBe('unknown');
		expect(said('text', '', {})).toBe('unknown');
	});
});

describe('detection', () => {
	test.each([
		['InTransit', 'in_transit'],
		['out_for_delivery', 'out_for_delivery'],
		['PRE_TRANSIT', 'packed'],
		['Undelivered', 'delivery_attempted'],
		['label_printed', 'packed'],
		['Entregado', 'delivered'],
		['cancelled', 'cancelled'],
		// One service's code is another's country, number or nothing.
		['DE', 'unknown'],
		['8', 'unknown'],
		['success', 'unknown'],
		['completed', 'unknown'],
		['processing', 'ordered'],
		['gibberish', 'unknown'],
	])('%s is %s', (status, expected) => {
		expect(said('detect', status)).toBe(expected);
	});

	test('no word means two milestones in the services that are asked', () => {
		const words = new Set(DETECTED.flatMap((service) => Object.keys(SERVICES[service].status)).filter((word) => !/^(?:\d+|[a-z]{2})$/.test(word)));
		const clashes = [...words].filter((word) => said('detect', word) === 'unknown');
		expect(clashes).toEqual([]);
	});
});
