import fc from 'fast-check';
import { claim, LIFE_MS, newProject, NOW, ownersOf, type Project } from './claimsProject';
import { withStore } from './storeNode';

async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('claims of the same keys at once', () => {
	const contenders = fc.array(
		fc.record({ keys: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), stall: fc.nat(60), start: fc.nat(60) }),
		{ minLength: 2, maxLength: 5 },
	);

	test.each(['claims', 'keys'] as const)('have one owner per key, in whatever order rows become visible (%s)', async (collection) => {
		await fc.assert(
			fc.asyncProperty(contenders, async (all) => {
				let stalls: number[] = [];
				const project = await newProject({ collection, commit: async () => await turns(stalls.pop() ?? 0) });
				stalls = all.map(({ stall }) => stall);
				const answers = await Promise.all(
					all.map(async ({ keys, start }, index) => {
						await turns(start);
						return await claim(project, { owner: `owner ${index}`, keys, collection });
					}),
				);
				for (const key of ['a', 'b', 'c'] as const) {
					const told = all.flatMap(({ keys }, index) => (keys.includes(key) ? (answers[index]?.[keys.indexOf(key)] ?? []) : []));
					const owners = [...new Set(told)];
					expect(owners).toHaveLength(told.length === 0 ? 0 : 1);
					expect(await ownersOf(project, [key], collection)).toEqual(owners);
					if (owners.length === 0) continue;
					expect(await claim(project, { owner: 'late', keys: [key], collection })).toEqual(owners);
					expect(await claim(project, { owner: owners[0] ?? '', keys: [key], collection })).toEqual(owners);
				}
			}),
			{ numRuns: 15, seed: 4 },
		);
	}, 60_000);

	test('in great number, too', async () => {
		const stalls = [0, 300, 0];
		const project = await newProject({ commit: async () => await turns(stalls.pop() ?? 0) });
		const keys = Array.from({ length: 300 }, (_, index) => `key ${index}`);
		const [one = [], two = []] = await Promise.all(['one', 'two'].map(async (owner) => await claim(project, { owner, keys })));
		expect(one).toEqual(two);
		expect(new Set(one).size).toBe(1);
	});

	test('leave one row where people look into the table', async () => {
		const project = await newProject({ collection: 'keys' });
		await Promise.all(Array.from({ length: 5 }, async (_, index) => await claim(project, { owner: `${index}`, keys: ['a'], collection: 'keys' })));
		expect(project.tables.rows('whatsapp_send_keys')?.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['other', 'a']);
	});
});

describe('a claimed key', () => {
	test('is free again when the claim has expired', async () => {
		const project = await newProject();
		await claim(project, { owner: 'first', keys: ['a'] });
		expect(await claim(project, { owner: 'second', keys: ['a'], now: NOW + LIFE_MS - 1 })).toEqual(['first']);
		expect(await claim(project, { owner: 'third', keys: ['a'], now: NOW + LIFE_MS })).toEqual(['third']);
		expect(await claim(project, { owner: 'fourth', keys: ['a'], now: NOW + LIFE_MS })).toEqual(['third']);
	});

	test('comes back without what only the table needs, and can be written over', async () => {
		const project = await newProject({ collection: 'keys' });
		await withStore(project, async (store) => {
			const rows = [{ idempotencyKey: 'a', owner: 'first', state: 'claimed' }];
			const [standing] = await store.claim({ collection: 'keys', rows, now: NOW });
			expect(Object.keys(standing ?? {})).toEqual(['idempotencyKey', 'contactKey', 'owner', 'state', 'messageId', 'result', 'claimedAt', 'expiresAt']);
			await store.put({ collection: 'keys', rows: [{ ...standing, state: 'sent' }] });
			expect((await store.list({ collection: 'keys' })).rows.map(({ state }) => state)).toEqual(['', 'sent']);
		});
		expect(await claim(project, { owner: 'second', keys: ['a'], collection: 'keys' })).toEqual(['first']);
	});

	test('that was put there without a claim counts', async () => {
		const project = await newProject({ collection: 'keys' });
		await withStore(project, async (store) => await store.put({ collection: 'keys', rows: [{ idempotencyKey: 'a', owner: 'import' }], areNew: true }));
		expect(await claim(project, { owner: 'second', keys: ['a'], collection: 'keys' })).toEqual(['import']);
	});

	test('is kept with spaces around it and with a formula in it', async () => {
		const project = await newProject();
		const keys = [' a ', '={{ $json }}'];
		expect(await claim(project, { owner: 'first', keys })).toEqual(['first', 'first']);
		expect(await claim(project, { owner: 'second', keys })).toEqual(['first', 'first']);
	});
});

describe('steps', () => {
	test.each([
		['claims', 2, 1],
		['keys', 2, 2],
	] as const)('of a claim in %s: %i for new keys, %i for known ones', async (collection, fresh, known) => {
		const project = await newProject({ collection });
		const keys = Array.from({ length: 250 }, (_, index) => `key ${index}`);
		const before = project.tables.stepCount;
		await claim(project, { owner: 'first', keys, collection });
		expect(project.tables.stepCount - before).toBe(fresh);
		await claim(project, { owner: 'second', keys, collection });
		expect(project.tables.stepCount - before - fresh).toBe(known);
	});

	test('that fail are shown to the operator only when they failed twice', async () => {
		const project = await newProject();
		const kept: unknown[] = [];
		const failing: Project = {
			...project,
			subworkflow: async ({ code }) => {
				kept.push(code?.settings?.saveDataErrorExecution);
				return await Promise.reject(new Error('synchronization error: result count changed during pagination'));
			},
		};
		await expect(claim(failing, { owner: 'first', keys: ['a'] })).rejects.toThrow(/could not be used: synchronization error/);
		expect(kept).toEqual(['none', undefined]);
	});
});
