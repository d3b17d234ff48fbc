import { ANA, BEN, fileOf, itemsOf, PDF, useSandbox } from '../setup';
import type { NodeRun } from '../../harness/engine';
import { COLUMNS, CONSENT, newProject, optOutOf, rowOf, SETUP, type Project } from './consent';

const optOut = optOutOf(useSandbox());
const ANA_ID = 'US.90817263540918273645';
const perItem = { contact: '={{ $json.who }}' };

async function check(project: Project, who: string[], more: object = {}): Promise<NodeRun> {
	return await optOut(project, { operation: 'check', parameters: { ...perItem, ...more }, items: itemsOf(...who.map((each) => ({ who: each }))) });
}

/** Who left by which output. */
function ways({ outputs }: NodeRun): unknown[][] {
	return outputs.map((items) => items.map(({ json }) => json.who));
}

function withRows(...rows: Array<Record<string, unknown>>): Project {
	const project = newProject();
	project.tables.create({ name: CONSENT, columns: COLUMNS, rows: rows.map(rowOf) });
	return project;
}

describe('Opt-Out: Check', () => {
	test('lets contacts without a record through and holds back who opted out, with JSON, file and reason', async () => {
		const project = withRows({ contactKey: ANA, phone: ANA, source: 'Stop updates button', reason: 'too many' });
		const file = fileOf({ bytes: PDF, mimeType: 'application/pdf', fileName: 'i.pdf' });
		const { outputs, error } = await optOut(project, {
			operation: 'check',
			parameters: perItem,
			items: [BEN, ANA, BEN].map((who, index) => ({ json: { who, index, error: 'kept' }, binary: { data: file } })),
		});
		expect(error).toBeUndefined();
		const binary = { data: expect.objectContaining({ fileName: 'i.pdf' }) };
		const allowed = { allowed: true, state: 'unknown', reason: 'No opt-out on record', category: 'utility', contactKey: BEN };
		expect(outputs).toEqual([
			[
				{ json: { who: BEN, index: 0, error: 'kept', consent: allowed }, binary, pairedItem: { item: 0 } },
				{ json: { who: BEN, index: 2, error: 'kept', consent: allowed }, binary, pairedItem: { item: 2 } },
			],
			[
				{
					json: {
						who: ANA,
						index: 1,
						error: 'kept',
						consent: {
							allowed: false,
							state: 'opted_out',
							reason: 'Opted out of all messages on 2026-01-02T03:04:05.678Z (Stop updates button): too many',
							category: 'utility',
							contactKey: ANA,
							source: 'Stop updates button',
							recordedAt: '2026-01-02T03:04:05.678Z',
						},
					},
					binary,
					pairedItem: { item: 1 },
				},
			],
		]);
	});

	test('makes its two tables on first use, and reads the store once for all items afterwards', async () => {
		const project = newProject();
		expect(ways(await check(project, [ANA, BEN]))).toEqual([[ANA, BEN], []]);
		expect(project.tables.rows(CONSENT)).toEqual([]);
		expect(project.tables.rows(SETUP)).toMatchObject([{ tableName: CONSENT }]);
		const before = project.tables.stepCount;
		await check(project, Array.from({ length: 40 }, (_, index) => `+1555010${1000 + index}`));
		expect(project.tables.stepCount - before).toBe(1);
	});

	test('reads the table in pages when many are asked about', async () => {
		const last = '+15550109999';
		const project = withRows({ contactKey: last.slice(1), phone: last.slice(1) });
		await check(project, [ANA]);
		const before = project.tables.stepCount;
		const many = Array.from({ length: 900 }, (_, index) => `+1555010${1000 + index}`);
		const run = await check(project, [...many, last]);
		expect(project.tables.stepCount - before).toBe(1);
		expect(ways(run)).toEqual([many, [last]]);
	});

	test.each([
		['recorded by user ID with linked phone', { contactKey: ANA_ID, userId: ANA_ID, phone: ANA }],
		['recorded by phone with linked user ID', { contactKey: ANA, userId: ANA_ID, phone: ANA }],
	])('finds a contact %s either way', async (_case, row) => {
		const who = ['+1 (555) 012-3456', ANA_ID, ANA];
		expect(ways(await check(withRows(row), [...who, BEN]))).toEqual([[BEN], who]);
	});

	test.each(['551155501234', '5511955501234'])('finds a Brazilian number recorded as %s with and without the ninth digit', async (phone) => {
		const project = newProject();
		await optOut(project, { operation: 'record', parameters: { contact: `+${phone}`, source: 'test' } });
		const both = ['+55 11 95550-1234', '+55 11 5550-1234'];
		expect(ways(await check(project, both))).toEqual([[], both]);
	});

	test('keeps categories apart, except a decision about everything', async () => {
		const project = withRows(
			{ contactKey: ANA, category: 'marketing' },
			{ contactKey: BEN, category: 'all', recordedAt: '2026-01-01T00:00:00Z' },
			{ contactKey: BEN, category: 'utility', state: 'opted_in' },
		);
		expect(ways(await check(project, [ANA, BEN], { category: 'marketing' }))).toEqual([[], [ANA, BEN]]);
		expect(ways(await check(project, [ANA, BEN], { category: 'utility' }))).toEqual([[ANA, BEN], []]);
		expect(ways(await check(project, [ANA, BEN], { category: '={{ "MARKETING" }}' }))).toEqual([[], [ANA, BEN]]);
	});

	test('an unknown category is refused, never taken for one without opt-outs', async () => {
		const run = await optOut(withRows({ contactKey: ANA, category: 'marketing' }), {
			operation: 'check',
			parameters: { ...perItem, category: '={{ $json.category }}' },
			items: itemsOf({ who: ANA, category: 'promo' }, { who: 'n/a', category: '' }, { who: ANA, category: 'marketing' }),
			onError: 'continueRegularOutput',
		});
		expect(run.outputs[0]).toEqual([]);
		expect(run.outputs[1]?.map(({ json }) => json.details ?? json.consent)).toMatchObject([
			{ reason: 'input', problems: [{ field: 'Category', message: expect.stringContaining('"promo"') }] },
			{ problems: [{ field: 'Contact' }, { field: 'Category' }] },
			{ allowed: false },
		]);
	});

	test('an opt-out with an end holds until then', async () => {
		const project = withRows(
			{ contactKey: ANA, until: '2999-01-01T00:00:00Z' },
			{ contactKey: BEN, until: '2026-02-01T00:00:00Z' },
		);
		const run = await check(project, [ANA, BEN]);
		expect(ways(run)).toEqual([[BEN], [ANA]]);
		expect(run.outputs[0]?.[0]?.json.consent).toMatchObject({ state: 'unknown', reason: 'The opt-out on record has ended' });
		expect(run.outputs[1]?.[0]?.json.consent).toMatchObject({
			until: '2999-01-01T00:00:00.000Z',
			reason: expect.stringContaining('until 2999-01-01T00:00:00.000Z'),
		});
	});

	test('reads rows that people wrote in the way that sends least', async () => {
		const project = withRows(
			{ contactKey: ANA, state: 'Stop!!', recordedAt: null },
			{ contactKey: BEN, category: 'Everything', state: ' OPTED_OUT ' },
			{ contactKey: '15550100001', state: 'opted_in', recordedAt: '2020-01-01T00:00:00Z', category: 'utility' },
			{ contactKey: '15550100001', state: 'opted_out', recordedAt: null },
		);
		const who = [ANA, BEN, '15550100001'];
		expect(ways(await check(project, who))).toEqual([[], who]);
	});

	test('a contact that cannot be read fails its item alone, and leaves by Opted Out', async () => {
		const project = withRows({ contactKey: ANA });
		const run = await optOut(project, {
			operation: 'check',
			parameters: perItem,
			items: itemsOf({ who: 'n/a' }, { who: ANA }, { who: BEN }, { who: '' }, { who: 'group:={{1+1}}' }),
			onError: 'continueRegularOutput',
		});
		expect(run.outputs.map((items) => items.map(({ pairedItem }) => pairedItem))).toEqual([
			[{ item: 2 }],
			[{ item: 0 }, { item: 1 }, { item: 3 }, { item: 4 }],
		]);
		expect(run.outputs[1]?.[0]?.json.error).toMatch(/^Contact: "n\/a" is neither/);
		expect(run.outputs[1]?.[3]?.json.error).toMatch(/^Contact: must be a person/);
		const byErrorOutput = await optOut(project, {
			operation: 'check',
			parameters: perItem,
			items: itemsOf({ who: 'n/a' }, { who: ANA }, { who: BEN }),
			onError: 'continueErrorOutput',
		});
		expect(ways(byErrorOutput)).toEqual([[BEN], [ANA], ['n/a']]);
	});

	test('a wrong default country is named as such', async () => {
		const run = await check(newProject(), ['(555) 012-3456'], { options: { defaultCountry: 'Narnia' } });
		expect(run.error?.message).toMatch(/^Default Country: /);
		expect(ways(await check(newProject(), ['(555) 012-3456'], { options: { defaultCountry: 'US' } }))[0]).toHaveLength(1);
	});
});

