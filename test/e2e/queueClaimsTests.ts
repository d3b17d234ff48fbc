import { executionsOf, deliver, publishListener, received, webhookBody } from './queueListener';
import type { QueueWorld } from './queueWorld';
import { publishOperation } from './storeTests';

const ROUNDS = 4;
const COPIES = 4;
const RUNS = 10;
const PEOPLE = 3;

/** More than a table is asked about by a condition each. */
const CROWD = 300;

const ANA = '15550123456';

/** Has every insert into the Data Table wait before its commit, when it already has its row IDs. */
async function stallInserts({ n8n }: QueueWorld, stall: { table: string; seconds: number }): Promise<void> {
	const { table, seconds } = stall;
	const [found] = await n8n.postgres.query<{ id: string }>(`SELECT id FROM data_table WHERE name = '${table}'`);
	if (found === undefined) throw new Error(`There is no Data Table ${table}`);
	const name = `stall_${table}`;
	await n8n.postgres.execute(
		`CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * ${seconds}); RETURN NULL; END $$;
		CREATE TRIGGER ${name} AFTER INSERT ON "data_table_user_${found.id}" FOR EACH STATEMENT EXECUTE FUNCTION ${name}();`,
	);
}

/** Removes the stalls again. */
async function unstall({ n8n }: QueueWorld, tables: readonly string[]): Promise<void> {
	for (const table of tables) await n8n.postgres.execute(`DROP FUNCTION IF EXISTS stall_${table} CASCADE`);
}

function message(round: number): object {
	const text = { from: ANA, id: `wamid.STALL${round}`, timestamp: '1794000000', type: 'text', text: { body: `Message ${round}` } };
	return webhookBody({ messages: [text] });
}

/** Claims in Data Tables on Postgres, whose rows become visible in another order than that of their IDs. */
export function queueClaimsTests(world: () => QueueWorld): void {
	describe('claims of one key at once, with inserts that stall before their commit', () => {
		afterAll(async () => await unstall(world(), ['whatsapp_processed', 'whatsapp_send_keys', 'whatsapp_sends']));

		test('a message that comes several times is processed once', async () => {
			const listener = await publishListener(world(), { name: 'stall', settings: {} });
			const rounds = Array.from({ length: ROUNDS }, (_, round) => round + 1);
			await deliver(world(), { listener, body: message(0), copies: 1 });
			await executionsOf(world(), { listener, count: 1 });
			await stallInserts(world(), { table: 'whatsapp_processed', seconds: 2 });
			for (const round of rounds) {
				const answers = await deliver(world(), { listener, body: message(round), copies: COPIES });
				expect(answers).toEqual(Array(COPIES).fill(200));
				await executionsOf(world(), { listener, count: 1 + round * COPIES });
			}
			const executions = await executionsOf(world(), { listener, count: 1 + ROUNDS * COPIES });
			expect(executions.filter(({ status }) => status !== 'success')).toEqual([]);
			const ids = executions.flatMap((execution) => received(execution).map(({ json }) => json.messageId));
			expect(ids.sort()).toEqual([0, ...rounds].map((round) => `wamid.STALL${round}`).sort());
		}, 120_000);

		test('ten runs with one idempotency key send one message', async () => {
			const { sandbox, credential } = world();
			await sandbox.write(ANA, 'hello');
			const send = await publishOperation(world(), {
				credential,
				parameters: {
					resource: 'message',
					operation: 'sendText',
					to: ANA,
					text: '={{ $json.text }}',
					options: { idempotencyKey: '={{ $json.text }}' },
				},
			});
			await send([{ text: 'stall-first' }]);
			await stallInserts(world(), { table: 'whatsapp_send_keys', seconds: 1 });
			const answers = await Promise.all(Array.from({ length: RUNS }, async () => await send([{ text: 'stall-key' }])));
			const ids = answers.flat().map((answer) => (answer as { messageId: string }).messageId);
			expect(ids).toHaveLength(RUNS);
			expect(new Set(ids).size).toBe(1);
			expect((await sandbox.messages(ANA)).filter(({ body }) => body === 'stall-key')).toHaveLength(1);
		}, 120_000);

		test('of two workflows that may send one message, one does', async () => {
			const parameters = {
				resource: 'journey',
				operation: 'checkBeforeSending',
				contact: '={{ $json.who }}',
				rules: { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] },
			};
			const { credential } = world();
			const checks = await Promise.all(
				['first', 'second'].map(async () => await publishOperation(world(), { credential, parameters, outputs: 3 })),
			);
			const people = Array.from({ length: PEOPLE }, (_, index) => `1555010900${index}`);
			await checks[0]?.([{ who: '15550109100' }]);
			await stallInserts(world(), { table: 'whatsapp_sends', seconds: 1 });
			const decisions = [];
			for (const who of people) {
				const answers = await Promise.all(checks.map(async (check) => await check([{ who }])));
				decisions.push(answers.flat().map((answer) => (answer as { gate: { decision: string } }).gate.decision).sort());
			}
			expect(decisions).toEqual(people.map(() => ['send', 'suppress']));
		}, 120_000);

		test('of two workflows that may send one message to each of a crowd, one does to each', async () => {
			const parameters = {
				resource: 'journey',
				operation: 'checkBeforeSending',
				contact: '={{ $json.who }}',
				category: '={{ $json.category }}',
				rules: { cap: [{ most: 1, days: 7, counts: 'category', whenReached: 'suppress' }] },
			};
			const { credential } = world();
			const checks = await Promise.all(
				['first', 'second'].map(async () => await publishOperation(world(), { credential, parameters, outputs: 3 })),
			);
			const crowd = Array.from({ length: CROWD }, (_, index) => `1555011${1000 + index}`);
			// The second time the tables are known by where their rows are.
			for (const category of ['marketing', 'utility']) {
				const items = crowd.map((who) => ({ who, category }));
				const answers = (await Promise.all(checks.map(async (check) => await check(items)))).flat() as Array<{ who: string; gate: { decision: string; reason?: string } }>;
				expect(answers.filter(({ gate }) => gate.decision === 'send').map(({ who }) => who).sort()).toEqual(crowd);
				expect(new Set(answers.map(({ gate }) => gate.reason))).toEqual(new Set([undefined, 'frequency_cap']));
			}
		}, 120_000);
	});
}
