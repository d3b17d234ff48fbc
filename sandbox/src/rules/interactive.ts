import { z } from 'zod';
import { invalidValue, missing } from '../errors';
import { LIMITS } from '../limits';
import type { State } from '../state';
import { asObject, asText } from '../json';
import { checkMediaSource, isMediaKind, MEDIA_SCHEMAS } from './media';
import { checkShape, limitedList, limitedText, webAddress } from './shape';

const { interactive: limits } = LIMITS;

const textHeader = z.object({ type: z.literal('text'), text: limitedText(limits.headerText) }).strict();
const anyHeader = z.discriminatedUnion('type', [
	textHeader,
	z.object({ type: z.literal('image'), image: MEDIA_SCHEMAS.image.omit({ caption: true }) }).strict(),
	z.object({ type: z.literal('video'), video: MEDIA_SCHEMAS.video.omit({ caption: true }) }).strict(),
	z.object({ type: z.literal('document'), document: MEDIA_SCHEMAS.document.omit({ caption: true }) }).strict(),
]);

const footer = z
	.object({ text: limitedText(limits.footer) })
	.strict()
	.optional();
const body = (max: number) => z.object({ text: limitedText(max) }).strict();

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

const buttonSchema = z
	.object({
		type: z.literal('button'),
		header: anyHeader.optional(),
		body: body(limits.body),
		footer,
		action: z.object({ buttons: limitedList({ of: replyButton, max: limits.buttons.max }) }).strict(),
	})
	.strict();

const listSchema = z
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

const ctaUrlSchema = z
	.object({
		type: z.literal('cta_url'),
		header: anyHeader.optional(),
		body: body(limits.body),
		footer,
		action: z
			.object({
				name: z.literal('cta_url'),
				parameters: z
					.object({ display_text: limitedText(limits.ctaUrl.displayText), url: webAddress(limits.ctaUrl.url) })
					.strict(),
			})
			.strict(),
	})
	.strict();

const INTERACTIVE_SCHEMAS = { button: buttonSchema, list: listSchema, cta_url: ctaUrlSchema } as const;

function isInteractiveType(type: string): type is keyof typeof INTERACTIVE_SCHEMAS {
	return Object.hasOwn(INTERACTIVE_SCHEMAS, type);
}

function checkUnique(input: { values: readonly string[]; name: string; what: string }): void {
	if (new Set(input.values).size !== input.values.length)
		throw invalidValue(`Param ${input.name} has duplicate ${input.what}.`);
}

function checkButtons({ action }: z.infer<typeof buttonSchema>): void {
	const name = "interactive['action']['buttons']";
	checkUnique({ values: action.buttons.map(({ reply }) => reply.id), name, what: 'reply ids' });
	checkUnique({ values: action.buttons.map(({ reply }) => reply.title), name, what: 'reply titles' });
}

function checkList({ action }: z.infer<typeof listSchema>): void {
	const name = "interactive['action']['sections']";
	const rows = action.sections.flatMap((each) => each.rows);
	if (rows.length > limits.list.rows)
		throw invalidValue(`Param ${name} must have at most ${limits.list.rows} rows in total, received ${rows.length}`);
	checkUnique({ values: rows.map(({ id }) => id), name, what: 'row ids' });
	if (action.sections.length < 2) return;
	const untitled = action.sections.findIndex(({ title }) => title === undefined);
	if (untitled >= 0)
		throw missing(`The parameter ${name}[${untitled}]['title'] is required with more than one section.`);
}

function checkHeaderMedia(state: State, value: unknown): void {
	const header = asObject(asObject(value).header);
	const kind = asText(header.type) ?? '';
	if (!isMediaKind(kind)) return;
	const media = asObject(header[kind]);
	checkMediaSource({
		state,
		kind,
		value: { id: asText(media.id), link: asText(media.link) },
		name: `interactive['header']['${kind}']`,
	});
}

/** `interactive` of type button, list or cta_url (cloud-api 1.4); the other types are not emulated and are refused. */
export function checkInteractive(input: { state: State; value: unknown }): void {
	const { state, value } = input;
	const type = asObject(value).type;
	if (type === undefined) throw missing("The parameter interactive['type'] is required.");
	if (typeof type !== 'string' || !isInteractiveType(type))
		throw invalidValue(`Param interactive['type'] is not one of {${Object.keys(INTERACTIVE_SCHEMAS).join(', ')}}`);
	const name = 'interactive';
	if (type === 'button') checkButtons(checkShape({ schema: buttonSchema, value, name }));
	else if (type === 'list') checkList(checkShape({ schema: listSchema, value, name }));
	else checkShape({ schema: ctaUrlSchema, value, name });
	checkHeaderMedia(state, value);
}
