import { asObject, asObjects, asText, compact, type JsonObject } from '../json';
import { buttonsOf, findComponent, keyword, shownValues } from '../rules/template/components';
import { fill } from '../rules/template/placeholders';
import type { Template } from '../records';
import type { State } from '../state';
import { phoneHeaderMedia } from './media';
import { phoneOrder } from './order';
import { numberButtons, productsOf } from './renderInteractive';
import type { PhoneButton, PhoneCard, PhoneContent, PhoneHeader, PhoneProduct } from './types';

/** A template, or one card of it: what was defined, and what was sent for it. */
interface Part {
	state: State;
	defined: readonly JsonObject[];
	sent: readonly JsonObject[];
}

/** Labels of buttons that the definition leaves to WhatsApp. */
const OWN_LABELS: Readonly<Record<string, string>> = {
	COPY_CODE: 'Copy code',
	OTP: 'Copy code',
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
	VOICE_CALL: 'Call now',
	ORDER_DETAILS: 'Review and pay',
	REQUEST_CONTACT_INFO: 'Share contact info',
};

function parametersOf(sent: readonly JsonObject[], type: string): JsonObject[] {
	return asObjects(findComponent(sent, type)?.parameters);
}

function header({ state, defined, sent }: Part): PhoneHeader | undefined {
	const definition = findComponent(defined, 'HEADER');
	const format = keyword(definition?.format);
	if (!definition || format === 'PRODUCT') return undefined;
	const parameters = parametersOf(sent, 'HEADER');
	if (format === 'TEXT') return { type: 'text', text: fill(asText(definition.text) ?? '', shownValues(parameters)) };
	if (format === 'LOCATION') {
		const place = asObject(parameters[0]?.location);
		return { type: 'location', text: [place.name, place.address].map(asText).filter(Boolean).join(', ') };
	}
	const kind = format === 'IMAGE' ? 'image' : format === 'DOCUMENT' ? 'document' : 'video';
	return phoneHeaderMedia({ state, kind, value: parameters[0]?.[kind] });
}

function sentButton({ sent }: Part, index: number, type: string): JsonObject[] {
	const component = sent.find(
		(each) =>
			keyword(each.type) === 'BUTTON' &&
			(each.index === undefined ? keyword(each.sub_type) === type : Number(asText(each.index)) === index),
	);
	return asObjects(component?.parameters);
}

function button(part: Part, definition: JsonObject, index: number): PhoneButton {
	const type = keyword(definition.type);
	const parameters = sentButton(part, index, type);
	const parameter = parameters[0] ?? {};
	const title = asText(definition.text) ?? OWN_LABELS[type] ?? type;
	if (type === 'QUICK_REPLY') return { index, type: 'quick_reply', title, payload: asText(parameter.payload) ?? title };
	if (type === 'URL')
		return { index, type: 'url', title, url: fill(asText(definition.url) ?? '', { 1: asText(parameter.text) ?? '' }) };
	if (type === 'PHONE_NUMBER')
		return compact({ index, type: 'phone_number', title, payload: asText(definition.phone_number) });
	const code = type === 'COPY_CODE' ? parameter.coupon_code : type === 'OTP' ? parameter.text : undefined;
	if (type === 'COPY_CODE' || type === 'OTP')
		return compact({ index, type: 'copy_code', title, payload: asText(code) });
	const payload = asText(parameters.find((each) => each.type === 'payload')?.payload);
	return compact({ index, type: 'other', title, action: type.toLowerCase(), payload });
}

function partButtons(part: Part): PhoneButton[] {
	return buttonsOf(part.defined).map((definition, index) => button(part, definition, index));
}

/** The `action` sent for the button of a type, or an empty one. */
function sentAction(part: Part, type: string): JsonObject {
	const index = buttonsOf(part.defined).findIndex((each) => keyword(each.type) === type);
	return index < 0 ? {} : asObject(sentButton(part, index, type)[0]?.action);
}

function products(part: Part): PhoneProduct[] | undefined {
	const inHeader = asObject(parametersOf(part.sent, 'HEADER')[0]?.product);
	return productsOf(inHeader) ?? productsOf({ sections: sentAction(part, 'MPM').sections });
}

function bodyText({ defined, sent }: Part): string {
	return fill(asText(findComponent(defined, 'BODY')?.text) ?? '', shownValues(parametersOf(sent, 'BODY')));
}

function offer({ defined, sent }: Part): PhoneContent['offer'] {
	const definition = findComponent(defined, 'LIMITED_TIME_OFFER');
	if (!definition) return undefined;
	const end = asObject(parametersOf(sent, 'LIMITED_TIME_OFFER')[0]?.limited_time_offer).expiration_time_ms;
	return compact({
		text: asText(asObject(definition.limited_time_offer).text),
		endsAt: typeof end === 'number' ? new Date(end).toISOString() : undefined,
	});
}

function tapTarget({ sent }: Part): PhoneContent['tapTarget'] {
	const [target] = asObjects(parametersOf(sent, 'TAP_TARGET_CONFIGURATION')[0]?.tap_target_configuration);
	return target && { url: asText(target.url) ?? '', title: asText(target.title) ?? '' };
}

/** The cards as parts of their own; a product carousel has more cards than definitions, all like the first. */
function cardParts({ state, defined, sent }: Part): Part[] {
	const definitions = asObjects(findComponent(defined, 'CAROUSEL')?.cards);
	const cards = asObjects(findComponent(sent, 'CAROUSEL')?.cards);
	return [...cards]
		.sort((one, other) => Number(one.card_index) - Number(other.card_index))
		.map((card) => ({
			state,
			defined: asObjects((definitions[Number(card.card_index)] ?? definitions[0])?.components),
			sent: asObjects(card.components),
		}));
}

function cardView(part: Part): PhoneCard {
	return compact({ header: header(part), body: bodyText(part) || undefined, products: products(part) });
}

/** A template message as the phone shows it: the definition with the parameters of the send filled in. */
export function renderTemplate(input: { state: State; template: Template; content: unknown }): PhoneContent {
	const { state, template } = input;
	const part: Part = { state, defined: template.components, sent: asObjects(asObject(input.content).components) };
	const cards = cardParts(part);
	const onCards = cards.flatMap((each, card) => partButtons(each).map((one) => ({ ...one, card })));
	const { order_details: details } = sentAction(part, 'ORDER_DETAILS');
	return compact({
		header: header(part),
		body: bodyText(part),
		footer: asText(findComponent(part.defined, 'FOOTER')?.text),
		buttons: numberButtons([...partButtons(part), ...onCards]),
		products: products(part),
		cards: cards.length > 0 ? cards.map(cardView) : undefined,
		offer: offer(part),
		order: details === undefined ? undefined : phoneOrder(asObject(details)),
		tapTarget: tapTarget(part),
	});
}
