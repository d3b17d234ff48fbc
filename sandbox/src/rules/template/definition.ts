import { z } from 'zod';
import { GraphError, invalidParameter } from '../../errors';
import { asObjects, asText, isObject, type JsonObject } from '../../json';
import { LIMITS } from '../../limits';
import type { Template } from '../../records';
import type { State } from '../../state';
import { checkButtonDefinitions } from './buttonDefinitions';
import { checkCardDefinitions } from './carousel';
import { buttonsOf, findComponent, keyword } from './components';
import { checkOfferDefinition } from './offer';
import { lengthOf } from '../shape';
import {
	checkBodyDefinition,
	checkExpiryFooter,
	checkFooterDefinition,
	checkHeaderDefinition,
} from './textDefinitions';

/** What a create call says, checked and with keywords in upper case. */
export type TemplateDefinition = Pick<Template, 'name' | 'language' | 'category' | 'parameterFormat' | 'components'>;

const COMPONENT_TYPES = [
	'HEADER',
	'BODY',
	'FOOTER',
	'BUTTONS',
	'CAROUSEL',
	'LIMITED_TIME_OFFER',
	'CALL_PERMISSION_REQUEST',
];

const envelopeSchema = z
	.object({
		name: z
			.string({ required_error: 'is required' })
			.regex(/^[a-z0-9_]+$/, 'may only have lowercase letters, digits and underscores')
			.max(LIMITS.template.name, `must be at most ${LIMITS.template.name} characters long`),
		language: z.string({ required_error: 'is required' }).regex(/^[a-z]{2,3}(_[A-Z]{2,3})?$/, 'is not a language code'),
		category: z
			.string({ required_error: 'is required' })
			.toUpperCase()
			.pipe(z.enum(['MARKETING', 'UTILITY', 'AUTHENTICATION'])),
		parameter_format: z
			.string()
			.toUpperCase()
			.pipe(z.enum(['POSITIONAL', 'NAMED']))
			.default('POSITIONAL'),
		components: z.array(z.record(z.unknown()), { required_error: 'is required' }).min(1, 'must not be empty'),
		message_send_ttl_seconds: z.number().int().optional(),
		allow_category_change: z.unknown().optional(),
		degrees_of_freedom_spec: z.unknown().optional(),
		display_format: z.string().optional(),
	})
	.strict();

function upperCase(component: JsonObject): JsonObject {
	const copy: JsonObject = { ...component, type: keyword(component.type) };
	if (component.format !== undefined) copy.format = keyword(component.format);
	if (Array.isArray(component.buttons))
		copy.buttons = asObjects(component.buttons).map((button) => ({ ...button, type: keyword(button.type) }));
	if (Array.isArray(component.cards)) {
		copy.cards = asObjects(component.cards).map((card) => ({
			...card,
			components: asObjects(card.components).map(upperCase),
		}));
	}
	return copy;
}

/** Authentication templates have a text of Meta's own (cloud-api 3.2); the words here are the English ones. */
function withAuthenticationText(component: JsonObject): JsonObject {
	if (component.type !== 'BODY' || component.text !== undefined) return component;
	const advice = component.add_security_recommendation === true ? ' For your security, do not share this code.' : '';
	return { ...component, text: `*{{1}}* is your verification code.${advice}` };
}

function checkComponentTypes(components: readonly JsonObject[]): void {
	for (const [position, { type }] of components.entries()) {
		if (typeof type !== 'string' || !COMPONENT_TYPES.includes(type))
			throw invalidParameter(`Param components[${position}]['type'] must be one of {${COMPONENT_TYPES.join(', ')}}`);
		if (components.slice(0, position).some((each) => each.type === type))
			throw invalidParameter(`Param components has ${type} twice`);
	}
}

