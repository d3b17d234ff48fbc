import assert from 'node:assert/strict';
import { dataTableRows } from '../../../test/harness/n8n/dataTables';
import { itemsOf, knownExecutions, nextExecution } from '../../../test/harness/n8n/executions';
import { until } from '../../../test/harness/n8n/poll';
import { ANA, BEN, CONSENT_TABLE, STOP_BUTTON, type ScenarioContext, type ScenarioStep, findNodes } from './context';
import { newMessages, nextMessage, shownMessages } from './phone';
import { ship } from './shop';

const OPTED_OUT_OUTPUT = 1;

/** Waits until the newest row of a customer in the Data Table has that state. */
export async function consentRow(
	context: ScenarioContext,
	{ phoneKey, state }: { phoneKey: string; state: 'opted_in' | 'opted_out' },
): Promise<Record<string, unknown>> {
	let rows: Array<Record<string, unknown>> = [];
	const describe = () => `its rows: ${JSON.stringify(rows)}`;
	return await until({ what: `${state} for ${phoneKey} in ${CONSENT_TABLE}`, describe }, async () => {
		rows = await dataTableRows(context.client, CONSENT_TABLE);
		return rows.find((row) => row.phone === phoneKey && row.state === state);
	});
}

/** The customer taps "Stop updates" under the newest message that has it. */
export async function tapStop(context: ScenarioContext, phoneKey: string): Promise<void> {
	const messages = await context.sandbox.messages(phoneKey);
	const target = messages.findLast(({ buttons }) => buttons?.some(({ title }) => title === STOP_BUTTON));
	assert.ok(target, `No message with the button ${STOP_BUTTON} on the phone`);
	await context.sandbox.tap(phoneKey, { messageId: target.id, title: STOP_BUTTON });
}

export const optOut: ScenarioStep = {
	name: 'd. a tap on "Stop updates" is recorded and confirmed once',
	async run(context) {
		const shown = await shownMessages(context, ANA);
		await tapStop(context, ANA);
		await consentRow(context, { phoneKey: ANA, state: 'opted_out' });
		const fits = ({ type }: { type: string }) => type === 'text';
		await nextMessage(context, { phoneKey: ANA, shown, what: 'the confirmation of the opt-out', fits });
		const confirmations = await newMessages(context, { phoneKey: ANA, shown });
		assert.equal(confirmations.length, 1, `One confirmation was wanted, not ${JSON.stringify(confirmations)}`);
	},
};

/** The check that turned an item away: its reason. */
async function turnedAway(context: ScenarioContext, known: ReadonlySet<string>): Promise<string> {
	const checks = findNodes(context, {
		type: 'whatsAppBusiness',
		parameters: { resource: 'optOut', operation: 'check' },
	});
	assert.ok(checks.length > 0, 'No journey asks Opt-Out: Check');
	const turned = await nextExecution(context.client, {
		known,
		what: 'an item to leave by "Opted Out"',
		fits: (execution) => checks.some(({ name }) => itemsOf(execution, { node: name, output: OPTED_OUT_OUTPUT }).length > 0),
	});
	assert.equal(turned.status, 'success');
	const items = checks.flatMap(({ name }) => itemsOf(turned, { node: name, output: OPTED_OUT_OUTPUT }));
	const consent = items[0]?.json.consent;
	const reason = typeof consent === 'object' && consent !== null && 'reason' in consent ? consent.reason : undefined;
	return String(reason ?? '');
}

export const optedOut: ScenarioStep = {
	name: 'e. the next update is held back for this customer only',
	async run(context) {
		const shown = await shownMessages(context, ANA);
		const known = await knownExecutions(context.client);
		await context.sandbox.shipOrder(ANA);
		const reason = await turnedAway(context, known);
		assert.match(reason, /opted out/i);
		await ship(context, BEN);
		const sent = await newMessages(context, { phoneKey: ANA, shown });
		assert.deepEqual(sent, [], 'A customer who opted out got a message');
	},
};

export const optIn: ScenarioStep = {
	name: 'f. "start" opts the customer in again',
	async run(context) {
		await context.sandbox.write(ANA, 'start');
		await consentRow(context, { phoneKey: ANA, state: 'opted_in' });
		await ship(context, ANA);
	},
};
