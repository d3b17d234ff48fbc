import { InvalidInput } from '../errors/invalidInput';
import { arrayOf, isJsonObject, numberOf, objectOf, textOf, type JsonObject } from '../shared/json';
import { isPositional, variablesOf } from './variables';

/** A template as Meta stores it: `GET /{waba}/message_templates` (cloud-api 3.1 and 3.2). */
export interface TemplateDefinition {
	id?: string;
	name: string;
	/** Meta's language code, such as `en_US`. */
	language: string;
	status?: string;
	category?: string;
	/** How the text's variables are addressed: `{{1}}` by position or `{{order_number}}` by name. */
	parameterFormat: 'POSITIONAL' | 'NAMED';
	/** In Meta's order; components that we do not know are kept as they came. */
	components: TemplateComponent[];
}

export type TemplateComponent =
	| HeaderComponent
	| BodyComponent
	| FooterComponent
	| { type: 'BUTTONS'; buttons: TemplateButton[] }
	| CarouselComponent
	| OfferComponent
	| OtherComponent;

export interface HeaderComponent {
	type: 'HEADER';
	/** TEXT, IMAGE, VIDEO, DOCUMENT, LOCATION, PRODUCT, GIF or one that is not known yet. */
	format: string;
	text: string;
	example: JsonObject;
}

export interface BodyComponent {
	type: 'BODY';
	text: string;
	example: JsonObject;
}

export interface FooterComponent {
	type: 'FOOTER';
	text: string;
	/** Of an authentication template, whose footer is Meta's own text. */
	codeExpirationMinutes?: number;
}

/** Cards side by side, each with components of its own. */
export interface CarouselComponent {
	type: 'CAROUSEL';
	cards: TemplateComponent[][];
}

export interface OfferComponent {
	type: 'LIMITED_TIME_OFFER';
	text: string;
	/** The send says when the offer ends. */
	hasExpiration: boolean;
}

/** Any other component, such as CALL_PERMISSION_REQUEST. */
export interface OtherComponent {
	type: 'OTHER';
	/** Meta's type in capitals. */
	name: string;
	raw: JsonObject;
}

/** A button; its position in `buttons` is the index that a send refers to. */
export interface TemplateButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW, … in capitals. */
	type: string;
	text: string;
	url?: string;
	raw: JsonObject;
}

/**
 * Reads one entry of Meta's template list. Tolerant: what is missing or unknown inside components
 * does not matter, since Meta adds kinds without notice.
 *
 * @throws {InvalidInput} naming `Template` when name, language or components are missing
 */
export function parseDefinition(json: unknown): TemplateDefinition {
	const raw = objectOf(json);
	const name = textOf(raw.name);
	const language = textOf(raw.language) ?? textOf(objectOf(raw.language).code);
	if (name === undefined) throw unreadable('has no name');
	if (language === undefined) throw unreadable(`"${name}" has no language`);
	if (!Array.isArray(raw.components)) throw unreadable(`"${name}" has no components`);

	const components = parseComponents(raw.components);
	const id = textOf(raw.id);
	const status = textOf(raw.status);
	const category = textOf(raw.category);
	return {
		...(id !== undefined && { id }),
		name,
		language,
		...(status !== undefined && { status }),
		...(category !== undefined && { category }),
		parameterFormat: formatOf({ given: raw.parameter_format, components }),
		components,
	};
}

function parseComponents(json: unknown): TemplateComponent[] {
	return arrayOf(json).filter(isJsonObject).map(parseComponent);
}

function parseComponent(raw: JsonObject): TemplateComponent {
	const type = capitals(raw.type);
	const text = textOf(raw.text) ?? '';
	switch (type) {
		case 'HEADER':
			return {
				type,
				format: capitals(raw.format) || 'TEXT',
				text,
				example: objectOf(raw.example),
			};
		case 'BODY':
			return { type, text, example: objectOf(raw.example) };
		case 'FOOTER': {
			const codeExpirationMinutes = numberOf(raw.code_expiration_minutes);
			return { type, text, ...(codeExpirationMinutes !== undefined && { codeExpirationMinutes }) };
		}
		case 'BUTTONS':
			return { type, buttons: arrayOf(raw.buttons).map(parseButton) };
		case 'CAROUSEL':
			return { type, cards: arrayOf(raw.cards).map((card) => parseComponents(objectOf(card).components)) };
		case 'LIMITED_TIME_OFFER': {
			const offer = objectOf(raw.limited_time_offer);
			return { type, text: textOf(offer.text) ?? '', hasExpiration: offer.has_expiration === true };
		}
		default:
			return { type: 'OTHER', name: type, raw };
	}
}

function parseButton(json: unknown): TemplateButton {
	const raw = objectOf(json);
	const url = textOf(raw.url);
	return {
		type: capitals(raw.type),
		text: textOf(raw.text) ?? '',
		...(url !== undefined && { url }),
		raw,
	};
}

/** Meta's word when it gives one; older answers lack it, and then the variables tell. */
function formatOf(input: {
	given: unknown;
	components: readonly TemplateComponent[];
}): TemplateDefinition['parameterFormat'] {
	const given = capitals(input.given);
	if (given === 'NAMED' || given === 'POSITIONAL') return given;
	const names = input.components.flatMap(namesIn);
	return names.every(isPositional) ? 'POSITIONAL' : 'NAMED';
}

function namesIn(component: TemplateComponent): string[] {
	if (component.type === 'CAROUSEL') return component.cards.flat().flatMap(namesIn);
	return component.type === 'BODY' || component.type === 'HEADER' ? variablesOf(component.text) : [];
}

function capitals(value: unknown): string {
	return (textOf(value) ?? '').toUpperCase();
}

function unreadable(message: string): InvalidInput {
	return new InvalidInput([{ field: 'Template', message: `the definition ${message}` }]);
}
