import fc from 'fast-check';
import type { IExecuteWorkflowInfo, INodeParameters } from 'n8n-workflow';
import type { CollectionName } from '../../../nodes/WhatsAppBusiness/store/collections';
import type { DataTableStore } from '../../../nodes/WhatsAppBusiness/store/dataTable/dataTableStore';
import { DataTableStandIn, type Subworkflow } from '../../harness/engine';
import { withStore } from './storeNode';

const NOW = Date.parse('2026-11-22T10:00:00.000Z');
const LIFE_MS = 60_000;
let projects = 0;

interface Project {
	tables: DataTableStandIn;
	workflowId: string;
	subworkflow: Subworkflow;
}

/** A project whose table was made and pruned by a claim before. */
async function newProject(options: { collection?: CollectionName; commit?: () => Promise<void> } = {}): Promise<Project> {
	const tables = new DataTableStandIn({ commit: options.commit });
	const project = { tables, workflowId: `claims-${++projects}`, subworkflow: tables.subworkflow };
	await claim(project, { owner: 'nobody', keys: ['other'], collection: options.collection });
	return project;
}

interface Claim {
	owner: string;
	keys: readonly string[];
	collection?: CollectionName;
	now?: number;
}

/** @returns whose each key is */
async function claimIn(store: DataTableStore, { owner, keys, collection = 'claims', now = NOW }: Claim): Promise<string[]> {
	const column = collection === 'claims' ? 'claimKey' : 'idempotencyKey';
	const expiresAt = new Date(now + LIFE_MS).toISOString();
	const standing = await store.claim({ collection, rows: keys.map((key) => ({ [column]: key, owner, expiresAt })), now });
	return standing.map((row) => String(row.owner));
}

async function claim(project: Project, wanted: Claim): Promise<string[]> {
	return await withStore(project, async (store) => await claimIn(store, wanted));
}

async function ownersOf(project: Project, keys: string[], collection: CollectionName = 'claims'): Promise<string[]> {
	const [found = []] = await withStore(project, async (store) => await store.find([{ collection, by: 'key', values: keys }]));
	return found.map((row) => String(row.owner));
}

/** What a step does last, such as `update`. */
function operationOf({ code }: IExecuteWorkflowInfo): string {
	return String((code?.nodes.at(-1)?.parameters as INodeParameters).operation);
}

/** The same project for a contender to whom something happens at its steps. */
function contender(project: Project, step: (operation: string, run: () => ReturnType<Subworkflow>) => ReturnType<Subworkflow>): Project {
	return {
		...project,
		subworkflow: async (info, items) => await step(operationOf(info), async () => await project.subworkflow(info, items)),
	};
}

async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

