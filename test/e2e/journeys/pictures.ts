import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ARTIFACTS } from '../../harness/n8n/browser';
import { openPhone, partOf } from '../operationsPhone';
import type { Journey } from './journey';
import type { Stage } from './stage';

const FOLDER = join(ARTIFACTS, 'journeys');
const LONGEST = 2600;

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

/** The workflow in n8n's editor: `artifacts/journeys/<file>-canvas.png`. */
export async function photographCanvas({ world }: Stage, { folder, file }: Journey): Promise<void> {
	const journey = world.demo.journeys.find(({ path }) => path === join(folder, `${file}.json`));
	if (journey === undefined) throw new Error(`${folder}/${file}.json was not imported`);
	const page = await world.editor.newPage();
	await page.goto(`${world.demo.n8n.url}/workflow/${journey.id}`);
	await page.locator('[data-node-name="Settings"]').first().waitFor({ timeout: 60_000 });
	// n8n lays its checklist over the first workflows that are opened.
	await page.addStyleTag({ content: '.el-popper, [role="dialog"], [role="tooltip"] { display: none !important; }' });
	await page.getByTestId('canvas-wrapper').waitFor();
	await page.keyboard.press('1');
	await page.getByTestId('canvas-wrapper').screenshot({ path: pathOf(`${file}-canvas`) });
	await page.close();
}
