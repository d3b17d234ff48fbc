import type { PhoneMessage } from '../src';
import { ANA, BEN, NUMBER, useBench } from './support/bench';

const bench = useBench();
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const link = 'https://example.com/a.png';

async function shownAfter(message: object): Promise<PhoneMessage | undefined> {
	await bench.current.write();
	await bench.current.sent(message);
	return (await bench.current.shown()).at(-1);
}

describe('what a phone shows', () => {
	test.each<[string, object, object]>([
		[
			'a text',
			{ text: { body: 'Hello' } },
			{ type: 'text', direction: 'outbound', body: 'Hello', phoneNumberId: NUMBER },
		],
		['a quote', { text: { body: 'a' }, context: { message_id: 'wamid.A' } }, { contextMessageId: 'wamid.A' }],
		[
			'an image',
			{ type: 'image', image: { link, caption: 'See' } },
			{ media: { kind: 'image', url: link, caption: 'See' } },
		],
		[
			'a voice message',
			{ type: 'audio', audio: { link, voice: true } },
			{ media: { kind: 'audio', url: link, voice: true } },
		],
		[
			'a document',
			{ type: 'document', document: { link, filename: 'a.pdf' } },
			{ media: { kind: 'document', url: link, filename: 'a.pdf' } },
		],
		[
			'a location',
			{ type: 'location', location: { latitude: '1.5', longitude: 2, name: 'Plaza' } },
			{ location: { latitude: 1.5, longitude: 2, name: 'Plaza' } },
		],
		[
			'contacts',
			{ type: 'contacts', contacts: [{ name: { formatted_name: 'A' } }] },
			{ contacts: [{ name: { formatted_name: 'A' } }] },
		],
		[
			'buttons',
			{
				type: 'interactive',
				interactive: {
					type: 'button',
					header: { type: 'image', image: { link } },
					body: { text: 'Choose' },
					footer: { text: 'Shop' },
					action: { buttons: [reply('y', 'Yes'), reply('n', 'No')] },
				},
			},
			{
				header: { type: 'image', mediaUrl: link },
				body: 'Choose',
				footer: 'Shop',
				buttons: [
					{ index: 0, type: 'reply', id: 'y', title: 'Yes' },
					{ index: 1, type: 'reply', id: 'n', title: 'No' },
				],
			},
		],
		[
			'a list',
			{
				type: 'interactive',
				interactive: {
					type: 'list',
					header: { type: 'text', text: 'Slots' },
					body: { text: 'Choose' },
					action: { button: 'Open', sections: [{ title: 'A', rows: [{ id: 'r', title: 'Row', description: 'd' }] }] },
				},
			},
			{
				header: { type: 'text', text: 'Slots' },
				list: { button: 'Open', sections: [{ title: 'A', rows: [{ id: 'r', title: 'Row', description: 'd' }] }] },
			},
		],
		[
			'a link button',
			{
				type: 'interactive',
				interactive: {
					type: 'cta_url',
					body: { text: 'a' },
					action: { name: 'cta_url', parameters: { display_text: 'Go', url: link } },
				},
			},
			{ buttons: [{ index: 0, type: 'url', title: 'Go', url: link }] },
		],
	])('%s', async (_name, message, expected) => {
		expect(await shownAfter(message)).toMatchObject({
			status: 'delivered',
			timestamp: expect.any(String),
			...expected,
		});
	});

	test('a reaction, which is only sent', async () => {
		const { id } = await bench.current.write();
		await bench.current.sent({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } });
		const shown = (await bench.current.shown()).at(-1);
		expect(shown).toMatchObject({ type: 'reaction', status: 'sent', reaction: { messageId: id, emoji: '👍' } });
	});

	test('oldest first, both directions, of this customer only', async () => {
		await bench.current.write(ANA, 'one');
		await bench.current.sent({ text: { body: 'two' } });
		await bench.current.write(BEN, 'elsewhere');
		await bench.current.write(ANA, 'three');
		const shown = await bench.current.shown();
		expect(shown.map(({ direction, body }) => [direction, body])).toEqual([
			['inbound', 'one'],
			['outbound', 'two'],
			['inbound', 'three'],
		]);
	});

	test('a template that is changed later stays as it was sent', async () => {
		const definition = (text: string) => ({
			name: 'a',
			language: 'en_US',
			category: 'UTILITY',
			components: [{ type: 'BODY', text }],
		});
		await bench.current.template(definition('Before'));
		await bench.current.sent({ type: 'template', template: { name: 'a', language: { code: 'en_US' } } });
		await bench.current.template(definition('After'));
		expect((await bench.current.shown())[0]?.body).toBe('Before');
	});
});
