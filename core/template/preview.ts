import { isJsonObject } from '../shared/json';
import type { TemplateButton, TemplateComponent, TemplateDefinition } from './definition';
import type { SendComponent, TemplateMessage, TemplateParameter } from './message';
import { fillIn, variablesOf } from './variables';

/** What a recipient would see of a button. */
export interface ButtonPreview {
	/** QUICK_REPLY, URL, PHONE_NUMBER, … as in the definition. */
	type: string;
	text: string;
	/** The address, code, number or payload behind it. */
	value?: string;
}

/** What a recipient would see, as text. */
export interface TemplatePreview {
	/** The filled text, or the header's file or place in brackets: `[image: https://…]`. */
	header?: string;
	body?: string;
	footer?: string;
	/** When a limited-time offer ends, ISO text in UTC. */
	offerEnds?: string;
	buttons?: ButtonPreview[];
	cards?: TemplatePreview[];
}

/** A template with its values filled in, as text; nothing is sent. `message` is what `buildTemplate` made. */
export function previewTemplate(input: { definition: TemplateDefinition; message: TemplateMessage }): TemplatePreview {
	return previewOf(input.definition.components, input.message.template.components ?? []);
}

/** The preview as one text for people to read, its parts one below the other. */
export function previewText(preview: TemplatePreview): string {
	const { header, body, footer, offerEnds, buttons = [], cards = [] } = preview;
	return [
		header,
		offerEnds === undefined ? undefined : `[offer ends ${offerEnds}]`,
		body,
		footer,
		buttons.length === 0 ? undefined : buttons.map(buttonText).join('\n'),
		...cards.map((card, index) => `Card ${index + 1}\n${previewText(card)}`),
	]
		.filter((part) => part !== undefined && part !== '')
		.join('\n\n');
}

function buttonText({ text, type, value }: ButtonPreview): string {
	const label = text === '' ? type : text;
	return value === undefined ? `[${label}]` : `[${label}] ${value}`;
}

function previewOf(defined: readonly TemplateComponent[], sent: readonly SendComponent[]): TemplatePreview {
	const preview: TemplatePreview = {};
	for (const component of defined) {
		switch (component.type) {
			case 'HEADER':
				preview.header =
					component.format === 'TEXT'
						? filled(component.text, parametersOf(sent, 'header'))
						: parametersOf(sent, 'header').map(named).join('');
				break;
			case 'BODY':
				preview.body = filled(component.text || '{{1}}', parametersOf(sent, 'body'));
				break;
			case 'FOOTER':
				preview.footer = footerOf(component);
				break;
			case 'LIMITED_TIME_OFFER':
				Object.assign(preview, offerOf(parametersOf(sent, 'limited_time_offer')));
				break;
			case 'BUTTONS':
				preview.buttons = component.buttons.map((button, index) => buttonOf(button, { sent, index }));
				break;
			case 'CAROUSEL':
				preview.cards = cardsOf(component.cards, sent);
				break;
			case 'OTHER':
				break;
		}
	}
	return preview;
}

function parametersOf(sent: readonly SendComponent[], type: SendComponent['type']): TemplateParameter[] {
	const component = sent.find((each) => each.type === type);
	return component !== undefined && 'parameters' in component ? component.parameters : [];
}

function filled(text: string, parameters: readonly TemplateParameter[]): string {
	const names = variablesOf(text);
	const values = new Map<string, string>();
	for (const [position, parameter] of parameters.entries()) {
		if (parameter.type !== 'text') continue;
		values.set(parameter.parameter_name ?? names[position] ?? '', parameter.text);
	}
	return fillIn(text, values);
}

/** A header's file, place or product by its kind and by what tells it from others. */
function named(parameter: TemplateParameter): string {
	switch (parameter.type) {
		case 'image':
			return `[image: ${sourceOf(parameter.image)}]`;
		case 'video':
			return `[video: ${sourceOf(parameter.video)}]`;
		case 'document':
			return `[document: ${parameter.document.filename ?? sourceOf(parameter.document)}]`;
		case 'location': {
			const { latitude, longitude, name, address } = parameter.location;
			return `[location: ${[name, address, `${latitude}, ${longitude}`].filter((part) => part !== undefined).join(', ')}]`;
		}
		case 'product':
			return `[product: ${parameter.product.product_retailer_id}]`;
		default:
			return '';
	}
}

function sourceOf(source: object): string {
	const { link, id } = isJsonObject(source) ? source : {};
	return String(link ?? id);
}

function footerOf({ text, codeExpirationMinutes }: { text: string; codeExpirationMinutes?: number }): string {
	if (text !== '' || codeExpirationMinutes === undefined) return text;
	return `This code expires in ${codeExpirationMinutes} minutes.`;
}

function offerOf(parameters: readonly TemplateParameter[]): Pick<TemplatePreview, 'offerEnds'> {
	const [parameter] = parameters;
	if (parameter?.type !== 'limited_time_offer') return {};
	return { offerEnds: new Date(parameter.limited_time_offer.expiration_time_ms).toISOString() };
}

function buttonOf(
	button: TemplateButton,
	{ sent, index }: { sent: readonly SendComponent[]; index: number },
): ButtonPreview {
	const component = sent.find((each) => each.type === 'button' && each.index === String(index));
	const parameters = component !== undefined && 'parameters' in component ? component.parameters : [];
	const value = behind(button, parameters);
	return { type: button.type, text: button.text, ...(value !== undefined && value !== '' && { value }) };
}

function behind({ type, url, raw }: TemplateButton, parameters: readonly TemplateParameter[]): string | undefined {
	const [parameter] = parameters;
	if (type === 'URL' && url !== undefined) return filled(url, parameters);
	if (type === 'PHONE_NUMBER') return typeof raw.phone_number === 'string' ? raw.phone_number : undefined;
	if (parameter?.type === 'text') return parameter.text;
	if (parameter?.type === 'payload') return parameter.payload;
	if (parameter?.type === 'coupon_code') return parameter.coupon_code;
	return undefined;
}

function cardsOf(cards: readonly TemplateComponent[][], sent: readonly SendComponent[]): TemplatePreview[] {
	const carousel = sent.find((component) => component.type === 'carousel');
	if (carousel?.type !== 'carousel') return cards.map((components) => previewOf(components, []));
	return carousel.cards.map(({ card_index: index, components }) =>
		previewOf(cards[index] ?? cards[cards.length - 1] ?? [], components),
	);
}
