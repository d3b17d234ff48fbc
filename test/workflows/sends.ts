import type { INode } from 'n8n-workflow';
import { settingsOf } from '../../scripts/start/settings';
import type { TemplateButton, TemplateDefinition } from '../../core/template/definition';
import { OURS } from './graph';
import type { WorkflowFile } from './workflowFile';

/** Operations of Message that send nothing to the customer. */
const NO_SENDS = ['markAsRead', 'previewTemplate', 'pinMessage'];

interface OurParameters {
	resource?: string;
	operation?: string;
	category?: string;
	state?: string;
	responseType?: string;
	phoneNumberId?: { value?: string };
	template?: { value?: string };
	variablesJson?: string;
	quickReplies?: string;
	rules?: { samePurpose?: unknown[] };
	options?: { idempotencyKey?: string };
}

export function parametersOf(node: INode): OurParameters {
	return node.type === OURS ? (node.parameters as OurParameters) : {};
}

/** Whether the node writes to the customer. */
export function isSend(node: INode): boolean {
	const { resource, operation } = parametersOf(node);
	return resource === 'message' && operation !== undefined && !NO_SENDS.includes(operation);
}

export function isQuestion(node: INode): boolean {
	const { resource, operation } = parametersOf(node);
	return resource === 'message' && operation === 'sendAndWait';
}

/** Whether the node asks the gate; Opt-Out → Check is the gate of the first example. */
export function isCheck(node: INode): boolean {
	const { resource, operation } = parametersOf(node);
	return (resource === 'journey' && operation === 'checkBeforeSending') || (resource === 'optOut' && operation === 'check');
}

/** Names of the Settings that a text reads. */
export function settingsReadBy(text: string): string[] {
	return [...text.matchAll(/\$\('Settings'\)\.(?:first\(\)|item)\.json\.(\w+)/g)].map(([, name = '']) => name);
}

const REFERENCE = /^([a-z0-9_]+)\|([a-z]{2,3}(?:_[A-Z]{2})?)$/;

/** Templates, by `name|language`, that a value of Settings names. */
export function templatesIn(value: unknown): string[] {
	const values = typeof value === 'object' && value !== null ? Object.values(value) : [value];
	return values.filter((text): text is string => typeof text === 'string' && REFERENCE.test(text));
}

/** What an expression reads, and what it reads from fields that Set nodes before it give. */
function expressionsBehind(file: WorkflowFile, text: string): string[] {
	const read = [...text.matchAll(/\.?json\.(\w+)/g)].map(([, name]) => name);
	const fields = file.nodes.filter(({ name }) => name !== 'Settings').flatMap(settingsOf);
	return [text, ...fields.filter(({ name }) => read.includes(name)).flatMap(({ value }) => (typeof value === 'string' ? [value] : []))];
}

/** Templates, by `name|language`, that the node may send. */
export function templatesOf(file: WorkflowFile, node: INode): string[] {
	const value = parametersOf(node).template?.value ?? '';
	const names = expressionsBehind(file, value).flatMap(settingsReadBy);
	return [...templatesIn(value), ...names.flatMap((name) => templatesIn(file.settings.get(name)))];
}

/** The template in all languages. */
export function definitionsOf(file: WorkflowFile, reference: string): TemplateDefinition[] {
	return file.templates.filter(({ name }) => name === reference.split('|')[0]);
}

/** Whether the node sends a template of the category Marketing. */
export function sendsMarketing(file: WorkflowFile, node: INode): boolean {
	const references = isSend(node) ? templatesOf(file, node) : [];
	return references.some((reference) => definitionsOf(file, reference).some(({ category }) => category === 'MARKETING'));
}

export function buttonsOf({ components }: TemplateDefinition): readonly TemplateButton[] {
	return components.flatMap((component) => (component.type === 'BUTTONS' ? component.buttons : []));
}
