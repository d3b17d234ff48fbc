import { type INode, Workflow } from 'n8n-workflow';
import inbox from '../../workflows/inbox/inbox.json';
import { engineReady } from '../harness/engine/core';
import { NodeTypes, PassThrough } from '../harness/engine/nodeTypes';

const ROUTES = [
	{ journey: 'points', on: 'message', words: ['points', 'pontos', 'mis puntos', 'पॉइंट'], ids: ['points/'], workflow: 'P' },
	{ journey: 'unused', on: 'message', words: ['points', 'unused'], workflow: '' },
	{ journey: 'lead', on: 'message', referral: true, workflow: 'L' },
	{ journey: 'bot', on: 'message', words: ['*'], workflow: 'B' },
	{ journey: 'agents', on: 'handOver', workflow: 'A' },
	{ journey: 'report', on: 'status', workflow: 'R' },
	{ journey: 'second-report', on: 'status', workflow: 'R2' },
	{ journey: 'alerts', on: 'other', workflow: 'H' },
	{ journey: 'report', on: 'answer', workflow: 'C' },
];

const node = inbox.nodes.find(({ name }) => name === 'Which Journey?');
const expression = node?.parameters.assignments?.assignments[0]?.value;

/** The workflows that the inbox starts for an event. */
function startedBy(event: object, routes: object[] = ROUTES): unknown {
	if (node === undefined || typeof expression !== 'string') throw new Error('The inbox has no node that chooses the journey');
	const nodeTypes = new NodeTypes({ [node.type]: new PassThrough({ name: 'set', inputs: 1 }) });
	const workflow = new Workflow({ nodes: [node as unknown as INode], connections: {}, active: false, nodeTypes });
	const json = { ...event, routes };
	const chosen = workflow.expression.resolveSimpleParameterValue(expression, {}, null, 0, 0, node.name, [{ json }], 'manual', {});
	return (chosen as Array<{ workflow: string }>).map((route) => route.workflow);
}

const wrote = (text: string, more: object = {}) => ({ kind: 'message', type: 'text', text, ...more });

beforeAll(engineReady);

describe('what the inbox hands on', () => {
	test.each([
		['a word', 'How many points do I have?', ['P']],
		['case and accents', 'MIS PÚNTOS!', ['P']],
		['two words', 'Hola, ¿mis  puntos?', ['P']],
		['another script', 'मेरे पॉइंट कितने हैं', ['P']],
		['a part of a word is none', 'a disappointing day', ['B']],
		['nobody\'s words', 'hello', ['B']],
		['words of a journey that is not in use', 'unused', ['B']],
	])('%s', (_, text, workflows) => {
		expect(startedBy(wrote(text))).toEqual(workflows);
	});

	test('nothing to a bot while it is not known who may speak', () => {
		expect(startedBy(wrote('points', { routingError: 'the store is down' }))).toEqual([]);
		expect(startedBy({ kind: 'status', routingError: 'the store is down' })).toEqual([]);
	});

	test('a tapped button, by its ID or payload, before any words', () => {
		const tapped = { kind: 'message', type: 'interactive', text: 'unrelated' };
		expect(startedBy({ ...tapped, replyId: 'points/balance' })).toEqual(['P']);
		expect(startedBy({ ...tapped, payload: 'points/quiz' })).toEqual(['P']);
		expect(startedBy({ ...tapped, replyId: 'my-points/' })).toEqual(['B']);
	});

	test('the first message of an ad, whatever its words', () => {
		const referral = { sourceId: '1' };
		expect(startedBy(wrote('Hi', { referral }))).toEqual(['L']);
		expect(startedBy(wrote('my points', { referral }))).toEqual(['L']);
		expect(startedBy(wrote('Hi', { referral }), ROUTES.slice(3))).toEqual(['B']);
	});

	test('a conversation that a person has goes to nobody else', () => {
		expect(startedBy(wrote('points', { handOver: { team: 'support' } }))).toEqual(['A']);
		expect(startedBy(wrote('points', { handOver: { team: 'support' } }), ROUTES.slice(0, 4))).toEqual([]);
	});

	test('statuses and other events go to all that want them', () => {
		expect(startedBy({ kind: 'status', status: 'read', handOver: {} })).toEqual(['R', 'R2']);
		expect(startedBy({ kind: 'template', type: 'status' })).toEqual(['H']);
		expect(startedBy({ kind: 'message', type: 'reaction', text: 'points' })).toEqual(['H']);
		expect(startedBy({ error: 'Something failed' })).toEqual(['H']);
	});

	test('answers also go to those who count them, and to nobody else once a journey has taken them', () => {
		expect(startedBy(wrote('points', { contextMessageId: 'wamid.1' }))).toEqual(['P', 'C']);
		expect(startedBy(wrote('points', { contextMessageId: 'wamid.1', handOver: {} }))).toEqual(['A', 'C']);
		expect(startedBy(wrote('points', { answered: true }))).toEqual(['C']);
		expect(startedBy(wrote('points', { answered: true }), ROUTES.slice(0, 4))).toEqual([]);
	});

	test('nothing without routes', () => {
		expect(startedBy(wrote('points'), [])).toEqual([]);
	});
});
