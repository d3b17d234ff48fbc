import { buildAddressRequest } from '../../../core/message/requestAddress';
import { problemsOf } from './problemsOf';

const body = 'Where shall we deliver to?';

test('asks with nothing but a text', () => {
	expect(buildAddressRequest({ body, values: { name: ' ', city: '' } })).toEqual({
		type: 'interactive',
		interactive: {
			type: 'address_message',
			body: { text: body },
			action: { name: 'address_message', parameters: { country: 'IN' } },
		},
	});
});

test('carries values, saved addresses and validation errors', () => {
	const { interactive } = buildAddressRequest({
		body,
		values: { state: 'Goa', name: 'Asha', in_pin_code: '403001', city: '' },
		savedAddresses: [{ id: 'home', values: { house_number: '12', in_pin_code: '400063' } }],
		validationErrors: [{ field: 'in_pin_code', message: 'We could not find it' }],
	});
	expect(interactive.action.parameters).toEqual({
		country: 'IN',
		values: { name: 'Asha', in_pin_code: '403001', state: 'Goa' },
		saved_addresses: [{ id: 'home', value: { in_pin_code: '400063', house_number: '12' } }],
		validation_errors: { in_pin_code: 'We could not find it' },
	});
});

test('takes all fields of an address', () => {
	const values = {
		name: 'Asha',
		phone_number: '+91 98765 43210',
		in_pin_code: '403001',
		house_number: '12',
		floor_number: '3',
		tower_number: 'B',
		building_name: 'Sea View',
		address: 'Beach Road',
		landmark_area: 'Fort',
		city: 'Panaji',
		state: 'Goa',
	};
	expect(buildAddressRequest({ body, values }).interactive.action.parameters.values).toEqual(values);
});

test.each(['12345', '1234567', '40006a'])('refuses the PIN code %s', (in_pin_code) => {
	expect(problemsOf(() => buildAddressRequest({ body, values: { in_pin_code } }))).toEqual([
		{ field: 'PIN Code', message: `must have 6 digits, not "${in_pin_code}"` },
	]);
});

test('reports every problem at once', () => {
	expect(
		problemsOf(() =>
			buildAddressRequest({
				body: 'x'.repeat(1025),
				values: { in_pin_code: '1' },
				savedAddresses: [
					{ id: 'a', values: { in_pin_code: '2' } },
					{ id: 'a', values: {} },
					{ id: '', values: { city: 'Panaji' } },
				],
				validationErrors: [
					{ field: 'city', message: '' },
					{ field: 'city', message: 'Unknown' },
					{ field: 'pin', message: 'Unknown' },
				],
			}),
		),
	).toEqual([
		{ field: 'Body', message: 'has 1,025 characters, at most 1,024 are allowed' },
		{ field: 'PIN Code', message: 'must have 6 digits, not "1"' },
		{ field: 'Saved Address 1 PIN Code', message: 'must have 6 digits, not "2"' },
		{ field: 'Saved Address 2', message: 'must not be empty; fill in the address' },
		{ field: 'Saved Address 3 ID', message: 'must not be empty' },
		{ field: 'Saved Address 2 ID', message: 'must differ from Saved Address 1 ID; both are "a"' },
		{ field: 'Validation Error 1 Message', message: 'must not be empty' },
		{ field: 'Validation Error 3 Field', message: expect.stringMatching(/^"pin" is none of name, phone_number, in_pin_code, /) },
		{ field: 'Validation Error 2 Field', message: 'must differ from Validation Error 1 Field; both are "city"' },
	]);
});

test('a body may have 1024 characters', () => {
	expect(problemsOf(() => buildAddressRequest({ body: 'x'.repeat(1024) }))).toEqual([]);
});