function checkComponents(input: {
	components: readonly JsonObject[];
	parameterFormat: Template['parameterFormat'];
	category: string;
	bodyMax: number;
}): void {
	const { components, parameterFormat, category, bodyMax } = input;
	checkComponentTypes(components);
	for (const component of components) {
		if (component.type === 'HEADER') checkHeaderDefinition({ component, parameterFormat, category });
		if (component.type === 'BODY' && category !== 'AUTHENTICATION')
			checkBodyDefinition({ component, parameterFormat, max: bodyMax });
		if (component.type === 'FOOTER' && category !== 'AUTHENTICATION') checkFooterDefinition(component);
		if (component.type === 'FOOTER' && category === 'AUTHENTICATION') checkExpiryFooter(component);
		if (component.type === 'BUTTONS') checkButtonDefinitions({ component, category });
		if (component.type !== 'CAROUSEL') continue;
		const cards = asObjects(component.cards);
		checkCardDefinitions(cards);
		for (const card of cards)
			checkComponents({
				components: asObjects(card.components),
				parameterFormat,
				category,
				bodyMax: LIMITS.template.carouselCardBody,
			});
	}
}

/** How long Meta tries to deliver (cloud-api 3.2). */
function checkLife(category: keyof typeof LIMITS.template.ttl, seconds: number | undefined): void {
	if (seconds === undefined || (seconds === -1 && category !== 'MARKETING')) return;
	const { min, max } = LIMITS.template.ttl[category];
	if (seconds < min || seconds > max)
		throw invalidParameter(`Param message_send_ttl_seconds must be between ${min} and ${max} for ${category}`);
}

/** What components ask of each other: a single product stands in the header; a code in an offer is shorter. */
function checkWholes(components: readonly JsonObject[]): void {
	const buttons = buttonsOf(components);
	const header = findComponent(components, 'HEADER');
	if (buttons.some(({ type }) => type === 'SPM') && header?.format !== 'PRODUCT')
		throw invalidParameter('BUTTONS: SPM needs a HEADER of format PRODUCT');
	const code = buttons.find(({ type }) => type === 'COPY_CODE')?.example;
	const example = asText(Array.isArray(code) ? code[0] : code) ?? '';
	const max = LIMITS.template.limitedTimeOfferCouponCode;
	if (findComponent(components, 'LIMITED_TIME_OFFER') && lengthOf(example) > max)
		throw invalidParameter(`BUTTONS: the example of the code has at most ${max} characters in a limited-time offer`);
}

/** Checks a create call (cloud-api 3.2, 3.3) and answers the definition. Throws 100, with Meta's subcode where one is known. */
export function checkDefinition(value: unknown): TemplateDefinition {
	const result = envelopeSchema.safeParse(isObject(value) ? value : {});
	if (!result.success) {
		const [issue] = result.error.issues;
		const keys = issue?.code === 'unrecognized_keys' ? `Unexpected key "${issue.keys.join('", "')}"` : undefined;
		throw invalidParameter(keys ?? `Param ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}`);
	}
	const { name, language, category, parameter_format: parameterFormat } = result.data;
	const upper = asObjects(result.data.components).map(upperCase);
	if (!upper.some(({ type }) => type === 'BODY')) throw invalidParameter('Param components must have a BODY');
	checkLife(category, result.data.message_send_ttl_seconds);
	checkOfferDefinition({ components: upper, category });
	checkWholes(upper);
	const limitedTimeOffer = upper.some(({ type }) => type === 'LIMITED_TIME_OFFER');
	checkComponents({
		components: upper,
		parameterFormat,
		category,
		bodyMax: limitedTimeOffer ? LIMITS.template.limitedTimeOfferBody : LIMITS.template.body,
	});
	const components = category === 'AUTHENTICATION' ? upper.map(withAuthenticationText) : upper;
	return { name, language, category, parameterFormat, components };
}

/** Refuses a second template with the same name and language, and one template too many for the account. */
export function checkRoom(input: { state: State; definition: TemplateDefinition }): void {
	const { name, language } = input.definition;
	const templates = [...input.state.templates.values()];
	if (templates.some((each) => each.name === name && each.language === language)) {
		throw new GraphError({
			code: 100,
			subcode: 2388024,
			message: 'Invalid parameter',
			userTitle: 'Content in This Language Already Exists',
			userMessage: `There is already content in ${language} for the template ${name}.`,
		});
	}
	if (templates.length >= LIMITS.template.perAccount) {
		throw new GraphError({
			code: 100,
			subcode: 2388019,
			message: 'Invalid parameter',
			userTitle: 'Message template limit exceeded',
			userMessage: `The account has ${templates.length} templates.`,
		});
	}
}
