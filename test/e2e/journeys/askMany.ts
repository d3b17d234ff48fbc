import { join } from 'node:path';
import { dataTableRows } from '../../harness/n8n/dataTables';
import { findWorkflow, publishWorkflow, updateWorkflow } from '../../harness/n8n/workflows';
import type { Journey } from './journey';
import { Stage } from './stage';

const FILE = 'ask-many';
const QUESTION = 'ask-many-question';

let rounds = 0;

/** What its Settings ask of the operator: the ID of the workflow that asks one person. */
async function link({ world }: Stage): Promise<void> {
	const { client, journeys } = world.demo;
	const idOf = (file: string) => journeys.find(({ path }) => path === join(FILE, `${file}.json`))?.id ?? '';
	const stored = await findWorkflow(client, idOf(FILE));
	const settings = stored?.nodes.find(({ name }) => name === 'Settings');
	if (stored === undefined || settings === undefined) throw new Error(`${FILE} is not there`);
	const text = JSON.stringify(settings.parameters);
	const linked = text.replace('"name":"questionWorkflow","value":""', `"name":"questionWorkflow","value":"${idOf(QUESTION)}"`);
	if (linked === text) return;
	settings.parameters = JSON.parse(linked) as Record<string, unknown>;
	await updateWorkflow(client, { stored, workflow: stored });
	await publishWorkflow(client, stored.id);
}

/** Asks these people one question; gives the round. */
async function askAll(people: readonly Stage[], question = 'can the fitter come on Friday at nine?'): Promise<string> {
	const [first] = people;
	if (first === undefined) throw new Error('Nobody to ask');
	await link(first);
	rounds += 1;
	const id = `round-${rounds}`;
	const listed = people.map(({ customer: { phone, firstName, language } }) => ({ phone, firstName, language }));
	await first.post(`${FILE}/start`, { id, question, people: listed });
	return id;
}

/** Meta takes no empty variable: nobody is asked, thanked, or counted as answered. */
async function cannotBeSent(stage: Stage): Promise<void> {
	const before = (await stage.received()).length;
	const round = await askAll([stage], '');
	await stage.settled();
	expect(await stage.received()).toHaveLength(before);
	const rows = await dataTableRows(stage.world.demo.client, 'journey_answers');
	expect(rows.filter((row) => row.round === round)).toMatchObject([{ state: 'undeliverable', phone: stage.customer.phone }]);
}

/** Three people are asked at once; each answer is in the row of the person who gave it, also after a restart. */
export const askMany: Journey = {
	folder: FILE,
	file: FILE,
	begin: async (stage) => void (await askAll([stage])),
	async play(stage) {
		const inSpanish = await Stage.open(stage.world, { language: 'es', country: 'ES' });
		const writing = await Stage.open(stage.world);
		const people = [stage, inSpanish, writing];
		const round = await askAll(people);
		const questions = await Promise.all(people.map(async (person) => await person.next({ template: 'ask_many_question' })));
		expect(questions.map(({ template }) => template?.language)).toEqual(['en_US', 'es', 'en_US']);
		for (const { body } of questions) expect(body).toContain('can the fitter come on Friday at nine?');
		await stage.restartOnce();
		const [toFirst, toSecond] = questions;
		if (toFirst === undefined || toSecond === undefined) throw new Error('Not all were asked');
		await inSpanish.tap(toSecond, 'No');
		await inSpanish.next({ text: 'Gracias, anotado' });
		await writing.write('Saturday would be better');
		await writing.next({ text: 'Thank you' });
		await stage.tap(toFirst, 'Yes');
		await stage.next({ text: 'Thank you' });
		await stage.settled();
		const rows = (await dataTableRows(stage.world.demo.client, 'journey_answers')).filter((row) => row.round === round);
		const ofPerson = people.map(({ customer }) => rows.filter(({ phone }) => phone === customer.phone));
		expect(ofPerson).toMatchObject([
			[{ state: 'answered', choice: 'yes', answer: 'Yes' }],
			[{ state: 'answered', choice: 'no', answer: 'No' }],
			[{ state: 'answered', choice: '', answer: 'Saturday would be better' }],
		]);
		expect(rows).toHaveLength(3);
		await cannotBeSent(stage);
	},
};
