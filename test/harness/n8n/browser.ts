import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Page, chromium, selectors } from 'playwright-core';
import type { Owner } from './n8nClient';

/** Where screenshots go; not part of the repository. */
export const ARTIFACTS = join(__dirname, '..', '..', '..', 'artifacts');

const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-extensions'];

/** Starts Chromium without a window. */
export async function launchBrowser(executablePath: string): Promise<Browser> {
	// n8n's editor marks its parts with this attribute.
	selectors.setTestIdAttribute('data-test-id');
	return await chromium.launch({ executablePath, args: FLAGS });
}

/** @returns the path of the picture, under `artifacts/` */
export async function screenshot(page: Page, name: string): Promise<string> {
	mkdirSync(ARTIFACTS, { recursive: true });
	const path = join(ARTIFACTS, `${name}.png`);
	await page.screenshot({ path });
	return path;
}

/** A browser session in which the owner is logged in, by the form that people use. */
export async function signInToEditor(
	browser: Browser,
	{ url, owner }: { url: string; owner: Owner },
): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.goto(`${url}/signin`);
	await page.locator('input[autocomplete="email"]').fill(owner.email);
	await page.locator('input[type="password"]').fill(owner.password);
	await page.getByRole('button', { name: 'Sign in' }).click();
	await page.waitForURL((address) => !address.pathname.startsWith('/signin'));
	await page.close();
	return context;
}
