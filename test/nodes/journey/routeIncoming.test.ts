import type { INodeParameters } from 'n8n-workflow';
import { ANA, BEN, itemsOf, useSandbox } from '../setup';
import { newProject, type Project } from '../optOut/consent';
import { event, journeyOf } from './runJourney';

const bench = useSandbox();

const run = journeyOf(bench);

/** Texts or types by output. */
async function routed(project: Project, items: object[], parameters: INodeParameters = {}): Promise<unknown[][]> {
	const { outputs, error } = await run(project, 'routeIncoming', parameters, items);
	expect(error).toBeUndefined();
	return outputs.map((list) => list.map(({ json }) => json.text ?? json.kind));
}

describe('Journey: Route Incoming Message', () => {
	test('gives each event its output', async () => {
		const project = newProject();
		const items = [
			event({ text: 'Where is my order?' }),
			event({ text: 'STOP', phone: `+${BEN}`, contactKey: BEN }),
			event({ text: 'Yes', answered: true }),
			event({ type: 'reaction', text: '[reaction]' }),
			event({ kind: 'status', text: undefined, type: undefined, status: 'read' }),
		];
		expect(await routed(project, items)).toEqual([['Where is my order?'], [], ['STOP'], ['Yes'], ['[reaction]', 'status']]);
		expect(project.tables.rows('whatsapp_consent')).toMatchObject([{ contactKey: BEN, state: 'opted_out' }]);
	});

	test('keeps a contact away from the bot until they are handed back, and still obeys a stop', async () => {
		const project = newProject();
		const over = await run(project, 'handOver', { contact: ANA, hours: 2, team: 'returns', note: 'broken' });
		expect(over.outputs[0]?.[0]?.json).toMatchObject({ isHandedOver: true, handOverTeam: 'returns' });
		const { outputs } = await run(project, 'routeIncoming', {}, [event({})]);
		expect(outputs[1]?.[0]?.json.handOver).toEqual({ until: expect.any(String), team: 'returns', note: 'broken' });
		expect(await routed(project, [event({ text: 'stop' })])).toEqual([[], [], ['stop'], [], []]);
		const back = await run(project, 'handBack', { contact: ANA });
		expect(back.outputs[0]?.[0]?.json).toMatchObject({ isHandedOver: false });
		expect(await routed(project, [event({})])).toEqual([['Hello'], [], [], [], []]);
	});

	test('stays silent after an agent wrote in the app, and prolongs a hand-over', async () => {
		const project = newProject();
		const echo = event({ kind: 'echo', text: 'I will look into it' });
		expect(await routed(project, [echo], { echoHours: 0 })).toEqual([[], [], [], [], ['I will look into it']]);
		expect(await routed(project, [event({})])).toEqual([['Hello'], [], [], [], []]);
		await routed(project, [echo], { echoHours: 3 });
		expect(await routed(project, [event({})])).toEqual([[], ['Hello'], [], [], []]);
		const [row] = project.tables.rows('whatsapp_contacts') ?? [];
		const hours = (Date.parse(String(row?.handOverUntil)) - Date.now()) / 3_600_000;
		expect(Math.round(hours)).toBe(3);
	});

	test('needs no contact record for statuses', async () => {
		const project = newProject();
		project.tables.break();
		const status = event({ kind: 'status', text: undefined, type: undefined, status: 'read' });
		expect(await routed(project, [status])).toEqual([[], [], [], [], ['status']]);
	});

	test('lets nothing go on to a bot when the store is broken, and loses nothing', async () => {
		const project = newProject();
		project.tables.break();
		const { outputs } = await bench.run({
			resource: 'journey',
			operation: 'routeIncoming',
			items: itemsOf(event({}) as never),
			subworkflow: project.subworkflow,
			workflowId: project.workflowId,
			onError: 'continueRegularOutput',
		});
		expect(outputs.map((list) => list.length)).toEqual([0, 0, 0, 0, 1]);
		expect(outputs[4]?.[0]?.json).toMatchObject({ text: 'Hello', contactKey: ANA, routingError: expect.stringMatching(/./) as unknown });
	});
});
