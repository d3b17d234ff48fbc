import { z } from 'zod';
import { invalidValue, missing } from '../../errors';
import { LIMITS } from '../../limits';
import { limitedList, limitedText, webAddress } from '../shape';
import { body, checkUnique, footer, framed, textHeader } from './parts';

const { interactive: limits } = LIMITS;

const replyButton = z
	.object({
		type: z.literal('reply'),
		reply: z.object({ id: limitedText(limits.buttons.id), title: limitedText(limits.buttons.title) }).strict(),
	})
	.strict();

const row = z
	.object({
		id: limitedText(limits.list.rowId),
		title: limitedText(limits.list.rowTitle),
		description: limitedText(limits.list.rowDescription).optional(),
	})
	.strict();

const section = z
	.object({
		title: limitedText(limits.list.sectionTitle).optional(),
		rows: limitedList({ of: row, max: limits.list.rows }),
	})
	.strict();

/** Reply buttons; Direct Send takes more of them than a service message (cloud-api 1.8). */
export function buttonSchema(max: number = limits.buttons.max) {
	return framed({
		type: 'button',
		action: z.object({ buttons: limitedList({ of: replyButton, max }) }).strict(),
	});
}

/** A list of rows. */
export const listSchema = z
	.object({
		type: z.literal('list'),
		header: textHeader.optional(),
		body: body(limits.listBody),
		footer,
		action: z
			.object({
				button: limitedText(limits.list.button),
				sections: limitedList({ of: section, max: limits.list.sections }),
			})
			.strict(),
	})
	.strict();

/** The action of one URL button. */
export const ctaUrlAction = z
	.object({
		name: z.literal('cta_url'),
		parameters: z
			.object({ display_text: limitedText(limits.ctaUrl.displayText), url: webAddress(limits.ctaUrl.url) })
			.strict(),
	})
	.strict();

/** One URL button. */
export const ctaUrlSchema = framed({ type: 'cta_url', action: ctaUrlAction });

/** Reply IDs and titles are unique. */
export function checkButtons({ action }: z.infer<ReturnType<typeof buttonSchema>>): void {
	const name = "interactive['action']['buttons']";
	checkUnique({ values: action.buttons.map(({ reply }) => reply.id), name, what: 'reply ids' });
	checkUnique({ values: action.buttons.map(({ reply }) => reply.title), name, what: 'reply titles' });
}

/** Ten rows in all, unique IDs, a title for every section when there are two or more. */
export function checkList({ action }: z.infer<typeof listSchema>): void {
	const name = "interactive['action']['sections']";
	const rows = action.sections.flatMap((each) => each.rows);
	if (rows.length > limits.list.rows)
		throw invalidValue(`Param ${name} must have at most ${limits.list.rows} rows in total, received ${rows.length}`);
	checkUnique({ values: rows.map(({ id }) => id), name, what: 'row ids' });
	checkSectionTitles(action.sections);
}

/** With more than one section each needs a title (131008). */
export function checkSectionTitles(sections: ReadonlyArray<{ title?: string }>): void {
	if (sections.length < 2) return;
	const untitled = sections.findIndex(({ title }) => title === undefined);
	if (untitled < 0) return;
	throw missing(
		`The parameter interactive['action']['sections'][${untitled}]['title'] is required with more than one section.`,
	);
}
