import { z } from 'zod';
import { GraphError, invalidValue } from '../../errors';
import { LIMITS } from '../../limits';
import { asObjects, asText, type JsonObject } from '../../json';
import type { Template } from '../../records';
import type { State } from '../../state';
import { checkShape, limitedText } from '../shape';
import { checkButtons } from './buttons';
import { findComponent, keyword } from './components';
import { checkHeader } from './header';
import { cardsOf, pairCards } from './carousel';
import { checkOffer } from './offer';
import { checkTapTarget } from './tapTarget';
import { badParameter, checkTextParameters } from './textParameters';

const COMPONENT_TYPES = ['HEADER', 'BODY', 'BUTTON', 'CAROUSEL', 'LIMITED_TIME_OFFER', 'TAP_TARGET_CONFIGURATION'];

const parameter = z.object({ type: z.string() }).passthrough();
const plainComponent = z.object({
	type: z.string(),
	sub_type: z.string().optional(),
	index: z.union([z.string(), z.number()]).optional(),
	parameters: z.array(parameter).optional(),
});
const card = z.object({ card_index: z.number().int(), components: z.array(plainComponent.strict()) }).strict();

const templateSchema = z
	.object({
		name: limitedText(LIMITS.template.name),
		language: z.object({ code: limitedText(20), policy: z.literal('deterministic').optional() }).strict(),
		components: z.array(plainComponent.extend({ cards: z.array(card).optional() }).strict()).optional(),
	})
	.strict();

function findTemplate(input: { state: State; name: string; language: string }): Template {
	const { state, name, language } = input;
	const template = [...state.templates.values()].find((each) => each.name === name && each.language === language);
	if (template?.status === 'PAUSED')
		throw new GraphError({ code: 132015, details: `template name (${name}) is paused because of low quality` });
	if (template?.status === 'DISABLED')
		throw new GraphError({ code: 132016, details: `template name (${name}) is disabled because of low quality` });
	if (template?.status !== 'APPROVED')
		throw new GraphError({ code: 132001, details: `template name (${name}) does not exist in ${language}` });
	return template;
}

function checkTypes(sent: readonly JsonObject[]): void {
	for (const [position, component] of sent.entries()) {
		const type = keyword(component.type);
		const where = `template['components'][${position}]['type']`;
		if (!COMPONENT_TYPES.includes(type))
			throw invalidValue(`Param ${where} is not one of {${COMPONENT_TYPES.join(', ')}}`);
		const earlier = sent.slice(0, position).some((each) => keyword(each.type) === type);
		if (type !== 'BUTTON' && earlier) throw badParameter(`${type.toLowerCase()}: the component is given twice`);
	}
}

function checkComponents(input: {
	state: State;
	template: Template;
	defined: readonly JsonObject[];
	sent: readonly JsonObject[];
	bodyMax: number;
}): void {
	const { state, template, defined, sent, bodyMax } = input;
	checkTypes(sent);
	checkHeader({ state, template, defined, sent });
	const text = asText(findComponent(defined, 'BODY')?.text) ?? '';
	checkTextParameters({
		template,
		where: 'body',
		text,
		parameters: asObjects(findComponent(sent, 'BODY')?.parameters),
		maxLength: bodyMax,
	});
	checkButtons({ defined, sent });
}

function checkCarousel(input: { state: State; template: Template; sent: readonly JsonObject[] }): void {
	const { state, template, sent } = input;
	const defined = template.components;
	if (cardsOf(defined).length === 0 && findComponent(sent, 'CAROUSEL'))
		throw badParameter('carousel: the template has no such component');
	for (const { card: each, definition } of pairCards({ defined, sent })) {
		checkComponents({
			state,
			template,
			defined: asObjects(definition.components),
			sent: asObjects(each.components),
			bodyMax: LIMITS.template.carouselCardBody,
		});
	}
}

/**
 * Checks a template send against the registered definition and answers the template: 132001 when it does not exist in
 * that language or is not approved, 132015 and 132016 when paused or disabled, and the parameter codes of the parts.
 */
export function checkTemplate(input: { state: State; value: unknown }): Template {
	const { state } = input;
	const value = checkShape({ schema: templateSchema, value: input.value, name: 'template' });
	const template = findTemplate({ state, name: value.name, language: value.language.code });
	const sent = asObjects(value.components ?? []);
	const limitedTimeOffer = findComponent(template.components, 'LIMITED_TIME_OFFER');
	const bodyMax = limitedTimeOffer ? LIMITS.template.limitedTimeOfferBody : LIMITS.template.body;
	checkComponents({ state, template, defined: template.components, sent, bodyMax });
	checkOffer({ state, defined: template.components, sent });
	checkCarousel({ state, template, sent });
	checkTapTarget(sent);
	return template;
}
