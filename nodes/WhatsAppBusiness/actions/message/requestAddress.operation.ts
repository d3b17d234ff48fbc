import type { IDataObject } from 'n8n-workflow';
import { ADDRESS_FIELDS, buildAddressRequest, type AddressValues } from '../../../../core/message/requestAddress';
import { addressRequest } from '../../properties/indianAddress';
import { messageOptions } from '../../properties/messageOptions';
import { recipient } from '../../properties/recipient';
import { requestBody } from '../../properties/requestBody';
import { sender } from '../../properties/sender';
import { gateOutputs } from '../../shared/gateOutputs';
import type { ItemOperation } from '../../shared/operation';
import { readObject, readRows, readString, textOf } from '../../shared/parameters';
import { sendMessage } from './sendMessage';

function toValues(row: IDataObject): AddressValues {
	return Object.fromEntries(Object.keys(ADDRESS_FIELDS).map((name) => [name, textOf(row[name])]));
}

export const requestAddress: ItemOperation = {
	value: 'requestAddress',
	name: 'Request Address',
	action: 'Request the address of the customer',
	description: 'Send a text with a button that opens an address form, for businesses and customers in India only',
	outputs: gateOutputs,
	parallel: true,
	properties: [sender, recipient, requestBody, ...addressRequest, messageOptions],
	async execute(context) {
		const { n8n, itemIndex } = context;
		const savedAddresses = readRows(n8n, { name: 'savedAddresses.savedAddress', itemIndex });
		const validationErrors = readRows(n8n, { name: 'validationErrors.validationError', itemIndex });
		const request = {
			body: readString(n8n, { name: 'body', itemIndex }),
			values: toValues(readObject(n8n, { name: 'addressValues', itemIndex })),
			savedAddresses: savedAddresses.map((row) => ({ id: textOf(row.id) ?? '', values: toValues(row) })),
			validationErrors: validationErrors.map((row) => ({
				field: textOf(row.field) ?? '',
				message: textOf(row.message) ?? '',
			})),
		};
		return await sendMessage(context, { build: () => buildAddressRequest(request) });
	},
};
