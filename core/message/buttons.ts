import { Problems } from '../errors/invalidInput';
import { checkText, checkUnique } from './check';
import { checkParts, type InteractiveHeader, type InteractiveMessage } from './interactive';
import { LIMITS } from './limits';

/** A button that answers with its ID and title. */
export interface ReplyButton {
	id: string;
	title: string;
}

/**
 * A message with one to three reply buttons (cloud-api 1.4). IDs and titles are each unlike the others.
 *
 * @throws {InvalidInput} naming `Header Text`, `Header Media`, `Body`, `Footer`, `Buttons`,
 * `Button 2 Title` or `Button 2 ID`
 */
export function buildButtons(input: {
	header?: InteractiveHeader;
	body: string;
	footer?: string;
	buttons: readonly ReplyButton[];
}): InteractiveMessage {
	const problems = new Problems();
	const parts = checkParts(problems, { ...input, maxBody: LIMITS.interactiveBody });
	const buttons = checkButtons(problems, input.buttons);
	problems.throwIfAny();
	return {
		type: 'interactive',
		interactive: {
			type: 'button',
			...parts,
			action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) },
		},
	};
}

function checkButtons(problems: Problems, buttons: readonly ReplyButton[]): ReplyButton[] {
	if (buttons.length === 0) problems.add('Buttons', 'must not be empty; add at least one button');
	if (buttons.length > LIMITS.buttons) {
		problems.add('Buttons', `has ${buttons.length} buttons, at most ${LIMITS.buttons} are allowed`);
	}
	const checked = buttons.map(({ id, title }, index) => ({
		id: checkText(problems, { field: fieldOf(index, 'ID'), value: id, max: LIMITS.buttonId }),
		title: checkText(problems, {
			field: fieldOf(index, 'Title'),
			value: title,
			max: LIMITS.buttonTitle,
		}),
	}));
	checkUnique(
		problems,
		checked.map(({ title }, index) => ({ field: fieldOf(index, 'Title'), value: title })),
	);
	checkUnique(
		problems,
		checked.map(({ id }, index) => ({ field: fieldOf(index, 'ID'), value: id })),
	);
	return checked;
}

function fieldOf(index: number, part: string): string {
	return `Button ${index + 1} ${part}`;
}
