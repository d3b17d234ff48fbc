import { lintSet } from '../../../../core/template/lint/set';
import { lintTemplate } from '../../../../core/template/lint/template';

type Raw = Record<string, unknown>;

const body = (text: string, ...samples: string[]): Raw => ({ type: 'BODY', text, ...(samples.length === 0 ? {} : { example: { body_text: [samples] } }) });
const base: Raw = { name: 'order_update', language: 'en_US', category: 'UTILITY', components: [body('Your order is on its way.')] };
const buttons = (...list: Raw[]): Raw => ({ type: 'BUTTONS', buttons: list });
const reply = (text: string): Raw => ({ type: 'QUICK_REPLY', text });

function found(raw: Raw, options = {}): string[] {
	return lintTemplate({ ...base, ...raw }, options).map(({ level, field, message }) => `${level} ${field}: ${message}`);
}

const withBody = (text: string, ...samples: string[]) => found({ components: [body(text, ...samples)] });
const withHeader = (header: Raw) => found({ components: [{ type: 'HEADER', ...header }, body('Your order is on its way.')] });
const withButtons = (...list: Raw[]) => found({ components: [body('Your order is on its way.'), buttons(...list)] });

describe('head', () => {
	test('a sound template has no problem', () => {
		expect(found({})).toEqual([]);
	});

	test.each<[Raw, string]>([
		[{ name: 'Order Update' }, 'error name'],
		[{ name: 'x'.repeat(513) }, 'error name'],
		[{ language: 'en-US' }, 'error language'],
		[{ language: 'english' }, 'error language'],
		[{ category: 'TRANSACTIONAL' }, 'error category'],
		[{ parameter_format: 'named' }, 'error parameter_format'],
		[{ allow_category_change: true }, 'warning allow_category_change'],
		[{ message_send_ttl_seconds: 5 }, 'error message_send_ttl_seconds'],
		[{ components: 'none' }, 'error components'],
		[{ components: [] }, 'error BODY: is missing'],
		[{ components: [body('One.'), body('Two.')] }, 'error BODY: stands twice'],
		[{ components: [body('One.'), { type: 'SURPRISE' }] }, 'warning SURPRISE'],
	])('%j', (raw, expected) => {
		expect(found(raw).some((line) => line.startsWith(expected))).toBe(true);
	});
});

describe('body', () => {
	test.each<[string, string[], string]>([
		['{{1}}, your order is on its way to you today.', ['Ana'], 'error BODY: begins with a variable'],
		['Your order is on its way to you today, {{1}}', ['Ana'], 'error BODY: ends with a variable'],
		['Your order is on its way to you today, {{1}}.', ['Ana'], 'warning BODY: has nothing but punctuation'],
		['Hello dear {{1}} {{2}} your order is on its way.', ['Ana', 'Diaz'], 'error BODY: has two variables that touch'],
		['Hi {{1}} and {{2}} ok', ['a', 'b'], 'warning BODY: has 3 words for 2 variables'],
		['Your order {{1}} is on its way.', [], 'error BODY: has 1 variables and 0 samples'],
		['Your order {{1}} is on its way.', ['a', 'b'], 'error BODY: has more samples'],
		['Your order {{2}} is on its way.', ['a'], 'error BODY: numbered variables'],
		['Your order {{ 1 }} is on its way.', ['a'], 'error BODY: write {{1}}'],
		['Your order {{Order}} is on its way.', [], 'error BODY: "{{Order}}" is no variable'],
		['Your order {{1}} of {{shop}} is on its way to you now.', ['a'], 'error BODY: mixes'],
		['Your order {{number}} is on its way.', [], 'error BODY: has named variables: set parameter_format'],
		['Your order {1} is on its way.', [], 'warning BODY: has a single brace'],
		['Your order\n\n\nis on its way.', [], 'error BODY: must not have more than two line breaks'],
		['Your order\tis on its way.', [], 'warning BODY: has a tab'],
		[' Your order is on its way.', [], 'warning BODY: begins or ends with blanks'],
		['x'.repeat(1025), [], 'error BODY: has 1025 characters'],
		['', [], 'error BODY: must not be empty'],
	])('%j', (text, samples, expected) => {
		expect(withBody(text, ...samples).some((line) => line.startsWith(expected))).toBe(true);
	});

	test('two line breaks, 1024 characters and enough words are fine', () => {
		expect(withBody('Your order {{1}} is on its way.\n\nIt comes on {{2}} at noon.', '#1', 'Monday')).toEqual([]);
		expect(withBody('x'.repeat(1024))).toEqual([]);
	});

	test('named variables have named samples', () => {
		const text = 'Your order {{order_number}} is on its way.';
		const named = (params: Raw[]) => found({ parameter_format: 'NAMED', components: [{ type: 'BODY', text, example: { body_text_named_params: params } }] });
		expect(named([{ param_name: 'order_number', example: '#1' }])).toEqual([]);
		expect(named([{ param_name: 'number', example: '#1' }])[0]).toContain('lacks samples for order_number');
		expect(named([{ param_name: 'order_number', example: '' }])[0]).toContain('lacks samples');
	});
});

