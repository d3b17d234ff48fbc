import { ANA, UMA, useBench } from './support/bench';
import { expectShape as expectShapeOf } from './support/shapes';

const bench = useBench();
const expectShape = (text: string, shape: string, absent?: readonly string[]) =>
	expectShapeOf(bench, text, { shape, absent });

const components = [
	{ type: 'BODY', text: 'Good news today' },
	{ type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop' }] },
];

beforeEach(() => bench.current.subscribe());

describe('the bodies have the shapes of the reference', () => {
	test('statuses of a template', async () => {
		await bench.current.template({ name: 'promo', language: 'en_US', category: 'MARKETING', components });
		const template = { type: 'template', template: { name: 'promo', language: { code: 'en_US' } } };
		const id = await bench.current.sent({ ...template, biz_opaque_callback_data: 'exec-42' });
		await bench.current.receiver.status(id, 'delivered');
		await bench.current.control.post(`/phones/${ANA}/read`);
		await bench.current.receiver.status(id, 'read');
		await expectShape('"status":"sent"', 'status_sent');
		const plain = await bench.current.sent(template);
		await bench.current.receiver.status(plain, 'delivered');
		await expectShape('"status":"delivered"', 'status_delivered', ['.username']);
		await bench.current.control.post(`/phones/${ANA}/read`);
		await bench.current.receiver.status(plain, 'read');
		await expectShape('"status":"read"', 'status_read');
		const user = await bench.current.sent({ ...template, to: undefined, recipient: UMA });
		await bench.current.receiver.status(user, 'delivered');
		await expectShape('"status":"delivered"', 'status_delivered_bsuid_only');
		await bench.current.control.post(`/phones/${ANA}/preference`, { value: 'stop' });
		await bench.current.receiver.status(await bench.current.sent(template), 'failed');
		await expectShape('131050', 'status_failed_131050_opted_out');
		await expectShape('"value":"stop"', 'user_preferences_stop');
		await bench.current.control.post(`/phones/${ANA}/preference`, { value: 'resume' });
		await expectShape('"value":"resume"', 'user_preferences_resume');
	});

	test('other failures', async () => {
		await bench.current.sent({ text: { body: 'a' }, to: '+15559999999' });
		await expectShape('131026', 'status_failed_131026_undeliverable');
		await bench.current.sent({ text: { body: 'a' } });
		await expectShape('131047', 'status_failed_131047_window_closed');
	});

	test('texts', async () => {
		const { control } = bench.current;
		const { id } = await bench.current.write(ANA, 'first');
		await expectShape('"body":"first"', 'in_text');
		await bench.current.write(ANA, 'second', { replyTo: id });
		await expectShape('"body":"second"', 'in_text_reply_to_business');
		await bench.current.write(UMA, 'third');
		await expectShape('"body":"third"', 'in_text_username_no_phone');
		await control.post(`/phones/${encodeURIComponent(UMA)}/preference`, { value: 'stop' });
		await expectShape('"value":"stop"', 'user_preferences_stop_no_phone');
	});

	test('taps', async () => {
		const { control } = bench.current;
		await bench.current.template({ name: 'promo', language: 'en_US', category: 'UTILITY', components });
		const promo = await bench.current.sent({
			type: 'template',
			template: { name: 'promo', language: { code: 'en_US' } },
		});
		await control.post(`/phones/${ANA}/tap`, { messageId: promo, title: 'Stop' });
		await expectShape('"type":"button"', 'in_button_template_quick_reply');
		const buttons = await bench.current.sent({
			type: 'interactive',
			interactive: {
				type: 'button',
				body: { text: 'a' },
				action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes' } }] },
			},
		});
		await control.post(`/phones/${ANA}/tap`, { messageId: buttons, index: 0 });
		await expectShape('"button_reply"', 'in_interactive_button_reply');
		const rows = [{ id: 'slot-9', title: '9:00', description: 'Morning' }];
		const list = await bench.current.sent({
			type: 'interactive',
			interactive: { type: 'list', body: { text: 'a' }, action: { button: 'Open', sections: [{ rows }] } },
		});
		await control.post(`/phones/${ANA}/tap`, { messageId: list, id: 'slot-9' });
		await expectShape('"list_reply"', 'in_interactive_list_reply');
	});

	test.each([
		['image', 'image/jpeg', 'in_image', { caption: 'Broken handle' }],
		['document', 'application/pdf', 'in_document', { caption: 'Invoice', filename: 'a.pdf' }],
		['video', 'video/mp4', 'in_video', { caption: 'Look' }],
		['audio', 'audio/ogg; codecs=opus', 'in_audio_voice', { voice: true }],
		['sticker', 'image/webp', 'in_sticker', {}],
	])('%s', async (kind, mimeType, shape, extra) => {
		const base64 = Buffer.from(kind).toString('base64');
		await bench.current.control.post(`/phones/${ANA}/media`, { kind, mimeType, base64, ...extra });
		await expectShape(`"type":"${kind}"`, shape);
	});

	test.each([
		['APPROVED', 'approved'],
		['REJECTED', 'rejected'],
		['PAUSED', 'paused'],
		['DISABLED', 'disabled'],
	])('a template that is %s', async (status, shape) => {
		const id = await bench.current.template(
			{ name: 'promo', language: 'en_US', category: 'UTILITY', components },
			'PENDING',
		);
		await bench.current.control.post(`/templates/${id}/review`, { status });
		await expectShape(`"event":"${status}"`, `message_template_status_update_${shape}`);
	});
});
