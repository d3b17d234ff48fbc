import type { IExecuteWorkflowInfo, INodeParameters } from 'n8n-workflow';
import type { Subworkflow } from '../../harness/engine';
import { claim, newProject, ownersOf, type Project } from './claimsProject';
import { withStore } from './storeNode';

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

function signal(): { promise: Promise<void>; give: () => void } {
	let give: () => void = () => undefined;
	const promise = new Promise<void>((resolve) => (give = resolve));
	return { promise, give };
}

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