describe('header and footer', () => {
	test.each<[Raw, string]>([
		[{ format: 'TEXT', text: 'Good news 🎉' }, 'error HEADER: must not have emoji'],
		[{ format: 'TEXT', text: 'Good\nnews' }, 'error HEADER: must be one line'],
		[{ format: 'TEXT', text: 'Good *news*' }, 'error HEADER: must not have formatting'],
		[{ format: 'TEXT', text: 'x'.repeat(61) }, 'error HEADER: has 61 characters'],
		[{ format: 'TEXT', text: '{{1}} and {{2}}' }, 'error HEADER: may have one variable'],
		[{ format: 'TEXT', text: 'Order {{1}}' }, 'error HEADER: has 1 variables and 0 samples'],
		[{ format: 'TEXT', text: '' }, 'error HEADER: must not be empty'],
		[{ format: 'PICTURE' }, 'error HEADER: format must be one of'],
		[{ format: 'IMAGE' }, 'error HEADER: needs a sample file'],
		[{ format: 'IMAGE', example: { header_handle: ['https://x.example/a.png'] } }, 'error HEADER: example.header_handle must be a handle'],
		[{ format: 'IMAGE', example: { header_handle: ['4::sample-image'] } }, 'error HEADER: example.header_handle is a placeholder'],
	])('%j', (header, expected) => {
		expect(withHeader(header).some((line) => line.startsWith(expected))).toBe(true);
	});

	test('a named variable with underscores is no formatting, and samples that follow are no problem', () => {
		const header = { type: 'HEADER', format: 'TEXT', text: 'Order {{order_number}} of {{1}}'.replace(' of {{1}}', ''), example: { header_text_named_params: [{ param_name: 'order_number', example: '#1' }] } };
		expect(found({ parameter_format: 'NAMED', components: [header, body('Your order is on its way.')] })).toEqual([]);
		expect(found({ components: [{ type: 'HEADER', format: 'VIDEO' }, body('Your order is on its way.')] }, { uploadsSamples: true })).toEqual([]);
	});

	test.each([
		['Shop {{1}}', 'error FOOTER: must not have variables'],
		['x'.repeat(61), 'error FOOTER: has 61'],
		['One\nTwo', 'error FOOTER: must be one line'],
		['Shop 🛒', 'warning FOOTER: has emoji'],
	])('footer %j', (text, expected) => {
		expect(found({ components: [body('Your order is on its way.'), { type: 'FOOTER', text }] }).some((line) => line.startsWith(expected))).toBe(true);
	});
});

describe('buttons', () => {
	const url = (address: string, more: Raw = {}): Raw => ({ type: 'URL', text: 'Open', url: address, ...more });

	test.each<[Raw[], string]>([
		[[], 'error BUTTONS: must not be empty'],
		[Array.from({ length: 11 }, (_, index) => reply(`Answer ${index}`)), 'error BUTTONS: 11 buttons'],
		[[1, 2, 3].map((number) => url(`https://x.example/${number}`, { text: `Open ${number}` })), 'error BUTTONS: 3 buttons of type URL'],
		[[reply('Yes'), url('https://x.example'), reply('No')], 'error BUTTONS: quick replies must stand together'],
		[[reply('Yes'), reply('yes')], 'warning BUTTONS: two buttons have the same text'],
		[[1, 2, 3, 4].map((number) => reply(`Answer ${number}`)), 'warning BUTTONS: 4 buttons'],
		[[reply('x'.repeat(26))], 'error Button 1: "xxxxxxxxxxxxxxxxxxxxxxxxxx" has 26'],
		[[reply('Order {{1}}')], 'error Button 1: must not have a variable'],
		[[reply('Yes 👍')], 'warning Button 1: has emoji'],
		[[reply('')], 'error Button 1: needs a text'],
		[[url('shop.example')], 'error Button 1: needs an address'],
		[[url('https://x.example/{{1}}')], 'error Button 1: needs a sample'],
		[[url('https://x.example/{{1}}/track', { example: ['1'] })], 'error Button 1: may have one variable, at the end'],
		[[url('https://bit.ly/abc')], 'warning Button 1: uses a link shortener'],
		[[url('https://wa.me/15550100200')], 'error Button 1: must not lead to WhatsApp'],
		[[{ type: 'PHONE_NUMBER', text: 'Call' }], 'error Button 1: needs a phone_number'],
		[[{ type: 'COPY_CODE' }], 'error Button 1: needs a sample code'],
		[[{ type: 'FLOW', text: 'Open' }], 'error Button 1: needs exactly one of flow_id'],
		[[{ type: 'OTP', otp_type: 'COPY_CODE' }], 'error BUTTONS: an OTP button is for authentication'],
		[[{ type: 'SURPRISE' }], 'warning Button 1: the type SURPRISE'],
	])('%j', (list, expected) => {
		expect(withButtons(...list).some((line) => line.startsWith(expected))).toBe(true);
	});

	test('two addresses, one with a sample, and a reply are fine', () => {
		expect(withButtons(url('https://x.example/{{1}}', { example: ['https://x.example/1'] }), url('https://x.example/help', { text: 'Help' }), reply('Stop updates'))).toEqual([]);
	});
});

