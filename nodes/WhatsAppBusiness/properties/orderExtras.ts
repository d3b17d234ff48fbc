import type { INodeProperties } from 'n8n-workflow';

function text(field: { displayName: string; name: string; placeholder: string; description?: string }): INodeProperties {
	return { ...field, type: 'string', default: '' };
}

const orderOptions: INodeProperties = {
	displayName: 'Order Options',
	name: 'orderOptions',
	type: 'collection',
	placeholder: 'Add Order Option',
	default: {},
	options: [
		text({
			displayName: 'Catalog ID',
			name: 'catalogId',
			placeholder: 'e.g. 194836987003835',
			description: 'Catalog that has the items, so that their pictures show',
		}),
		text({
			displayName: 'Discount Description',
			name: 'discountText',
			placeholder: 'e.g. Welcome coupon',
			description: 'At most 60 characters',
		}),
		text({
			displayName: 'Discount Program',
			name: 'discountProgram',
			placeholder: 'e.g. Summer deals',
			description: 'Name of the programme behind an incentivised order, at most 60 characters',
		}),
		text({
			displayName: 'Expiration Text',
			name: 'expirationText',
			placeholder: 'e.g. This offer has ended',
			description: 'Shown once the order has expired, at most 120 characters',
		}),
		{
			displayName: 'Expires At',
			name: 'expiresAt',
			type: 'dateTime',
			default: '',
			description: 'When the order can no longer be paid: at least five minutes from now. Needs the expiration text.',
		},
		{
			displayName: 'Quick Pay',
			name: 'quickPay',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/country': ['IN'] } },
			description: 'Whether to show only "Pay now", without the review before it',
		},
		text({
			displayName: 'Shipping Description',
			name: 'shippingText',
			placeholder: 'e.g. Express',
			description: 'At most 60 characters',
		}),
		text({
			displayName: 'Tax Description',
			name: 'taxText',
			placeholder: 'e.g. GST included',
			description: 'At most 60 characters',
		}),
	],
};

const shipTo: INodeProperties = {
	displayName: 'Ship To',
	name: 'shipTo',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	displayOptions: { show: { country: ['IN'], goods: ['physical-goods'] } },
	description: 'Who receives the goods; the buyer does not see it, but Meta wants it by law for goods that are shipped',
	options: [
		text({ displayName: 'Address Line 1', name: 'addressLine1', placeholder: 'e.g. 8 Nand Nagri', description: 'At most 100 characters' }),
		text({ displayName: 'Address Line 2', name: 'addressLine2', placeholder: 'e.g. Near the station', description: 'At most 100 characters' }),
		text({ displayName: 'City', name: 'city', placeholder: 'e.g. East Delhi' }),
		text({ displayName: 'Name', name: 'name', placeholder: 'e.g. Asha Rao', description: 'At most 200 characters' }),
		text({ displayName: 'Postal Code', name: 'postalCode', placeholder: 'e.g. 110093', description: 'Six digits' }),
		text({ displayName: 'State', name: 'state', placeholder: 'e.g. Delhi' }),
	],
};

const importer: INodeProperties = {
	displayName: 'Importer',
	name: 'importer',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	displayOptions: { show: { country: ['IN'] } },
	description: 'Where the items come from; Meta wants it for an order without a catalog',
	options: [
		text({ displayName: 'Address Line 1', name: 'addressLine1', placeholder: 'e.g. 8 Nand Nagri' }),
		text({ displayName: 'Address Line 2', name: 'addressLine2', placeholder: 'e.g. Near the station' }),
		text({ displayName: 'City', name: 'city', placeholder: 'e.g. East Delhi' }),
		text({ displayName: 'Country Code', name: 'countryCode', placeholder: 'e.g. IN', description: 'Two letters' }),
		text({ displayName: 'Country of Origin', name: 'countryOfOrigin', placeholder: 'e.g. India' }),
		text({ displayName: 'Name', name: 'name', placeholder: 'e.g. Asha Imports Ltd' }),
		text({ displayName: 'Postal Code', name: 'postalCode', placeholder: 'e.g. 110093' }),
		text({ displayName: 'Zone Code', name: 'zoneCode', placeholder: 'e.g. DL' }),
	],
};

/** What few orders need, and what India asks for. */
export const orderExtras: INodeProperties[] = [shipTo, importer, orderOptions];
