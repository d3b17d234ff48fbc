import { ANA, itemsOf, useSandbox } from '../setup';
import { COLUMNS, CONSENT, newProject, optOutOf, SETUP } from './consent';

const optOut = optOutOf(useSandbox());
const ANA_ID = 'US.90817263540918273645';
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('Opt-Out: Record', () => {
	test('writes one row per item, from expressions, into a table made on first use', async () => {
		const project = newProject();
		const { outputs, error } = await optOut(project, {
			operation: 'record',
			parameters: {
				contact: '={{ $json.from }}',
				state: '={{ $json.state }}',
				category: 'marketing',
				source: '=Button {{ $json.button }}',
				options: { reason: '={{ $json.why }}', messageId: 'wamid.1', until: '2999-01-01T00:00:00Z' },
			},
			items: itemsOf(
				{ from: '+1 (555) 012-3456', state: 'opted_out', button: 'Stop', why: 'too many' },
				{ from: 'DE.1234', state: 'opted_in', button: 'Start', why: '' },
			),
		});
		expect(error).toBeUndefined();
		const common = {
			category: 'marketing',
			messageId: 'wamid.1',
			recordedAt: expect.stringMatching(ISO),
			until: '2999-01-01T00:00:00.000Z',
		};
		const rows = [
			{ ...common, contactKey: ANA, phone: ANA, userId: '', state: 'opted_out', reason: 'too many', source: 'Button Stop' },
			{ ...common, contactKey: 'DE.1234', phone: '', userId: 'DE.1234', state: 'opted_in', reason: '', source: 'Button Start' },
		];
		expect(project.tables.rows(CONSENT)).toMatchObject(rows);
		expect(project.tables.rows(SETUP)).toMatchObject([{ tableName: CONSENT }]);
		expect(outputs).toEqual([rows.map((row, item) => ({ json: { ...row, changed: true }, pairedItem: { item } }))]);
	});

	test('a new decision replaces the one of the same contact and category, and no other', async () => {
		const project = newProject();
		const decide = async (state: string, category: string) =>
			await optOut(project, { operation: 'record', parameters: { contact: ANA, state, category, source: 'test' } });
		await decide('opted_out', 'all');
		await decide('opted_out', 'marketing');
		await decide('opted_in', 'all');
		const kept = project.tables.rows(CONSENT)?.map(({ category, state }) => [category, state]);
		expect(kept).toEqual([
			['all', 'opted_in'],
			['marketing', 'opted_out'],
		]);
		const check = async () => (await optOut(project, { operation: 'check', parameters: { contact: ANA } })).outputs;
		expect((await check())[0]?.[0]?.json.consent).toMatchObject({ allowed: true, state: 'opted_in' });
		await decide('opted_out', 'all');
		expect((await check())[1]?.[0]?.json.consent).toMatchObject({ allowed: false });
	});

	test('links phone and user ID, whichever is the contact', async () => {
		const project = newProject();
		await optOut(project, {
			operation: 'record',
			parameters: { contact: ANA_ID, source: 'a', options: { phone: '(555) 012-3456', defaultCountry: 'US' } },
		});
		await optOut(project, {
			operation: 'record',
			parameters: { contact: `+${ANA}`, source: 'b', category: 'marketing', options: { userId: ANA_ID } },
		});
		const linked = { contactKey: ANA_ID, phone: ANA, userId: ANA_ID };
		expect(project.tables.rows(CONSENT)).toMatchObject([
			{ ...linked, source: 'a' },
			{ ...linked, source: 'b' },
		]);
	});

	test('an end without a time zone is meant in the time zone of the workflow', async () => {
		const project = newProject();
		const until = async (value: string) =>
			(await optOut(project, { operation: 'record', parameters: { contact: ANA, source: 'x', options: { until: value } } }))
				.outputs[0]?.[0]?.json.until;
		// The harness runs workflows in n8n's default time zone, America/New_York.
		expect(await until('2027-01-15T12:00:00')).toBe('2027-01-15T17:00:00.000Z');
		expect(await until('2027-01-15T12:00:00+01:00')).toBe('2027-01-15T11:00:00.000Z');
		expect(await until('={{ DateTime.fromISO("2027-01-15T12:00:00Z") }}')).toBe('2027-01-15T12:00:00.000Z');
		expect(await until('={{ new Date("2027-01-15T12:00:00Z") }}')).toBe('2027-01-15T12:00:00.000Z');
		expect(await until('')).toBe('');
		expect(project.tables.rows(CONSENT)).toMatchObject([{ until: null }]);
	});

	test('refuses what is no date, contact, category or decision, all at once, and writes nothing for the item', async () => {
		const project = newProject();
		const { outputs } = await optOut(project, {
			operation: 'record',
			parameters: {
				contact: '={{ $json.who }}',
				state: '={{ $json.state }}',
				category: '={{ $json.category }}',
				source: 'test',
				options: { until: '={{ $json.until }}', phone: '={{ $json.phone }}', userId: '={{ $json.userId }}' },
			},
			items: itemsOf(
				{ who: 'n/a', state: 'maybe', category: 'news', until: 'next week', phone: ANA_ID, userId: ANA },
				{ who: ANA, state: 'opted_out', category: 'all' },
			),
			onError: 'continueErrorOutput',
		});
		expect(outputs[1]?.map(({ json }) => json.details)).toMatchObject([
			{
				reason: 'input',
				problems: [
					{ field: 'Contact' },
					{ field: 'Phone Number' },
					{ field: 'User ID' },
					{ field: 'Category', message: '"news" is none of all, marketing, utility' },
					{ field: 'Decision', message: '"maybe" is none of opted_in, opted_out, pending' },
					{ field: 'Until', message: expect.stringContaining('"next week" is not a date') },
				],
			},
		]);
		expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(project.tables.rows(CONSENT)).toMatchObject([{ contactKey: ANA }]);
	});

	test.each([
		['a deleted table', 'lose', /has been deleted or renamed/],
		['a broken store', 'break', /The Data Table "whatsapp_consent" could not be used/],
	] as const)('%s is an error: an opt-out is never lost in silence', async (_case, damage, message) => {
		const project = newProject();
		const record = { operation: 'record', parameters: { contact: ANA, source: 'test' } };
		await optOut(project, record);
		if (damage === 'lose') project.tables.lose(CONSENT);
		else project.tables.break();
		expect((await optOut(project, record)).error?.message).toMatch(message);
		const continued = await optOut(project, { ...record, onError: 'continueErrorOutput' });
		expect(continued.outputs[1]?.map(({ json }) => json.error)).toEqual([expect.stringMatching(message)]);
	});

	test('a renamed column is named with what the table must have', async () => {
		const project = newProject();
		project.tables.create({ name: CONSENT, columns: COLUMNS.filter(({ name }) => name !== 'reason') });
		const { error } = await optOut(project, { operation: 'record', parameters: { contact: ANA, source: 'test' } });
		expect(error?.message).toContain('reason');
		expect(error?.description).toContain(COLUMNS.map(({ name }) => name).join(', '));
	});
});
