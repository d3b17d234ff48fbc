import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARTIFACTS } from '../../harness/n8n/browser';
import type { WorkflowFile } from '../../harness/n8n/workflows';
import { openPhone, partOf } from '../operationsPhone';
import type { Journey } from './journey';
import type { Stage } from './stage';

const FOLDER = join(ARTIFACTS, 'journeys');
const LONGEST = 2600;
const CANVAS_WIDTH = 2000;
const NODE_SIZE = 320;
/** What the editor takes above and below the canvas. */
const EDITOR_CHROME = 240;

function pathOf(name: string): string {
	mkdirSync(FOLDER, { recursive: true });
	return join(FOLDER, `${name}.png`);
}

/** The customer's phone at the end of a play: `artifacts/journeys/<file>.png`. */
export async function photographPhone(stage: Stage, { file }: Journey): Promise<void> {
	const page = await openPhone(stage.world, stage.customer.key);
	const height = page.viewportSize()?.height ?? LONGEST;
	if (height > LONGEST) await page.setViewportSize({ width: 460, height: LONGEST });
	await page.locator(partOf('phone')).screenshot({ path: pathOf(file) });
	await page.close();
}

/** A page that the journey serves, as a phone shows it. */
export async function photographPage(stage: Stage, { file, url }: { file: string; url: string }): Promise<string> {
	const page = await stage.world.browser.newPage({ viewport: { width: 412, height: 860 }, deviceScaleFactor: 2 });
	await page.goto(url);
	await page.screenshot({ path: pathOf(file) });
	const text = await page.locator('body').innerText();
	await page.close();
	return text;
}

/** Controls and hints that n8n lays over the canvas: its checklist comes over the first workflows that are opened. */
const OVERLAYS = [
	'.el-popper',
	'[role="dialog"]',
	'[role="tooltip"]',
	'[data-test-id="canvas-controls"]',
	'.vue-flow__panel',
	'[data-test-id="execute-workflow-button"]',
	'[class*="executionButtons"]',
];

/** A window of the shape of the workflow, so that its nodes are as large as can be. */
function windowFor(workflow: WorkflowFile): { width: number; height: number } {
	const positions = workflow.nodes.map(({ position }) => position as [number, number]);
	const span = (axis: 0 | 1) => {
		const values = positions.map((position) => position[axis]);
		return Math.max(...values) - Math.min(...values) + NODE_SIZE;
	};
	const height = Math.round((CANVAS_WIDTH * span(1)) / span(0)) + EDITOR_CHROME;
	return { width: CANVAS_WIDTH, height: Math.max(700, Math.min(height, 1600)) };
}

/** The workflow in n8n's editor: `artifacts/journeys/<file>-canvas.png`. */
export async function photographCanvas({ world }: Stage, { folder, file }: Journey): Promise<void> {
	const journey = world.demo.journeys.find(({ path }) => path === join(folder, `${file}.json`));
	if (journey === undefined) throw new Error(`${folder}/${file}.json was not imported`);
	const page = await world.editor.newPage();
	await page.setViewportSize(windowFor(journey.workflow));
	await page.goto(`${world.demo.n8n.url}/workflow/${journey.id}`);
	await page.locator('[data-node-name="Settings"]').first().waitFor({ timeout: 60_000 });
	await page.addStyleTag({ content: `${OVERLAYS.join(', ')} { display: none !important; }` });
	await page.getByTestId('canvas-wrapper').waitFor();
	await page.keyboard.press('1');
	await page.getByTestId('canvas-wrapper').screenshot({ path: pathOf(`${file}-canvas`) });
	await page.close();
}
