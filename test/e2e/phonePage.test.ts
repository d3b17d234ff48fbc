import axios, { type AxiosInstance } from 'axios';
import type { Browser, Locator, Page } from 'playwright-core';
import { SEED, startSandbox, type PhoneMessage, type Sandbox } from '../../sandbox/src';
import { launchBrowser } from '../harness/n8n/browser';
import { installRuntime } from '../harness/n8n/runtime';
import { partOf } from './operationsPhone';

/** The first start on a machine installs the browser. */
const START_TIMEOUT_MS = 15 * 60_000;

const [ANA = ''] = SEED.customers.map(({ phone }) => phone ?? '');
const [FIRST] = SEED.phoneNumbers;
const interactive = (type: string, action: object) => ({
	type: 'interactive',
	interactive: { type, body: { text: 'Please' }, action },
});
const named = (type: string, name: string, parameters?: object) => interactive(type, { name, parameters });

let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let http: AxiosInstance;

const part = (name: string): Locator => page.locator(partOf(name));
const bubble = (id: string): Locator => part(`message-${id}`);

async function send(message: object): Promise<string> {
	const { data } = await http.post<{ messages: Array<{ id: string }> }>(
		`/v25.0/${FIRST?.id ?? ''}/messages`,
		{ messaging_product: 'whatsapp', to: `+${ANA}`, ...message },
		{ headers: { Authorization: `Bearer ${SEED.accessToken}` } },
	);
	const id = data.messages[0]?.id ?? '';
	await bubble(id).waitFor();
	return id;
}

/** The customer's next message after what is on the phone now. */
async function sentBy(act: () => Promise<void>): Promise<PhoneMessage | undefined> {
	const list = async (query: object) =>
		(await http.get<PhoneMessage[]>(`/_control/phones/${ANA}/messages`, { params: { direction: 'inbound', ...query } })).data;
	const before = (await list({})).length;
	await act();
	return (await list({ atLeast: before + 1 })).at(-1);
}

/** Opens the sheet of a message's button, fills it in, and answers what was sent. */
const answered = (id: string, fill: () => Promise<void>) =>
	sentBy(async () => {
		await bubble(id).locator(partOf('other-button')).click();
		await fill();
	});
const submit = async () => await part('answer-send').click();

beforeAll(async () => {
	const { chromium } = await installRuntime({ browser: true });
	if (chromium === undefined) throw new Error('setup gave no browser');
	sandbox = await startSandbox({ port: 0 });
	http = axios.create({ baseURL: sandbox.url });
	browser = await launchBrowser(chromium);
}, START_TIMEOUT_MS);
beforeEach(async () => {
	await http.post('/_control/reset', {});
	await http.post(`/_control/phones/${ANA}/text`, { text: 'hello' });
	page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
	await page.goto(`${sandbox.url}/#/${ANA}`);
	await part('bubble').first().waitFor();
});
afterEach(async () => await page.close());
afterAll(async () => {
	await browser.close();
	await sandbox.close();
});

describe('the phone page answers', () => {
	test('buttons, early and late, and list rows', async () => {
		const reply = { type: 'reply', reply: { id: 'yes', title: 'Yes' } };
		const early = await send(interactive('button', { buttons: [reply] }));
		const rows = [
			{ id: 'a', title: '9:00' },
			{ id: 'b', title: '15:00' },
		];
		const list = await send(interactive('list', { button: 'Choose', sections: [{ rows }] }));
		const picked = await sentBy(async () => {
			await bubble(list).locator(partOf('list-open')).click();
			await part('list-row').nth(1).click();
		});
		expect(picked).toMatchObject({ body: '15:00', contextMessageId: list });
		const tap = () => sentBy(() => bubble(early).locator(partOf('reply-button')).click());
		const [first, second] = [await tap(), await tap()];
		expect(first).toMatchObject({ body: 'Yes', contextMessageId: early });
		expect(second).toMatchObject({ body: 'Yes', contextMessageId: early });
		expect(second?.id).not.toBe(first?.id);
	});

	test('a Flow, a location, contact information, an address', async () => {
		const flow = { flow_message_version: '3', flow_id: '1', flow_cta: 'Rate', flow_token: 'T' };
		const form = await answered(await send(named('flow', 'flow', flow)), async () => {
			await part('flow-name-0').fill('rating');
			await part('flow-value-0').fill('5');
			await submit();
		});
		expect(form).toMatchObject({ type: 'interactive', body: 'Sent' });
		const place = await answered(await send(named('location_request_message', 'send_location')), () =>
			part('place-row').first().click(),
		);
		expect(place?.location?.name).toBe('Union Square');
		const shared = await answered(await send(named('contact_request', 'request_contact_info')), submit);
		expect(shared?.contacts).toMatchObject([{ origin: 'contact_request', phones: [{ wa_id: ANA }] }]);
		const asked = await send(named('address_message', 'address_message', { country: 'IN' }));
		expect((await answered(asked, submit))?.body).toContain('Mumbai');
	});

	test('a cart, a file, a reply, a reaction', async () => {
		const products = await send(interactive('product', { catalog_id: 'c1', product_retailer_id: 'mug' }));
		expect((await answered(products, submit))?.order).toMatchObject({ items: [{ retailerId: 'mug', quantity: 1 }] });
		const file = { name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') };
		expect((await sentBy(() => part('attach').setInputFiles(file)))?.media).toMatchObject({ filename: 'invoice.pdf' });
		const text = await send({ text: { body: 'How was it?' } });
		const quote = await sentBy(async () => {
			await bubble(text).hover();
			await bubble(text).locator(partOf('reply-to')).click();
			await part('composer').fill('Good');
			await part('send').click();
		});
		expect(quote).toMatchObject({ body: 'Good', contextMessageId: text });
		const reaction = await sentBy(async () => {
			await bubble(text).hover();
			await bubble(text).locator(partOf('react')).click();
			await page.getByRole('menuitemradio', { name: '👍' }).click();
		});
		expect(reaction?.reaction).toEqual({ messageId: text, emoji: '👍' });
		await bubble(text).locator(partOf('reactions')).waitFor();
	});
});

describe('the phone page changes', () => {
	const menu = async (entry: string) => {
		await part('phone-menu').click();
		await part(entry).click();
	};
	const customer = async () => (await http.get<Record<string, unknown>>(`/_control/phones/${ANA}`)).data;

	test('offers, blocking, reporting', async () => {
		await menu('preference');
		await part(`customer-${ANA}`).getByText('No offers').waitFor();
		expect(await customer()).toMatchObject({ preference: 'stop' });
		await menu('report');
		await part('blocked-bar').waitFor();
		expect(await customer()).toMatchObject({ blocks: 'undeliverable', reports: 1 });
		expect(await part('composer').count()).toBe(0);
		await part('unblock').click();
		await part('composer').waitFor();
	});

	test('customers and the clock', async () => {
		await part('customer-facts').getByText('until').waitFor();
		await part('clock').getByText('+24 h').click();
		await part('customer-facts').getByText('closed').waitFor();
		await part('new-customer').click();
		await part('field-name').fill('Zoë Example');
		await part('hide-number').check();
		await part('field-username').fill('zoe.example');
		await part('field-phone').fill('+44 7700 900123');
		await part('field-country').selectOption('GB');
		await part('add-customer').click();
		await page.getByText('Zoë Example’s phone').waitFor();
		const { data } = await http.get<object[]>('/_control/phones');
		expect(data.at(-1)).toMatchObject({ username: 'zoe.example', hiddenPhone: '447700900123', language: 'en-GB' });
		expect(data.at(-1)).not.toHaveProperty('phone');
	});
});
