import { GraphError, invalidValue } from '../errors';
import { asText } from '../json';
import type { CheckedMessage } from '../rules/message';
import { findComponent, keyword } from '../rules/template/components';
import type { State } from '../state';

/** 134100 came with v23; before, it was 131055 (errors table). */
const VERSION_OF_134100 = 23;

/**
 * What `/marketing_messages` asks beside the rules of a template send. 131055 or 134100: not a marketing template; 134101,
 * 134102: the setting `marketingMessages` says that it is syncing or not there; STRICT forbids the fall back to Cloud API.
 */
export function checkMarketingEndpoint(input: { state: State; message: CheckedMessage; version: string }): void {
	const { state, message, version } = input;
	if (!message.template) throw new GraphError({ code: 131055, details: 'Only template messages can be sent here.' });
	if (message.template.category !== 'MARKETING') {
		const code = Number.parseInt(version.slice(2), 10) >= VERSION_OF_134100 ? 134100 : 131055;
		throw new GraphError({ code, details: `The template ${message.template.name} is not a marketing template.` });
	}
	const { marketingMessages } = state.settings;
	if (marketingMessages === 'syncing')
		throw new GraphError({ code: 134101, details: 'The template is still syncing. Wait up to 10 minutes.' });
	const unavailable =
		marketingMessages === 'off' || (marketingMessages === 'fallback' && message.productPolicy === 'STRICT');
	if (unavailable)
		throw new GraphError({ code: 134102, details: 'The template is unavailable: the account is not onboarded.' });
}

/** What `/messages` asks of a marketing template: 131063 when the account switched them off; GIF headers are not for it. */
export function checkMarketingOnCloudApi(input: { state: State; message: CheckedMessage }): void {
	const { state, message } = input;
	const { template } = message;
	if (!template) return;
	if (template.category === 'MARKETING' && !state.settings.marketingOnCloudApi)
		throw new GraphError({ code: 131063, details: 'Use the endpoint marketing_messages for marketing templates.' });
	// The reference names no code for it (cloud-api 1.5: "MM API only").
	if (keyword(asText(findComponent(template.components, 'HEADER')?.format)) === 'GIF')
		throw invalidValue('header: a GIF can be sent by marketing_messages only.');
}

/** What the statuses print as the price's category: `marketing` when the message fell back. */
export function marketingCategory(state: State): string {
	return state.settings.marketingMessages === 'fallback' ? 'marketing' : 'marketing_lite';
}
