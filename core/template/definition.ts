import { InvalidInput } from '../errors/invalidInput';
import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../shared/json';
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
	| { type: 'FOOTER'; text: string }
	| { type: 'BUTTONS'; buttons: TemplateButton[] }
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

/** Any other component, such as CAROUSEL or LIMITED_TIME_OFFER. */
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

	const components = raw.components.filter(isJsonObject).map(parseComponent);
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
		case 'FOOTER':
			return { type, text };
		case 'BUTTONS':
			return { type, buttons: arrayOf(raw.buttons).map(parseButton) };
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
	const names = input.components.flatMap((component) =>
		component.type === 'BODY' || component.type === 'HEADER' ? variablesOf(component.text) : [],
	);
	return names.every(isPositional) ? 'POSITIONAL' : 'NAMED';
}

function capitals(value: unknown): string {
	return (textOf(value) ?? '').toUpperCase();
}

function unreadable(message: string): InvalidInput {
	return new InvalidInput([{ field: 'Template', message: `the definition ${message}` }]);
}
