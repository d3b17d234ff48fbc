import { buildContacts } from '../../../../core/message/contacts/build';
import type { ContactCard } from '../../../../core/message/contacts/card';
import { problemsOf } from '../problemsOf';

const ana: ContactCard = {
	fullName: 'Dr. Ana Maria Silva Jr.',
	firstName: 'Ana',
	lastName: 'Silva',
	middleName: 'Maria',
	prefix: 'Dr.',
	suffix: 'Jr.',
	phones: [{ phone: '+1 555 010 0200', type: 'WORK', waId: '+1 (555) 010-0200' }, { phone: '5550100201' }],
	emails: [{ email: 'ana@shop.example', type: 'WORK' }],
	addresses: [
		{
			street: '1 Main St',
			city: 'Springfield',
			state: 'OR',
			zip: '97477',
			country: 'United States',
			countryCode: 'us',
			type: 'HOME',
		},
	],
	company: 'Shop Example',
	department: 'Support',
	jobTitle: 'Lead',
	urls: [{ url: 'https://shop.example', type: 'WORK' }],
	birthday: '1990-02-28',
};

test('builds a card with every field', () => {
	expect(buildContacts({ contacts: [ana] })).toEqual({
		type: 'contacts',
		contacts: [
			{
				name: {
					formatted_name: 'Dr. Ana Maria Silva Jr.',
					first_name: 'Ana',
					last_name: 'Silva',
					middle_name: 'Maria',
					prefix: 'Dr.',
					suffix: 'Jr.',
				},
				phones: [{ phone: '+1 555 010 0200', type: 'WORK', wa_id: '15550100200' }, { phone: '5550100201' }],
				emails: [{ email: 'ana@shop.example', type: 'WORK' }],
				addresses: [
					{
						street: '1 Main St',
						city: 'Springfield',
						state: 'OR',
						zip: '97477',
						country: 'United States',
						country_code: 'us',
						type: 'HOME',
					},
				],
				org: { company: 'Shop Example', department: 'Support', title: 'Lead' },
				urls: [{ url: 'https://shop.example', type: 'WORK' }],
				birthday: '1990-02-28',
			},
		],
	});
});

test('a card with a full name alone gets the part that Meta may ask for', () => {
	expect(buildContacts({ contacts: [{ fullName: 'Ana', emails: [], company: ' ', birthday: '' }] }).contacts).toEqual([
		{ name: { formatted_name: 'Ana', first_name: 'Ana' } },
	]);
});

test.each([
	['1990-02-28T00:00:00', '1990-02-28'],
	['1990-02-28T00:00:00.000+05:30', '1990-02-28'],
	['1990-02-28 00:00', '1990-02-28'],
	[new Date('1990-02-28T00:00:00Z'), '1990-02-28'],
])('the birthday %s is %s in every zone', (birthday, date) => {
	expect(buildContacts({ contacts: [{ fullName: 'Ana', birthday }] }).contacts[0]?.birthday).toBe(date);
});

test.each(['28.02.1990', '1990-02-30', '1990', 'yesterday'])('refuses the birthday %s', (birthday) => {
	expect(problemsOf(() => buildContacts({ contacts: [{ fullName: 'Ana', birthday }] }))).toEqual([
		{ field: 'Contact 1 Birthday', message: `"${birthday}" is not a date; write it as 1990-12-31` },
	]);
});

test('sends 1 to 257 cards', () => {
	const build = (length: number) => buildContacts({ contacts: Array.from({ length }, () => ({ fullName: 'Ana' })) });
	expect(problemsOf(() => [build(1), build(257)])).toEqual([]);
	expect(problemsOf(() => build(258))).toEqual([
		{ field: 'Contacts', message: 'has 258 contacts, at most 257 are allowed' },
	]);
	expect(problemsOf(() => build(0))).toEqual([
		{ field: 'Contacts', message: 'must not be empty; add at least one contact' },
	]);
});

test('reports every problem of all cards at once, in the order of the form', () => {
	expect(
		problemsOf(() =>
			buildContacts({
				contacts: [
					{ fullName: '', phones: [{ phone: '1' }, { phone: ' ', waId: 'ana' }] },
					{
						fullName: 'Ben',
						emails: [{ email: '' }],
						addresses: [{ countryCode: 'Germany' }, { street: ' ' }],
						urls: [{ url: '' }],
						birthday: 'soon',
					},
				],
			}),
		),
	).toEqual([
		{ field: 'Contact 1 Full Name', message: 'must not be empty' },
		{ field: 'Contact 1 Phone 2 Phone Number', message: 'must not be empty' },
		{ field: 'Contact 1 Phone 2 WhatsApp ID', message: 'must be the digits of a phone number, not "ana"' },
		{ field: 'Contact 2 Email 1 Email', message: 'must not be empty' },
		{ field: 'Contact 2 Address 1 Country Code', message: 'must have two letters such as DE, not "Germany"' },
		{ field: 'Contact 2 Address 2', message: 'must not be empty; fill in the address or delete it' },
		{ field: 'Contact 2 URL 1 URL', message: 'must not be empty' },
		{ field: 'Contact 2 Birthday', message: '"soon" is not a date; write it as 1990-12-31' },
	]);
});