function signal(): { promise: Promise<void>; give: () => void } {
	let give: () => void = () => undefined;
	const promise = new Promise<void>((resolve) => (give = resolve));
	return { promise, give };
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

describe('a contender', () => {
	const died = 'the process died';

	test('that dies before it takes its row has nothing, and holds up nobody', async () => {
		const project = await newProject({ collection: 'keys' });
		const dying = contender(project, async (operation, run) => {
			if (operation === 'update') throw new Error(died);
			return await run();
		});
		await expect(claim(dying, { owner: 'dead', keys: ['a'], collection: 'keys' })).rejects.toThrow(died);
		expect(await ownersOf(project, ['a'], 'keys')).toEqual([]);
		expect(await claim(project, { owner: 'second', keys: ['a'], collection: 'keys' })).toEqual(['second']);
		expect(await claim(project, { owner: 'dead', keys: ['a'], collection: 'keys' })).toEqual(['second']);
		expect(await ownersOf(project, ['a'], 'keys')).toEqual(['second']);
	});

	test('that dies after it took its row has the key when it comes again', async () => {
		const project = await newProject();
		const dying = contender(project, async (operation, run) => {
			const result = await run();
			if (operation === 'update') throw new Error(died);
			return result;
		});
		const claimed = claim({ ...dying }, { owner: 'dead', keys: ['a'] });
		// The step is repeated, gets nothing, and fails again.
		await expect(claimed).rejects.toThrow(died);
		expect(await claim(project, { owner: 'second', keys: ['a'] })).toEqual(['dead']);
		expect(await claim(project, { owner: 'dead', keys: ['a'] })).toEqual(['dead']);
	});

	test('whose update was carried out although it failed learns that it has the key', async () => {
		const project = await newProject();
		let failures = 0;
		const unlucky = contender(project, async (operation, run) => {
			const result = await run();
			if (operation === 'update' && failures++ === 0) throw new Error('connection lost');
			return result;
		});
		expect(await claim(unlucky, { owner: 'first', keys: ['a'] })).toEqual(['first']);
		expect(failures).toBe(2);
	});

	test('that lost and died before it knew does not get the key when it comes again', async () => {
		const [isStalled, winnerHasRead, loserHasRead, winnerHasTaken] = [signal(), signal(), signal(), signal()];
		let commits = 0;
		const project = await newProject({
			commit: async () => {
				// The loser's row has the lower ID, and is visible after the winner has read.
				if (++commits !== 2) return;
				isStalled.give();
				await winnerHasRead.promise;
			},
		});
		const loser = contender(project, async (operation, run) => {
			if (operation === 'update') await winnerHasTaken.promise;
			const result = await run();
			if (operation === 'update') throw new Error(died);
			loserHasRead.give();
			return result;
		});
		const winner = contender(project, async (operation, run) => {
			if (operation !== 'update') {
				const result = await run();
				winnerHasRead.give();
				await loserHasRead.promise;
				return result;
			}
			const result = await run();
			winnerHasTaken.give();
			return result;
		});
		const lost = claim(loser, { owner: 'loser', keys: ['a'] });
		await isStalled.promise;
		const won = claim(winner, { owner: 'winner', keys: ['a'] });
		await expect(lost).rejects.toThrow(died);
		expect(await won).toEqual(['winner']);
		const rows = project.tables.rows('whatsapp_processed')?.filter(({ claimKey }) => claimKey === 'a');
		expect(rows?.map(({ id, owner, ticketsSeen }) => ({ id, owner, ticketsSeen }))).toEqual([
			{ id: 3, owner: 'winner', ticketsSeen: 1 },
			{ id: 2, owner: 'loser', ticketsSeen: 2 },
		]);
		expect(await ownersOf(project, ['a'])).toEqual(['winner']);
		expect(await claim(project, { owner: 'loser', keys: ['a'] })).toEqual(['winner']);
		expect(await claim(project, { owner: 'winner', keys: ['a'] })).toEqual(['winner']);
	});

	test('whose row goes with a key that is given back claims anew, and of several one has it', async () => {
		const project = await newProject({ collection: 'keys' });
		await claim(project, { owner: 'before', keys: ['a'], collection: 'keys' });
		const owners = ['one', 'two', 'three'];
		const isGivenBack = signal();
		let entered = 0;
		const answers = await Promise.all(
			owners.map(async (owner) => {
				let isFirst = true;
				const overtaken = contender(project, async (operation, run) => {
					const result = await run();
					if (operation !== 'get' || !isFirst) return result;
					isFirst = false;
					if (++entered === owners.length) {
						await withStore(project, async (store) => await store.remove({ collection: 'keys', keys: ['a'] }));
						isGivenBack.give();
					}
					await isGivenBack.promise;
					// Its read came after that.
					return [[]];
				});
				return await claim(overtaken, { owner, keys: ['a'], collection: 'keys' });
			}),
		);
		expect(new Set(answers.flat()).size).toBe(1);
		expect(owners).toContain(answers[0]?.[0]);
		expect(await ownersOf(project, ['a'], 'keys')).toEqual(answers[0]);
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
