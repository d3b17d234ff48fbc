import { ANA, BEN, itemsOf, useSandbox } from '../setup';
import { newProject, optOutOf, type Project } from '../optOut/consent';
import { startExecution } from '../trigger/processing';
import { greeting } from '../templates';

const bench = useSandbox();
const optOut = optOutOf(bench);

async function send(project: Project, people: string[]) {
	return await bench.run({
		resource: 'message',
		operation: 'sendBest',
		parameters: {
			to: '={{ $json.who }}',
			text: 'Your order is ready',
			template: { __rl: true, mode: 'name', value: 'greeting' },
			category: 'marketing',
		},
		items: itemsOf(...people.map((who) => ({ who }))),
		subworkflow: project.subworkflow,
		workflowId: project.workflowId,
	});
}

/** The person writes, and a trigger notes it. */
async function writes(project: Project, phone: string): Promise<void> {
	await bench.control(`/phones/${phone}/text`, { text: 'hello' });
	const event = { kind: 'message', field: 'messages', type: 'text', text: 'hello', phone: `+${phone}`, contactKey: phone, timestamp: new Date().toISOString() };
	await startExecution({
		items: [{ json: event }],
		settings: { ignoreDuplicates: false, updateContacts: true },
		tables: project.tables,
		workflowId: project.workflowId,
	});
}

beforeEach(async () => {
	await bench.template(greeting());
});

describe('Message: Send Best', () => {
	test('sends a text while the window is open, else the template', async () => {
		const project = newProject();
		await writes(project, ANA);
		const { outputs, error } = await send(project, [ANA, BEN]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => [json.sentAs, json.windowOpen, json.template])).toEqual([
			['text', true, undefined],
			['template', false, 'greeting'],
		]);
		expect(await bench.sent()).toMatchObject([{ type: 'text' }, { type: 'template' }]);
	});

	test('sends the template when Meta says that the window is closed after all', async () => {
		const project = newProject();
		await writes(project, ANA);
		await bench.fault({ times: 1, path: '/messages', httpStatus: 400, code: 131047, message: 'Re-engagement message' });
		const { outputs, error } = await send(project, [ANA]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toMatchObject({ sentAs: 'template', windowOpen: false });
	});

	test('sends nothing to who opted out, and nothing at all when that cannot be known', async () => {
		const project = newProject();
		await optOut(project, { operation: 'record', parameters: { contact: ANA, state: 'opted_out', category: 'marketing', source: 'test' } });
		const { outputs } = await send(project, [ANA, BEN]);
		expect(outputs.map((items) => items.map(({ json }) => json.who ?? json.to))).toEqual([[`+${BEN}`], [ANA]]);
		expect(outputs[1]?.[0]?.json.consent).toMatchObject({ allowed: false, category: 'marketing' });
		project.tables.break();
		const { error } = await send(project, [BEN]);
		expect(error?.message).toMatch(/could not be used/);
		expect(await bench.sent()).toHaveLength(1);
	});
});
