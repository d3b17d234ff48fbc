import type { Locator, Page } from 'playwright-core';

const VIEWPORT = { width: 1440, height: 900 };

/** The form of one node in n8n's editor, on a page that shows the workflow. */
export interface OperationForm {
	open(): Promise<void>;
	/** Waits until the field of that parameter is there. */
	waitForField(name: string): Promise<void>;
	/** Makes the page as tall as the form. */
	showAll(): Promise<void>;
	/** What the form marks in red. */
	issues(): Promise<string[]>;
	/** Presses Execute step, and waits until it is over. */
	run(): Promise<void>;
}

function fieldOf(page: Page, name: string): Locator {
	const kinds = ['parameter-input', 'resource-locator', 'fixed-collection'];
	return page.locator(kinds.map((kind) => `[data-test-id="${kind}-${name}"]`).join(', ')).first();
}

/** @param nodeName must be unlike all others of the workflow */
export function operationForm(page: Page, nodeName: string): OperationForm {
	const output = page.getByTestId('output-panel');
	return {
		async open() {
			await page.locator(`[data-node-name="${nodeName}"]`).first().dblclick();
		},
		async waitForField(name) {
			await fieldOf(page, name).waitFor();
		},
		async showAll() {
			const hidden = await page.getByTestId('node-parameters').evaluate((form) => form.scrollHeight - form.clientHeight);
			await page.setViewportSize({ ...VIEWPORT, height: VIEWPORT.height + hidden });
		},
		async issues() {
			const marks = page.locator('[data-test-id="parameter-issues"], [data-test-id="node-issues"]');
			return await marks.allTextContents();
		},
		async run() {
			await page.getByTestId('node-execute-button').first().click();
			await output.locator('[data-test-id^="node-run-status-"]').first().waitFor();
			await page.locator('[data-test-id="node-execute-button"]:not([aria-busy="true"])').first().waitFor();
		},
	};
}

/** Back to the canvas, whatever form is open. */
export async function closeForm(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await page.getByTestId('ndv').waitFor({ state: 'hidden' });
	await page.setViewportSize(VIEWPORT);
}
