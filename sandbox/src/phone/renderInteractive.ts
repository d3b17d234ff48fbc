import { asObject, asObjects, asText, compact, type JsonObject } from '../json';
import type { State } from '../state';
import { phoneHeaderMedia } from './media';
import { phoneOrder } from './order';
import type { PhoneButton, PhoneCard, PhoneContent, PhoneHeader, PhoneList, PhoneProduct } from './types';

function header(state: State, value: unknown): PhoneHeader | undefined {
	const { type, ...rest } = asObject(value);
	if (type === 'text') return { type, text: asText(rest.text) };
	if (type === 'image' || type === 'video' || type === 'document')
		return phoneHeaderMedia({ state, kind: type, value: rest[type] });
	return undefined;
}

/** Actions with one button whose label is WhatsApp's own. */
const OWN_LABELS: Readonly<Record<string, string>> = {
	send_location: 'Send location',
	address_message: 'Provide address',
	request_contact_info: 'Share contact info',
	voice_call: 'Call now',
	call_permission_request: 'Choose preference',
	catalog_message: 'View catalog',
	review_and_pay: 'Review and pay',
	review_order: 'Review order',
};

function namedButton(action: JsonObject): PhoneButton | undefined {
	const name = asText(action.name) ?? '';
	const parameters = asObject(action.parameters);
	const label = asText(parameters.display_text);
	if (name === 'cta_url')
		return compact<PhoneButton>({ index: 0, type: 'url', title: label ?? '', url: asText(parameters.url) });
	if (name === 'flow') return { index: 0, type: 'other', title: asText(parameters.flow_cta) ?? '', action: name };
	const title = label ?? OWN_LABELS[name];
	return title === undefined
		? undefined
		: compact<PhoneButton>({ index: 0, type: 'other', title, action: name, payload: asText(parameters.payload) });
}

function replyButton({ reply, quick_reply: quick }: JsonObject, index: number): PhoneButton {
	const { title, id } = asObject(reply ?? quick);
	return compact({ index, type: 'reply', title: asText(title) ?? '', id: asText(id) });
}

function actionButtons(action: JsonObject): PhoneButton[] {
	if (Array.isArray(action.buttons)) return asObjects(action.buttons).map(replyButton);
	const named = namedButton(action);
	if (named) return [named];
	if (action.product_retailer_id !== undefined) return [{ index: 0, type: 'other', title: 'View', action: 'product' }];
	if (asObjects(action.sections).some((section) => section.product_items !== undefined))
		return [{ index: 0, type: 'other', title: 'View items', action: 'product_list' }];
	return [];
}

/** The products that an action names. */
export function productsOf(action: JsonObject): PhoneProduct[] | undefined {
	const catalogId = asText(action.catalog_id);
	const inSections = asObjects(action.sections).flatMap((section) =>
		asObjects(section.product_items).map((item) =>
			compact({ catalogId, retailerId: asText(item.product_retailer_id) ?? '', section: asText(section.title) }),
		),
	);
	if (inSections.length > 0) return inSections;
	const retailerId = asText(action.product_retailer_id);
	return retailerId === undefined ? undefined : [compact({ catalogId, retailerId })];
}

function list(action: JsonObject): PhoneList | undefined {
	const sections = asObjects(action.sections).filter(({ rows }) => Array.isArray(rows));
	if (sections.length === 0) return undefined;
	return {
		button: asText(action.button) ?? '',
		sections: sections.map((section) =>
			compact({
				title: asText(section.title),
				rows: asObjects(section.rows).map((row) =>
					compact({ id: asText(row.id) ?? '', title: asText(row.title) ?? '', description: asText(row.description) }),
				),
			}),
		),
	};
}

function card(state: State, value: JsonObject): PhoneCard {
	const action = asObject(value.action);
	return compact({
		header: header(state, value.header),
		body: asText(asObject(value.body).text),
		products: productsOf(action),
	});
}

/** Buttons of all cards in one row of indexes, so that a tap can name any of them. */
export function numberButtons(buttons: readonly PhoneButton[]): PhoneButton[] | undefined {
	return buttons.length > 0 ? buttons.map((button, index) => ({ ...button, index })) : undefined;
}

/** The words of a customer's answer. */
function answerText(value: JsonObject): string | undefined {
	const reply = asObject(value.button_reply ?? value.list_reply);
	if (asText(reply.title) !== undefined) return asText(reply.title);
	if (value.nfm_reply !== undefined) return asText(asObject(value.nfm_reply).body);
	return asText(asObject(value.call_permission_reply).response);
}

/** An interactive message of the business, or a customer's answer to one, as the phone shows it. */
export function renderInteractive(state: State, content: unknown): PhoneContent {
	const value = asObject(content);
	const answer = answerText(value);
	if (answer !== undefined) return { body: answer };
	const action = asObject(value.action);
	const cards = asObjects(action.cards);
	const onCards = cards.flatMap((each, position) =>
		actionButtons(asObject(each.action)).map((button) => ({ ...button, card: position })),
	);
	const parameters = asObject(action.parameters);
	const order = value.type === 'order_details' || value.type === 'order_status' ? phoneOrder(parameters) : undefined;
	return compact({
		header: header(state, value.header),
		body: asText(asObject(value.body).text),
		footer: asText(asObject(value.footer).text),
		buttons: numberButtons([...actionButtons(action), ...onCards]),
		list: list(action),
		products: productsOf(action),
		cards: cards.length > 0 ? cards.map((each) => card(state, each)) : undefined,
		order,
	});
}