describe('a damaged store never says "allowed"', () => {
	const damages: Array<[string, (project: Project) => void, RegExp]> = [
		['a table deleted after it was made', ({ tables }) => tables.lose(CONSENT), /The Data Table "whatsapp_consent" has been deleted or renamed/],
		['a table without a column', ({ tables }) => tables.removeColumn({ table: CONSENT, column: 'phone' }), /The Data Table "whatsapp_consent" could not be used: .*"phone"/],
		['Data Tables switched off', ({ tables }) => tables.break(), /The Data Table "whatsapp_consent" could not be used: .*module is disabled/],
	];

	async function used(): Promise<Project> {
		const project = newProject();
		await optOut(project, { operation: 'record', parameters: { contact: ANA, source: 'test' } });
		expect(ways(await check(project, [ANA, BEN]))).toEqual([[BEN], [ANA]]);
		return project;
	}

	test.each(damages)('%s stops the workflow', async (_case, damage, message) => {
		const project = await used();
		damage(project);
		const run = await check(project, [ANA, BEN]);
		expect(run.error?.message).toMatch(message);
		expect(run.outputs).toEqual([]);
	});

	test.each(damages)('%s sends all items to Opted Out while On Error continues', async (_case, damage, message) => {
		const project = await used();
		damage(project);
		const run = await optOut(project, {
			operation: 'check',
			parameters: perItem,
			items: itemsOf({ who: ANA }, { who: BEN }),
			onError: 'continueRegularOutput',
		});
		expect(run.outputs[0]).toEqual([]);
		expect(run.outputs[1]?.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringMatching(message), { item: 0 }],
			[expect.stringMatching(message), { item: 1 }],
		]);
	});

	test.each(damages)('%s sends all items to the error output when there is one', async (_case, damage, message) => {
		const project = await used();
		damage(project);
		const run = await optOut(project, {
			operation: 'check',
			parameters: perItem,
			items: itemsOf({ who: ANA }, { who: BEN }),
			onError: 'continueErrorOutput',
		});
		expect(ways(run)).toEqual([[], [], [ANA, BEN]]);
		expect(run.outputs[2]?.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(message),
			expect.stringMatching(message),
		]);
	});

	test('another workflow, which remembers nothing, is told of the deleted table too', async () => {
		const project = await used();
		project.tables.lose(CONSENT);
		const run = await check({ ...project, workflowId: 'another' }, [BEN]);
		expect(run.error?.message).toContain('has been deleted or renamed');
		expect(run.error?.description).toContain(SETUP);
		expect(project.tables.rows(CONSENT)).toBeUndefined();
	});

	test('a table that people made themselves is missed as well when it is gone', async () => {
		const project = withRows({ contactKey: ANA });
		await check(project, [ANA]);
		project.tables.lose(CONSENT);
		expect((await check(project, [ANA])).error?.message).toContain('has been deleted or renamed');
	});

	test('a fresh start is made when the note of it is deleted too', async () => {
		const project = await used();
		project.tables.lose(CONSENT);
		project.tables.lose(SETUP);
		expect(ways(await check(project, [ANA]))).toEqual([[ANA], []]);
		expect(project.tables.rows(CONSENT)).toEqual([]);
	});

	test('a table that comes back is found again', async () => {
		const project = await used();
		project.tables.lose(CONSENT);
		await check(project, [ANA]);
		project.tables.create({ name: 'in_between', columns: COLUMNS });
		project.tables.create({ name: CONSENT, columns: COLUMNS, rows: [rowOf({ contactKey: BEN })] });
		expect(ways(await check(project, [ANA, BEN]))).toEqual([[ANA], [BEN]]);
	});

	test('a repaired store works again', async () => {
		const project = await used();
		project.tables.break();
		await check(project, [ANA]);
		project.tables.repair();
		expect(ways(await check(project, [ANA, BEN]))).toEqual([[BEN], [ANA]]);
	});
});

