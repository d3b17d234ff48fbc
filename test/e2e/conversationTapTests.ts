import { ANA } from '../../scripts/start/scenario/context';
import { dataTableRows } from '../harness/n8n/dataTables';
import { knownExecutions } from '../harness/n8n/executions';
import { until } from '../harness/n8n/poll';
import { type Conversations, runsUntilText } from './conversationBench';
import { ask, COD, COD_OUTPUTS, ended, parked, SLOT, SLOT_OUTPUTS } from './conversationWorkflow';
import type { World } from './world';

/** Answers by a tap, and what looks like one. */
export function conversationTapTests(world: () => World, { cod, publish, resultsOf }: Conversations): void {
	test('a tap leaves by the output of its button, and starts no other run', async () => {
		const { client, sandbox } = world().demo;
		const { id, question } = await ask(world(), { journey: cod(), orderId: '#2001' });
		const known = await knownExecutions(client);
		await sandbox.tap(ANA, { messageId: question.id, title: 'Cancel order' });
		expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toMatchObject([
			{
				output: 1,
				json: {
					orderId: '#2001',
					question: { type: 'buttons', messageId: question.id, to: `+${ANA}` },
					answer: { type: 'tap', id: 'Cancel order', title: 'Cancel order', text: 'Cancel order' },
					phone: `+${ANA}`,
				},
			},
		]);
		// The run of a text that came later is there; one of the tap would be, too.
		expect(await runsUntilText(world(), { known, text: 'Thank you' })).not.toContain('"replyId":"wj1.');
	});

	test('a list has an output per row', async () => {
		const slot = await publish({ path: 'e2e-slot', outputs: SLOT_OUTPUTS, parameters: SLOT });
		const { id, question } = await ask(world(), { journey: slot, orderId: '#2002' });
		await world().demo.sandbox.tap(ANA, { messageId: question.id, title: '14 to 16' });
		expect(await resultsOf({ journey: slot, id, outputs: SLOT_OUTPUTS })).toMatchObject([
			{ output: 1, json: { orderId: '#2002', answer: { id: 'today-14', title: '14 to 16' } } },
		]);
	});

	test('the node behind the question notes that the person wrote', async () => {
		const thanks = {
			id: 'e2e-heard-thanks',
			name: 'Thank',
			type: 'n8n-nodes-whatsapp-journeys.whatsAppBusiness',
			typeVersion: 1,
			position: [1000, 0],
			parameters: { resource: 'message', operation: 'sendText', to: '={{ $json.phone }}', text: 'Thank you' },
		};
		const journey = await publish({ path: 'e2e-heard', outputs: COD_OUTPUTS, parameters: COD, then: { output: 0, node: thanks } });
		const { id, question } = await ask(world(), { journey, orderId: '#2024' });
		await world().demo.sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
		const [left] = await resultsOf({ journey, id, outputs: COD_OUTPUTS });
		const rows = await dataTableRows(world().demo.client, 'whatsapp_contacts');
		const { lastInboundAt } = rows.find(({ phone }) => phone === ANA) ?? {};
		expect(Date.parse(String(lastInboundAt))).toBe(Date.parse(String(left?.json.answeredAt)));
	});

	test('of eight taps in one moment, one resumes; a late tap changes nothing', async () => {
		const { client, sandbox } = world().demo;
		const { id, question } = await ask(world(), { journey: cod(), orderId: '#2003' });
		const titles = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 'Confirm' : 'Cancel order'));
		const known = await knownExecutions(client);
		await Promise.all(titles.map(async (title) => await sandbox.tap(ANA, { messageId: question.id, title })));
		const first = await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS });
		expect(first).toHaveLength(1);
		await sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
		expect(await runsUntilText(world(), { known, text: 'Are you there?' })).not.toContain('"replyId":"wj1.');
		expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toEqual(first);
	});

	test('several items are refused, and nothing is sent', async () => {
		const id = await cod().start([{ to: `+${ANA}`, orderId: '#2008' }, { to: `+${ANA}`, orderId: '#2009' }]);
		const execution = await ended(world(), { journey: cod(), id });
		expect(execution.error?.message).toMatch(/sub-workflow/);
		const bodies = (await world().demo.sandbox.messages(ANA)).map(({ body = '' }) => body);
		expect(bodies.filter((body) => /#200[89]/.test(body))).toEqual([]);
	});

	test('forged and foreign references resume nothing', async () => {
		const { n8n, sandbox } = world().demo;
		const { id, question } = await ask(world(), { journey: cod(), orderId: '#2010' });
		const replyId = question.buttons?.[0]?.id ?? '';
		const forged = `${replyId.slice(0, -4)}AAAA`;
		const refusals = () => n8n.logs().split('did not sign').length;
		const before = refusals();
		await sandbox.deliver({ body: tapBody(forged, '1') });
		await until({ what: 'a line in the log' }, () => refusals() > before || undefined);
		await sandbox.deliver({ body: tapBody(replyId, '2', '15550123457') });
		await parked(world(), { journey: cod(), id });
		await sandbox.tap(ANA, { messageId: question.id, title: 'Confirm' });
		expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toMatchObject([{ output: 0 }]);
	});
}

/** A tap as Meta posts it. */
function tapBody(replyId: string, messageId: string, from = ANA): object {
	const message = {
		from,
		id: `wamid.tap${messageId}`,
		timestamp: '1790000000',
		type: 'interactive',
		interactive: { type: 'button_reply', button_reply: { id: replyId, title: 'Confirm' } },
	};
	const value = {
		messaging_product: 'whatsapp',
		metadata: { display_phone_number: '15550100200', phone_number_id: '700111222333444' },
		messages: [message],
	};
	return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}
