import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { SHOP } from '../fixtures/e2e/operations/sample';
import type { World } from './world';

const PICTURE = join(__dirname, '..', 'fixtures', 'e2e', 'mug.png');
const WIDTH = 460;

/** The phone page marks its parts with another attribute than n8n's editor does. */
export const partOf = (part: string): string => `[data-testid="${part}"]`;

/** A customer's phone on the phone page, so tall that the whole thread shows; pictures of the shop are there. */
export async function openPhone({ browser, demo }: World, phoneKey: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 } });
	await page.route(`${SHOP}/**`, async (route) => await route.fulfill({ path: PICTURE }));
	await page.goto(`${demo.sandbox.baseUrl}/#/${phoneKey}`);
	const thread = page.getByRole('log');
	await thread.locator(partOf('bubble')).last().waitFor();
	const hidden = await thread.evaluate((box) => box.scrollHeight - box.clientHeight);
	await page.setViewportSize({ width: WIDTH, height: 900 + hidden });
	await page.waitForLoadState('networkidle');
	return page;
}
