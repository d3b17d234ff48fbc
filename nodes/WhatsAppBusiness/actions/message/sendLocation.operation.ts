import { buildLocation } from '../../../../core/message/location';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readString } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

export const sendLocation: ItemOperation = {
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place that opens on the map, such as a shop or a pick-up point',
	outputs: gateOutputs,
	parallel: true,
	properties: [
		sender,
		recipient,
		{
			displayName: 'Latitude',
			name: 'latitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 52.516275',
			description: 'Decimal degrees from -90 to 90; south is negative',
		},
		{
			displayName: 'Longitude',
			name: 'longitude',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 13.377704',
			description: 'Decimal degrees from -180 to 180; west is negative',
		},
		{
			displayName: 'Name',
			name: 'name',
			type: 'string',
			default: '',
			placeholder: 'e.g. Shop Example',
			description: 'Name of the place, shown below the map',
		},
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			placeholder: 'e.g. Pariser Platz, 10117 Berlin',
			description: 'Address of the place, shown below its name',
		},
		messageOptions,
	],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const location = {
			latitude: readString(n8n, { name: 'latitude', itemIndex }),
			longitude: readString(n8n, { name: 'longitude', itemIndex }),
			name: readString(n8n, { name: 'name', itemIndex }),
			address: readString(n8n, { name: 'address', itemIndex }),
		};
		return await sendMessage(context, { build: () => buildLocation(location) });
	},
};