describe('other tables', () => {
	test.each(['whatsapp_consent_old', 'my_whatsapp_consent', 'whatsappXconsent'])('%s is not taken for ours', async (name) => {
		const project = newProject();
		project.tables.create({ name, columns: COLUMNS, rows: [rowOf({ contactKey: BEN })] });
		expect(ways(await check(project, [BEN]))).toEqual([[BEN], []]);
		await optOut(project, { operation: 'record', parameters: { contact: ANA, source: 'test' } });
		expect(project.tables.rows(CONSENT)).toHaveLength(1);
		expect(project.tables.rows(name)).toHaveLength(1);
	});
});

describe('first use by several workflows at once', () => {
	test('makes one table of each, and all go on', async () => {
		const project = newProject();
		const runs = await Promise.all(
			Array.from({ length: 6 }, async (_, index) => await check({ ...project, workflowId: `${project.workflowId}/${index}` }, [ANA])),
		);
		expect(runs.map(({ error }) => error?.message)).toEqual(runs.map(() => undefined));
		expect(runs.map(ways)).toEqual(runs.map(() => [[ANA], []]));
		expect(project.tables.rows(CONSENT)).toEqual([]);
	});

	test('one that looked before and asks after the other made the table does not call it deleted', async () => {
		const project = newProject();
		let looked = false;
		const late: Project = {
			...project,
			workflowId: `${project.workflowId}/late`,
			subworkflow: async (info, items) => {
				const outputs = await project.subworkflow(info, items);
				if (!looked) {
					looked = true;
					await check(project, [BEN]);
				}
				return outputs;
			},
		};
		const run = await check(late, [ANA]);
		expect(run.error?.message).toBeUndefined();
		expect(ways(run)).toEqual([[ANA], []]);
	});
});

describe('Opt-Out: Check, rows written by hand', () => {
	test.each([
		['+1 555 012 3457', BEN],
		['+1 (555) 012-3457', BEN],
		['1-555-012-3457', BEN],
		['1.555.012.3457', BEN],
		['0015550123457', BEN],
		['5511955501234', '+55 11 5550-1234'],
		['+55 11 95550-1234', '551155501234'],
		['551155501234', '5511955501234'],
	])('a phone written as %s is found for %s', async (phone, contact) => {
		expect(ways(await check(withRows({ contactKey: '', phone }), [contact]))).toEqual([[], [contact]]);
		expect(ways(await check(withRows({ contactKey: phone, phone: '' }), [contact]))).toEqual(
			phone.includes('.') ? [[contact], []] : [[], [contact]],
		);
	});

	test('another number is not', async () => {
		expect(ways(await check(withRows({ contactKey: '', phone: '+1 555 012 3457' }), [ANA]))).toEqual([[ANA], []]);
	});
});
