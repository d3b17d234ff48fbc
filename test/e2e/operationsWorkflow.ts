import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATION_SAMPLES } from '../fixtures/e2e/operations';
import type { Given } from '../fixtures/e2e/operations/sample';
import type { WorkflowFile, WorkflowNode } from '../harness/n8n/workflows';

const FIXTURES = join(__dirname, '..', 'fixtures', 'e2e');
const COLUMNS = 6;
const STEP_X = 260;
const STEP_Y = 180;

/** What every operation gets: an item with a picture. */
const INPUT = JSON.parse(readFileSync(join(FIXTURES, 'operationsInput.json'), 'utf8')) as WorkflowFile;
const INPUT_END = 'Picture';

/** Splits `message.sendText`. */
export function namesOf(key: string): { resource: string; operation: string } {
	const [resource = '', operation = ''] = key.split('.');
	return { resource, operation };
}

function withPicture(node: WorkflowNode): WorkflowNode {
	if (node.name !== 'Bytes') return node;
	const bytes = readFileSync(join(FIXTURES, 'mug.png')).toString('base64');
	return { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify({ bytes }) } };
}

function nodeOf({ key, index, parameters }: { key: string; index: number; parameters: object }): WorkflowNode {
	return {
		id: `operation-${index}`,
		name: key,
		type: 'n8n-nodes-whatsapp-journeys.whatsAppBusiness',
		typeVersion: 1,
		position: [900 + (index % COLUMNS) * STEP_X, Math.floor(index / COLUMNS) * STEP_Y],
		parameters: { ...namesOf(key), ...parameters },
	};
}

/** A workflow with one branch for every sample, its node named like the sample. */
export function operationsWorkflow(given: Given): WorkflowFile {
	const nodes = Object.entries(OPERATION_SAMPLES).map(([key, sample], index) =>
		nodeOf({ key, index, parameters: sample(given).parameters }),
	);
	const branches = nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }));
	return {
		...INPUT,
		nodes: [...INPUT.nodes.map(withPicture), ...nodes],
		connections: { ...INPUT.connections, [INPUT_END]: { main: [branches] } },
	};
}
