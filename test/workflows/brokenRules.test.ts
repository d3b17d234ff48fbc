import type { INode } from 'n8n-workflow';
import { engineReady } from '../harness/engine/core';
import * as sendingRules from './sendingRules';
import * as settingsRules from './settingsRules';
import * as shapeRules from './shapeRules';
import { readJourneys, WorkflowFile } from './workflowFile';

const files = [...readJourneys().values()].flat();

const { unusedTemplates, ...ofOneFile } = settingsRules;
const RULES = { ...sendingRules, ...shapeRules, ...ofOneFile };

/** One way to break a workflow: what is found then names the node. */
interface Break {
	rule: keyof typeof RULES;
	file: string;
	node: string;
	/** Where the change is made, when that is another node. */
	at?: string;
	change: (at: INode, file: WorkflowFile) => void;
	names?: string;
}

function setPath(target: object, path: string, value: unknown): void {
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const inner = keys.reduce<unknown>((each, key) => (each as Record<string, unknown>)[key], target);
	(inner as Record<string, unknown>)[last] = value;
}

const set = (path: string, value: unknown) => (at: INode) => {
	setPath(at, path, value);
};

/** Another node follows as well. */
const connect = (to: string) => (at: INode, file: WorkflowFile) => {
	const outputs = (file.content.connections[at.name] ??= { main: [] }).main ?? [];
	outputs[0] = [...(outputs[0] ?? []), { node: to, type: 'main', index: 0 }];
};

const disconnect = (at: INode, file: WorkflowFile) => {
	delete file.content.connections[at.name];
};

const BREAKS: Break[] = [
	{ rule: 'sendsOnce', file: 'order-confirmation-shopify', node: 'Send Invoice', change: set('parameters.options', {}) },
	{ rule: 'sendsOnce', file: 'order-confirmation-shopify', node: 'Send Invoice', change: set('parameters.options.idempotencyKey', 'always the same') },
	{ rule: 'sendsOnce', file: 'cod-confirmation-shopify', node: 'Ask to Confirm', at: 'May I Ask?', change: set('parameters.rules', {}) },
	{ rule: 'checksAfterWaits', file: 'reorder-reminder', node: 'Remind Again', at: 'Some Days Later', change: connect('Remind Again') },
	{ rule: 'checksAfterWaits', file: 'reorder-reminder', node: 'Remind Again', at: 'Not Sent', change: connect('Remind Again') },
	{
		rule: 'checksAfterWaits', file: 'review-request', node: 'Tell the Customer', at: 'Did They Answer?',
		change: set('parameters.conditions.conditions.0.leftValue', '={{ true }}'),
	},
	{ rule: 'checksFirst', file: 'shipping-milestones-shopify', node: 'Send Milestone', at: 'Is It Told?', change: connect('Send Milestone') },
	{ rule: 'checksFirst', file: 'shipping-milestones-shopify', node: 'May I Tell?', change: disconnect },
	{ rule: 'checksMarketing', file: 'win-back', node: 'Send Offer', at: 'May I Offer?', change: set('parameters.category', 'utility') },
	{ rule: 'offersStop', file: 'price-drop', node: 'Alert', change: set('parameters.variablesJson', '={{ { button_0_payload: \'STOP_OFFERS\' } }}') },
	{ rule: 'offersStop', file: 'reorder-reminder', node: 'Remind', at: 'Note the Stop', change: set('parameters.category', 'utility') },
	{ rule: 'hasOneSettings', file: 'win-back', node: 'Who Bought?', change: set('parameters.phone', '+15550123456'), names: '+15550123456' },
	{ rule: 'hasOneSettings', file: 'win-back', node: 'Who Bought?', change: set('parameters.phone', 'https://shop.example/'), names: 'shop.example' },
	{ rule: 'hasOneSettings', file: 'review-request', node: 'Mail It to Support', change: set('parameters.toEmail', 'help@shop.example'), names: 'help@' },
	{ rule: 'readsSettings', file: 'price-drop', node: 'Alert', change: set('parameters.phoneNumberId.value', '106540352242922') },
	{ rule: 'readsSettings', file: 'win-back', node: 'Buyer', change: set('parameters.options', { of: "={{ $('Settings').first().json.quietFrom }}" }) },
	{ rule: 'hasNoCredentials', file: 'price-drop', node: 'Alert', change: set('credentials.whatsAppBusinessPlatformApi.id', 'x1') },
	{ rule: 'hasNoCredentials', file: 'price-drop', node: 'Alert', change: set('credentials.whatsAppBusinessPlatformApi.name', 'My number') },
	{ rule: 'namesKnownTemplates', file: 'price-drop', node: 'Settings', change: set('parameters.assignments.assignments.1.value', 'no_such|en_US') },
	{ rule: 'namesKnownTemplates', file: 'price-drop', node: 'Alert', change: set('parameters.template.value', 'price_dropped|en_US') },
	{
		rule: 'hasTextsInAllLanguages', file: 'ask-many-question', node: 'Settings',
		change: set('parameters.assignments.assignments.5.value', '{ "en_US": "Thanks", "es": "Gracias" }'), names: 'is not in pt',
	},
	{ rule: 'hasOwnNames', file: 'price-drop', node: 'Link Opened', change: set('parameters.path', 'link') },
	{ rule: 'isConnected', file: 'price-drop', node: 'Keep Alert', at: 'Below Which Price?', change: (at, file) => {
		disconnect(at, file);
		delete file.content.connections['Price Known?'];
	} },
	{ rule: 'isConnected', file: 'price-drop', node: 'Alert', change: disconnect },
	{ rule: 'makesItsTables', file: 'price-drop', node: 'Alerts', change: set('retryOnFail', false) },
	{ rule: 'makesItsTables', file: 'price-drop', node: 'Keep Alert', change: set('parameters.dataTableId.value', 'abc') },
	{ rule: 'hasNotes', file: 'price-drop', node: 'Note: Start Here', change: set('name', 'Note: Start'), names: 'no note where to start' },
	{ rule: 'hasLittleCode', file: 'tracking-page', node: 'Make Page', change: set('parameters.jsCode', 'return [];') },
];

function broken({ file: name, node, at = node, change }: Break): WorkflowFile {
	const file = files.find((each) => each.name === name);
	if (file === undefined) throw new Error(`There is no ${name}`);
	const copy = new WorkflowFile(name, structuredClone(file.content), file.templates);
	const place = copy.nodes.find((each) => each.name === at);
	if (place === undefined) throw new Error(`${name} has no ${at}`);
	change(place, copy);
	return new WorkflowFile(name, copy.content, copy.templates);
}

beforeAll(engineReady);

test.each(BREAKS.map((each) => ({ ...each, title: `${each.rule}: ${each.file}: ${each.node}` })))('finds $title', (each) => {
	const findings = RULES[each.rule](broken(each));
	expect(findings).toContainEqual(expect.stringContaining(each.names ?? `${each.file}.json: ${each.node}`));
});

test('every rule finds something', () => {
	expect(new Set(BREAKS.map(({ rule }) => rule))).toEqual(new Set(Object.keys(RULES)));
});

test('finds templates that nothing sends', () => {
	const winBack = files.filter(({ name }) => name === 'win-back');
	const silent = winBack.map(({ name, content, templates }) => new WorkflowFile(name, { ...content, nodes: [] }, templates));
	expect(unusedTemplates(silent)).toEqual(['win_back_offer', 'win_back_last_offer'].map((name) => expect.stringContaining(name)));
});
