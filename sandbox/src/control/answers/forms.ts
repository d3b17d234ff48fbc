import { z } from 'zod';
import { asObject, asObjects, asText, compact, type Json } from '../../json';
import type { StoredMessage } from '../../records';
import { keyword } from '../../rules/template/components';
import { answerKind, answerTo, askedFor } from './kind';

/** What Meta puts in the place of a token that the business did not give (cloud-api 1.4). */
const NO_TOKEN = 'unused';

/** The token that the business sent with a Flow, in an interactive message or by a template's button. */
function flowToken({ content, template }: StoredMessage): string {
	const value = asObject(content);
	if (!template) return asText(asObject(asObject(value.action).parameters).flow_token) ?? NO_TOKEN;
	const button = asObjects(value.components).find(({ sub_type: type }) => keyword(type) === 'FLOW');
	return asText(asObject(asObjects(button?.parameters)[0]?.action).flow_token) ?? NO_TOKEN;
}

function nfmReply(input: { name: string; body: string; responseJson: string }): Json {
	const { name, body, responseJson } = input;
	return { type: 'nfm_reply', nfm_reply: { name, body, response_json: responseJson } };
}

/**
 * The customer submits a Flow. `response` is an object, to which the message's token is added unless it brings one of its own, or
 * text, which goes out as `response_json` just as it is.
 */
export const flow = answerKind(
	z
		.object({ messageId: z.string(), response: z.union([z.string(), z.record(z.unknown())]), body: z.string().optional() })
		.strict(),
	(input) => {
		const { response, body = 'Sent' } = input.body;
		const message = askedFor(input, ['flow']);
		const responseJson =
			typeof response === 'string' ? response : JSON.stringify({ flow_token: flowToken(message), ...response });
		return answerTo(input, message, { type: 'interactive', content: nfmReply({ name: 'flow', body, responseJson }) });
	},
);

/** The customer fills in the address form, or picks one of the addresses that the business knows. */
export const address = answerKind(
	z
		.object({
			messageId: z.string(),
			values: z.record(z.string()).default({}),
			savedAddressId: z.string().optional(),
		})
		.strict(),
	(input) => {
		const { values, savedAddressId } = input.body;
		const message = askedFor(input, ['address_message']);
		const responseJson = JSON.stringify(compact({ saved_address_id: savedAddressId, values }));
		const body = Object.values(values).join('\n');
		const content = nfmReply({ name: 'address_message', body, responseJson });
		return answerTo(input, message, { type: 'interactive', content });
	},
);
