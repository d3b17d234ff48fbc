import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputOf } from '../../../core/webhook/outputs';
import { parseWebhook } from '../../../core/webhook/parse';

const SHAPES = join(__dirname, '../../fixtures/webhookShapes');

describe('outputOf', () => {
	test.each([
		['in_text', 'Messages'],
		['in_reaction', 'Messages'],
		['in_location_reply_to_request', 'Messages'],
		['in_interactive_button_reply', 'Replies'],
		['in_interactive_nfm_reply_flow', 'Replies'],
		['in_button_template_quick_reply', 'Replies'],
		['in_order', 'Orders'],
		['status_payment', 'Statuses'],
		['user_preferences_stop', 'Consent'],
		['template_category_update_done', 'Templates'],
		['in_value_level_errors', 'Account'],
		['security', 'Account'],
		['calls_status', 'Other'],
		['standby_message', 'Other'],
		['unknown_field_future', 'Other'],
	])('%s leaves by %s', (name, expected) => {
		const events = parseWebhook(JSON.parse(readFileSync(join(SHAPES, `${name}.json`), 'utf8')));
		expect(events.map(outputOf)).toEqual([expected]);
	});
});
