import { createHash } from 'node:crypto';
import { type WorkflowFile, type WorkflowNode } from '../../test/harness/n8n/workflows';
import { isObject, parsed } from './values';

const FIRST_LINE = /^Agency kit: ([\w-]+)$/m;
const WRITTEN_LINE = /^Written: (\{.*\})$/m;
const FINGERPRINT_CHARACTERS = 8;
const EXPLANATION = 'This workflow is kept up to date by a command. What you change in this node stays; changes in other nodes do not.';

/** What the note of a Settings node says about the last import. */
export interface Mark {
	/** Name of the journey. */
	journey: string;
	/** By setting, the fingerprint of the value that was written. */
	written: Record<string, string>;
}

interface Value {
	name: string;
	value: unknown;
}

/** A route belongs to the client, the ID in it to us: it is another one in each n8n. */
function withoutIds(value: unknown): unknown {
	const routes = parsed(value);
	if (!Array.isArray(routes)) return value;
	return routes.map((route) => (isObject(route) ? { ...route, workflow: '' } : route));
}

/** A short hash that tells whether a setting was changed since it was written. */
export function fingerprint({ name, value }: Value): string {
	const compared = name === 'routes' ? withoutIds(value) : value;
	return createHash('sha256').update(JSON.stringify(compared ?? null)).digest('hex').slice(0, FINGERPRINT_CHARACTERS);
}

/** The note of a Settings node; it outlives another name of the workflow or the node. */
export function noteFor({ journey, written }: Mark): string {
	return [`Agency kit: ${journey}`, EXPLANATION, `Written: ${JSON.stringify(written)}`].join('\n');
}

/** The node with the note, when the kit imported the workflow. */
export function markedNode({ nodes }: Pick<WorkflowFile, 'nodes'>): WorkflowNode | undefined {
	return nodes.find(({ notes }) => typeof notes === 'string' && FIRST_LINE.test(notes));
}

/** @returns undefined for a workflow that the kit did not import */
export function markOf(workflow: Pick<WorkflowFile, 'nodes'>): Mark | undefined {
	const notes = String(markedNode(workflow)?.notes ?? '');
	const journey = FIRST_LINE.exec(notes)?.[1];
	if (journey === undefined) return undefined;
	const written = parsed(WRITTEN_LINE.exec(notes)?.[1] ?? '');
	return { journey, written: isObject(written) ? (written as Record<string, string>) : {} };
}
