import { countDataTableRows, deleteDataTableRows, renameDataTable } from '../harness/n8n/dataTables';
import type { OutputItem } from '../harness/n8n/executions';
import {
	arrived,
	gateOption,
	newCustomer,
	publishCheck,
	publishSend,
	registerTemplates,
	type ConsentWorld,
} from './consentWorld';
import { publishOperation } from './publishedOperation';

const CONSENT_TABLE = 'whatsapp_consent';
const IMPORTED_FROM = 'Old shop';
const SENT = 0;
const SUPPRESSED = 2;

const LINES = 100_000;
const BROKEN_EVERY = 100;

/** What lists of real shops have in them. */
const BROKEN = ['not a number,opted_out,', '+4915,opted_out,', ',opted_out,', '+4916099999999,maybe,', '+4916099999998,opted_out,soon'];

const phoneOn = (line: number) => `+4916${String(10_000_000 + line)}`;

/** A list with a line of column names; every hundredth line after that is broken. */
function listOf(lines: number): { file: Buffer; brokenLines: number[] } {
	const brokenLines: number[] = [];
	const text = ['phone,state,until'];
	for (let entry = 1; entry <= lines; entry += 1) {
		const line = entry + 1;
		const isBroken = entry % BROKEN_EVERY === 0;
		if (isBroken) brokenLines.push(line);
		text.push(isBroken ? (BROKEN[(entry / BROKEN_EVERY) % BROKEN.length] ?? '') : `${phoneOn(line)},opted_out,`);
	}
	return { file: Buffer.from(`${text.join('\n')}\n`), brokenLines };
}

const gateOf = (item: OutputItem | undefined) => (item?.json.gate ?? {}) as { reason?: string; text?: string };

/** The contact record out of reach, and filled by an import. */
export function consentStoreTests(world: () => ConsentWorld): void {
	describe('the store of consent', () => {
		beforeAll(async () => {
			await registerTemplates(world());
		});

		afterAll(async () => {
			// A hundred thousand people would slow down the tests that come later.
			for (const name of [CONSENT_TABLE, `${CONSENT_TABLE}_history`]) {
				await deleteDataTableRows(world().client, { name, column: 'source', text: IMPORTED_FROM });
			}
		}, 120_000);

		test('out of reach it holds marketing back, utility as was chosen, and serves again when it is back', async () => {
			const person = await newCustomer(world());
			const input = [{ to: `+${person}` }];
			const publish = async (category: 'marketing' | 'utility', storeFailure: string) => {
				const template = category === 'marketing' ? 'consent_offer' : 'consent_update';
				return await publishSend(world(), { template, options: { gate: gateOption(category, { options: { storeFailure } }) } });
			};
			const marketing = await publish('marketing', 'sendUtility');
			const careful = await publish('utility', 'suppress');
			const utility = await publish('utility', 'sendUtility');
			// Makes the tables. A workflow that knows a table goes on to find it under its new name.
			const isAllowed = await publishCheck(world(), 'utility');
			expect(await isAllowed([person])).toEqual([true]);
			await renameDataTable(world().client, { from: CONSENT_TABLE, to: 'somebody_renamed_it' });
			try {
				for (const { run } of [marketing, careful]) {
					const outputs = await run(input);
					expect(outputs[SENT]).toEqual([]);
					const { reason, text } = gateOf(outputs[SUPPRESSED]?.[0]);
					expect([reason, text]).toEqual(['store_unreachable', expect.stringContaining(CONSENT_TABLE)]);
				}
				expect((await utility.run(input))[SENT]).toHaveLength(1);
			} finally {
				await renameDataTable(world().client, { from: 'somebody_renamed_it', to: CONSENT_TABLE });
			}
			expect((await marketing.run(input))[SENT]).toHaveLength(1);
			const shown = await arrived(world(), person);
			expect(shown.map(({ template }) => template?.name)).toEqual(['consent_update', 'consent_offer']);
		}, 180_000);

		test('takes a list of a hundred thousand lines, and tells those that are broken', async () => {
			const { file, brokenLines } = listOf(LINES);
			const before = await countDataTableRows(world().client, CONSENT_TABLE);
			const { run } = await publishOperation(world(), {
				credential: world().credential,
				outputs: 2,
				parameters: { resource: 'optOut', operation: 'import', from: 'file', binaryField: 'data', source: IMPORTED_FROM },
			});
			const [imported = [], broken = []] = await run(file);
			expect(imported.map(({ json }) => json)).toEqual([{ imported: LINES - brokenLines.length, broken: brokenLines.length }]);
			expect(broken.map(({ json }) => json.line)).toEqual(brokenLines);
			expect(broken.filter(({ json }) => String(json.reason).length < 10)).toEqual([]);
			expect((await countDataTableRows(world().client, CONSENT_TABLE)) - before).toBe(LINES - brokenLines.length);
			const isAllowed = await publishCheck(world(), 'utility');
			const asked = [2, LINES / 2, LINES, LINES + 500].map((line) => phoneOn(line).slice(1));
			expect(await isAllowed(asked)).toEqual([false, false, false, true]);
		}, 600_000);
	});
}
