import { Problems } from '../errors/invalidInput';
import { checkText, checkUnique, checkUrl } from './check';
import { checkWholeNumber } from './checkNumber';
import { checkParts, type InteractiveHeader, type InteractiveParts } from './interactive';
import { LIMITS } from './limits';

/** A button of a Direct Send: it answers with its ID, or opens a web page. */
export type DirectButton = { type: 'reply'; id: string; title: string } | { type: 'url'; url: string; title: string };

type ButtonObject =
	| { type: 'reply'; reply: { id: string; title: string } }
	| { type: 'cta_url'; cta_url: { display_text: string; url: string } };

type DirectContent =
	| { type: 'text'; text: { body: string } }
	| {
			type: 'interactive';
			interactive: InteractiveParts &
				(
					| { type: 'button'; action: { buttons: ButtonObject[] } }
					| { type: 'cta_url'; action: { name: 'cta_url'; parameters: { display_text: string; url: string } } }
				);
	  };

/** A utility message without a template: Meta makes one of it (cloud-api 1.8). */
export type DirectMessage = DirectContent & {
	category: 'utility';
	direct_send_config?: { template_name: string };
	ttl_seconds?: number;
};

/**
 * Refusals after which an approved template may say the same (cloud-api 1.8, part 6); nothing was sent.
 * 100: the account is not enabled; 131064: limited for wrong categories; 132021: the name is taken by a template of
 * another origin (documented to come by webhook); 139200: blocked; 2388318 and 2388330: Meta's template cannot be changed.
 */
const REFUSALS: readonly number[] = [100, 131064, 132021, 139200, 2388318, 2388330];

/** True when Meta refused a Direct Send in a way that leaves a template open. */
export function isDirectSendRefusal(code: number | undefined): boolean {
	return code !== undefined && REFUSALS.includes(code);
}

/**
 * Business-initiated utility content without a template of one's own, for accounts that Meta has enabled (cloud-api 1.8).
 * Buttons that open a page go before those that answer. That form of mixed buttons, `cta_url` beside `reply` in one
 * list, is in Meta's direct-send/supported-message-types; one page button alone is sent as a CTA URL, which more tools know.
 *
 * @param input.templateName name for the template that Meta makes: small letters, digits and underscores
 * @param input.ttlSeconds seconds after which the message is dropped if it could not be delivered, 30 to 43200
 * @throws {InvalidInput} naming `Header Text`, `Header Media`, `Body`, `Footer`, `Buttons`, `Button 2 Text`,
 * `Button 2 URL`, `Button 2 ID`, `Template Name` or `Time to Live (Seconds)`
 */
export function buildDirectSend(input: {
	header?: InteractiveHeader;
	body: string;
	footer?: string;
	buttons: readonly DirectButton[];
	templateName?: string;
	ttlSeconds?: unknown;
}): DirectMessage {
	const problems = new Problems();
	const { header, body, footer } = input;
	const parts = checkParts(problems, { header, body, footer, maxBody: LIMITS.interactiveBody });
	const buttons = checkButtons(problems, input.buttons);
	if (buttons.length === 0 && (parts.header !== undefined || parts.footer !== undefined)) {
		problems.add('Buttons', 'must not be empty when there is a header or a footer; add a button, or leave both out');
	}
	const settings = checkSettings(problems, input);
	problems.throwIfAny();
	return { ...contentOf(parts, buttons), category: 'utility', ...settings };
}

function contentOf(parts: InteractiveParts, buttons: ButtonObject[]): DirectContent {
	const [first] = buttons;
	if (first === undefined) return { type: 'text', text: { body: parts.body.text } };
	if (buttons.length === 1 && first.type === 'cta_url') {
		const action = { name: 'cta_url' as const, parameters: first.cta_url };
		return { type: 'interactive', interactive: { type: 'cta_url', ...parts, action } };
	}
	return { type: 'interactive', interactive: { type: 'button', ...parts, action: { buttons } } };
}

function checkButtons(problems: Problems, buttons: readonly DirectButton[]): ButtonObject[] {
	if (buttons.length > LIMITS.directButtons) {
		problems.add('Buttons', `has ${buttons.length} buttons, at most ${LIMITS.directButtons} are allowed`);
	}
	const pages = buttons.filter(({ type }) => type === 'url').length;
	if (pages > LIMITS.directUrlButtons) {
		problems.add('Buttons', `has ${pages} buttons with a URL, at most ${LIMITS.directUrlButtons} are allowed`);
	}
	const checked = buttons.map((button, index) => checkButton(problems, { button, name: `Button ${index + 1}` }));
	checkUnique(
		problems,
		buttons.map(({ title }, index) => ({ field: `Button ${index + 1} Text`, value: title })),
	);
	checkUnique(
		problems,
		buttons.flatMap((button, index) =>
			button.type === 'reply' ? [{ field: `Button ${index + 1} ID`, value: button.id }] : [],
		),
	);
	// Meta wants them before the others.
	return [...checked.filter(({ type }) => type === 'cta_url'), ...checked.filter(({ type }) => type === 'reply')];
}

function checkButton(problems: Problems, { button, name }: { button: DirectButton; name: string }): ButtonObject {
	const title = checkText(problems, { field: `${name} Text`, value: button.title, max: LIMITS.buttonTitle });
	if (button.type === 'url') {
		const url = checkText(problems, { field: `${name} URL`, value: button.url }).trim();
		checkUrl(problems, { field: `${name} URL`, url });
		return { type: 'cta_url', cta_url: { display_text: title, url } };
	}
	const id = checkText(problems, { field: `${name} ID`, value: button.id, max: LIMITS.buttonId });
	return { type: 'reply', reply: { id, title } };
}

function checkSettings(
	problems: Problems,
	input: { templateName?: string; ttlSeconds?: unknown },
): Pick<DirectMessage, 'direct_send_config' | 'ttl_seconds'> {
	const field = 'Template Name';
	const { directTemplateName: max, fewestTtlSeconds: min, ttlSeconds: most } = LIMITS;
	const name = checkText(problems, { field, value: input.templateName, max, optional: true }).trim();
	if (name !== '' && !/^[a-z0-9_]+$/.test(name)) {
		problems.add(field, 'must have small letters (a to z), digits and underscores only');
	}
	const { ttlSeconds: value } = input;
	const ttl =
		value === undefined || value === ''
			? undefined
			: checkWholeNumber(problems, { field: 'Time to Live (Seconds)', value, min, max: most });
	return {
		...(name !== '' && { direct_send_config: { template_name: name } }),
		...(ttl !== undefined && { ttl_seconds: ttl }),
	};
}
