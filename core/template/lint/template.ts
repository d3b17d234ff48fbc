import { arrayOf, isJsonObject, objectOf, textOf, type JsonObject } from '../../shared/json';
import { buttonsOf, lintButtons } from './buttons';
import { LintReport, SOURCES, type LintProblem } from './report';
import { lintBody, lintFooter, lintHeader, lintOffer, type LintContext } from './texts';
import { isOptOutLabel, promotionalWords } from './words';

const CATEGORIES = ['AUTHENTICATION', 'MARKETING', 'UTILITY'];

/** Seconds that a message may wait for its phone, by category; -1 is 30 days for two of them (cloud-api 3.2). */
const LIFETIMES: Readonly<Record<string, readonly [number, number]>> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

const CARDS = 10;

/** The components of a definition with their types in capitals. */
function componentsOf(raw: JsonObject): Array<{ type: string; component: JsonObject }> {
	return arrayOf(raw.components)
		.filter(isJsonObject)
		.map((component) => ({ type: (textOf(component.type) ?? '').toUpperCase(), component }));
}

function lintHead(report: LintReport, raw: JsonObject): void {
	const name = textOf(raw.name) ?? '';
	if (!/^[a-z0-9_]{1,512}$/.test(name)) report.error('name', `"${name}" must be 1 to 512 lowercase letters, digits and underscores`, SOURCES.shape);
	const language = textOf(raw.language) ?? '';
	if (!/^[a-z]{2,3}(?:_[A-Z]{2,3})?$/.test(language)) report.error('language', `"${language}" must be a code such as en, en_US or pt_BR`, SOURCES.shape);
	const category = textOf(raw.category) ?? '';
	if (!CATEGORIES.includes(category)) report.error('category', `must be one of ${CATEGORIES.join(', ')}`, SOURCES.shape);
	const format = raw.parameter_format;
	if (format !== undefined && format !== 'NAMED' && format !== 'POSITIONAL') report.error('parameter_format', 'must be NAMED or POSITIONAL', SOURCES.shape);
	if (raw.allow_category_change !== undefined) report.warning('allow_category_change', 'has no effect since 2025-04-09: leave it out', SOURCES.shape);
	const seconds = raw.message_send_ttl_seconds;
	const range = LIFETIMES[category];
	if (seconds === undefined || range === undefined || (seconds === -1 && category !== 'MARKETING')) return;
	if (typeof seconds !== 'number' || seconds < range[0] || seconds > range[1]) {
		report.error('message_send_ttl_seconds', `must be ${range[0]} to ${range[1]} for ${category}`, SOURCES.shape);
	}
}

function lintCarousel(context: LintContext, component: JsonObject): void {
	const cards = arrayOf(component.cards).filter(isJsonObject);
	const { report } = context;
	if (cards.length === 0 || cards.length > CARDS) report.error('CAROUSEL', `needs 1 to ${CARDS} cards, it has ${cards.length}`, SOURCES.shape);
	for (const [index, card] of cards.entries()) {
		const field = `Card ${index + 1}`;
		for (const { type, component: part } of componentsOf(card)) {
			if (type === 'HEADER') lintHeader(context, { header: part, field: `${field} HEADER` });
			if (type === 'BODY') lintBody(context, { body: part, field: `${field} BODY`, kind: 'cardBody' });
			if (type === 'BUTTONS') lintButtons(context, { component: part, field });
		}
	}
}

function lintComponents(context: LintContext, raw: JsonObject): void {
	const { report } = context;
	const components = componentsOf(raw);
	const types = components.map(({ type }) => type);
	if (!types.includes('BODY')) report.error('BODY', 'is missing', SOURCES.body);
	for (const type of new Set(types)) {
		if (types.filter((each) => each === type).length > 1) report.error(type, 'stands twice', SOURCES.shape);
	}
	const isOffer = types.includes('LIMITED_TIME_OFFER');
	if (isOffer && types.includes('FOOTER')) report.error('FOOTER', 'does not go with a limited-time offer', SOURCES.footer);
	for (const { type, component } of components) {
		if (type === 'HEADER') lintHeader(context, { header: component, field: type });
		else if (type === 'BODY') lintBody(context, { body: component, field: type, kind: isOffer ? 'offerBody' : 'body' });
		else if (type === 'FOOTER') lintFooter(context, component);
		else if (type === 'BUTTONS') lintButtons(context, { component, field: type });
		else if (type === 'CAROUSEL') lintCarousel(context, component);
		else if (type === 'LIMITED_TIME_OFFER') lintOffer(context, component);
		else if (type !== 'CALL_PERMISSION_REQUEST') report.warning(type === '' ? 'components' : type, 'is not known here', SOURCES.shape);
	}
}

/** What people will read of a template: its texts and labels. */
function readable(raw: JsonObject): Array<{ field: string; text: string }> {
	return componentsOf(raw).flatMap(({ type, component }) => {
		const labels = buttonsOf(component).map((button, index) => ({ field: `Button ${index + 1}`, text: textOf(button.text) ?? '' }));
		const cards = arrayOf(component.cards).filter(isJsonObject).flatMap(readable);
		return [{ field: type, text: textOf(component.text) ?? '' }, ...labels, ...cards].filter(({ text }) => text !== '');
	});
}

function lintPurpose(report: LintReport, raw: JsonObject): void {
	const category = textOf(raw.category);
	const language = textOf(raw.language) ?? '';
	if (category === 'UTILITY') {
		for (const { field, text } of readable(raw)) {
			const words = promotionalWords(text, language);
			if (words.length > 0) {
				report.warning(field, `sounds like advertising (${words.join(', ')}): Meta may refuse it or charge it as marketing`, SOURCES.review);
			}
		}
	}
	if (category !== 'MARKETING') return;
	const replies = componentsOf(raw).flatMap(({ component }) => buttonsOf(component)).filter((button) => textOf(button.type)?.toUpperCase() === 'QUICK_REPLY');
	if (!replies.some((button) => isOptOutLabel(textOf(button.text) ?? ''))) {
		report.warning('BUTTONS', 'has no quick reply by which people stop these messages, such as "Stop offers"', SOURCES.policy);
	}
}

/**
 * Checks one definition by Meta's rules before it is submitted. Knows what can be known without Meta; a review by people
 * follows in any case.
 *
 * @param raw the body of `POST /{waba}/message_templates`, or a row of the template list
 * @param options.uploadsSamples whether sample files that are missing will be uploaded, so that they are no problem
 */
export function lintTemplate(raw: unknown, options: { uploadsSamples?: boolean } = {}): LintProblem[] {
	const report = new LintReport();
	const definition = objectOf(raw);
	lintHead(report, definition);
	if (!Array.isArray(definition.components)) {
		report.error('components', 'must be a list', SOURCES.shape);
		return report.problems;
	}
	const context: LintContext = {
		report,
		format: definition.parameter_format === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		category: textOf(definition.category) ?? '',
		uploadsSamples: options.uploadsSamples ?? false,
	};
	lintComponents(context, definition);
	lintPurpose(report, definition);
	return report.problems;
}