describe('purpose', () => {
	test.each([
		['en_US', 'Your order is here. Get 10% off your next one.'],
		['en', 'Your order is here. Buy now and enjoy a special offer.'],
		['es', 'Tu pedido llegó. Aprovecha este descuento en tu próxima compra.'],
		['pt_BR', 'Seu pedido chegou. Aproveite as ofertas da semana.'],
		['de', 'Deine Bestellung ist da. Hier ist ein Gutschein für dich.'],
		['fr', 'Votre commande est arrivée. Profitez de nos soldes.'],
		['it', 'Il tuo ordine è arrivato. Approfitta degli sconti.'],
		['hi', 'आपका ऑर्डर आ गया है। अगले ऑर्डर पर छूट पाएं।'],
		['id', 'Pesanan Anda tiba. Nikmati diskon untuk Anda.'],
		['nl', 'Je bestelling is er. Hier is korting voor jou.'],
	])('utility in %s that advertises is warned of', (language, text) => {
		const problems = lintTemplate({ ...base, language, components: [body(text)] });
		expect(problems).toMatchObject([{ level: 'warning', field: 'BODY', message: expect.stringContaining('sounds like advertising') }]);
		const marketing = lintTemplate({ ...base, language, category: 'MARKETING', components: [body(text), buttons(reply('Stop'))] });
		expect(marketing).toEqual([]);
	});

	test.each([
		['es', 'Tu pedido sale mañana para entrega.'],
		['fr', 'La remise de votre colis a lieu demain.'],
		['de', 'Deine Bestellung ist ein Geschäft mit Gift und Sale wert.'],
		['en_US', 'Your parcel was left with your neighbour, and your window is open.'],
	])('plain words of %s are none', (language, text) => {
		expect(lintTemplate({ ...base, language, components: [body(text)] })).toEqual([]);
	});

	test('marketing wants a quick reply that stops it', () => {
		const marketing = (...list: Raw[]) => lintTemplate({ ...base, category: 'MARKETING', components: [body('New shoes are here.'), ...(list.length === 0 ? [] : [buttons(...list)])] });
		expect(marketing()).toMatchObject([{ level: 'warning', field: 'BUTTONS', message: expect.stringContaining('stop these messages') }]);
		expect(marketing(reply('Show me'))).toHaveLength(1);
		for (const label of ['Stop offers', 'Unsubscribe', 'Cancelar', 'Darse de baja', 'Sair da lista', 'Abmelden', 'Se désabonner', 'Annulla iscrizione', 'बंद करें', 'Berhenti', 'Afmelden']) {
			expect(marketing(reply(label))).toEqual([]);
		}
	});

	test('an authentication template has its own text and an OTP button', () => {
		const authentication = { ...base, category: 'AUTHENTICATION', components: [{ type: 'BODY', add_security_recommendation: true }, { type: 'FOOTER', code_expiration_minutes: 10 }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] };
		expect(lintTemplate(authentication)).toEqual([]);
		expect(lintTemplate({ ...authentication, components: [body('Your code is here.'), buttons(reply('Yes'))] }).map(({ field }) => field)).toEqual(['BODY', 'BUTTONS']);
	});

	test('cards of a carousel are read too', () => {
		const card = { components: [{ type: 'HEADER', format: 'IMAGE' }, { type: 'BODY', text: 'x'.repeat(161) }, buttons(reply('y'.repeat(26)))] };
		const fields = lintTemplate({ ...base, components: [body('Look at these.'), { type: 'CAROUSEL', cards: [card] }] }).map(({ field }) => field);
		expect(fields).toEqual(['Card 1 HEADER', 'Card 1 BODY', 'Card 1 Button 1']);
	});
});

describe('set', () => {
	const found2 = (...list: Raw[]) => lintSet(list.map((each) => ({ ...base, ...each }))).map(({ problems }) => problems.map(({ level, field }) => `${level} ${field}`));

	test('compares the templates with each other', () => {
		expect(found2({}, {})).toEqual([[], ['error name']]);
		expect(found2({}, { name: 'order_news' })).toEqual([[], ['warning BODY']]);
		expect(found2({}, { language: 'es', category: 'MARKETING', components: [body('Va en camino.'), buttons(reply('Parar'))] })).toEqual([[], ['warning category']]);
		const es = { language: 'es', components: [body('Tu pedido {{1}} ya está en camino.', '#1')] };
		expect(found2({}, es)).toEqual([[], ['warning BODY']]);
	});
});
