import type { Locator, Page } from 'playwright-core';
import { ANA } from '../../scripts/start/scenario/context';
import type { Conversations } from './conversationBench';
import { ask, COD_OUTPUTS, ONE_OUTPUT, RATING, SLOT, SLOT_OUTPUTS } from './conversationWorkflow';
import { partOf } from './operationsPhone';
import type { World } from './world';

/** Answers that are given on the phone page, as a person gives them. */
export function conversationPhoneTests(world: () => World, { cod, publish, resultsOf }: Conversations): void {
	describe('on the phone page', () => {
		let page: Page;
		const part = (name: string): Locator => page.locator(partOf(name));
		const bubble = (id: string): Locator => part(`message-${id}`);

		beforeAll(async () => {
			const { browser, demo } = world();
			page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
			await page.goto(`${demo.sandbox.baseUrl}/#/${ANA}`);
			await part('bubble').first().waitFor();
		});

		afterAll(async () => await page.close());

		test('a button is tapped', async () => {
			const { id, question } = await ask(world(), { journey: cod(), orderId: '#2031' });
			await bubble(question.id).locator(partOf('reply-button')).getByText('Confirm').click();
			expect(await resultsOf({ journey: cod(), id, outputs: COD_OUTPUTS })).toMatchObject([
				{ output: 0, json: { orderId: '#2031', answer: { type: 'tap', id: 'confirm', title: 'Confirm' } } },
			]);
		});

		test('a time is chosen from the list', async () => {
			const slot = await publish({ path: 'e2e-phone-slot', outputs: SLOT_OUTPUTS, parameters: SLOT });
			const { id, question } = await ask(world(), { journey: slot, orderId: '#2032' });
			await bubble(question.id).locator(partOf('list-open')).click();
			await part('list-row').getByText('14 to 16').click();
			expect(await resultsOf({ journey: slot, id, outputs: SLOT_OUTPUTS })).toMatchObject([
				{ output: 1, json: { orderId: '#2032', answer: { type: 'tap', id: 'today-14' } } },
			]);
		});

		test('a rating is typed', async () => {
			const rating = await publish({ path: 'e2e-phone-rating', outputs: ONE_OUTPUT, parameters: RATING });
			const { id, question } = await ask(world(), { journey: rating, orderId: '#2033' });
			await bubble(question.id).waitFor();
			await part('composer').fill('four');
			await part('send').click();
			expect(await resultsOf({ journey: rating, id, outputs: ONE_OUTPUT })).toMatchObject([
				{ output: 0, json: { orderId: '#2033', answer: { type: 'text', text: 'four', value: 4 } } },
			]);
		});
	});
}
