import { z } from 'zod';
import { invalidValue } from '../../errors';
import { LIMITS } from '../../limits';
import { MEDIA_SCHEMAS } from '../media';
import { limitedText } from '../shape';

const { interactive: limits } = LIMITS;

/** A header of text. */
export const textHeader = z.object({ type: z.literal('text'), text: limitedText(limits.headerText) }).strict();

/** A header of any kind that an interactive message may have (cloud-api 1.4). */
export const anyHeader = z.discriminatedUnion('type', [
	textHeader,
	z.object({ type: z.literal('image'), image: MEDIA_SCHEMAS.image.omit({ caption: true }) }).strict(),
	z.object({ type: z.literal('video'), video: MEDIA_SCHEMAS.video.omit({ caption: true }) }).strict(),
	z.object({ type: z.literal('document'), document: MEDIA_SCHEMAS.document.omit({ caption: true }) }).strict(),
]);

/** The optional footer. */
export const footer = z
	.object({ text: limitedText(limits.footer) })
	.strict()
	.optional();

/** The text of the message, of at most `max` characters. */
export function body(max: number = limits.body) {
	return z.object({ text: limitedText(max) }).strict();
}

/** A type with the parts that most types have, which are a header of every kind, a required text, a footer. */
export function framed<T extends string, A extends z.ZodTypeAny>(input: { type: T; action: A }) {
	return z
		.object({
			type: z.literal(input.type),
			header: anyHeader.optional(),
			body: body(),
			footer,
			action: input.action,
		})
		.strict();
}

/** An action that has a name and, unless there are none, parameters. */
export function namedAction<N extends string>(name: N) {
	return z.object({ name: z.literal(name) }).strict();
}

/** Refuses a list of values with two that are the same (131009). */
export function checkUnique(input: { values: readonly (string | number)[]; name: string; what: string }): void {
	if (new Set(input.values).size !== input.values.length)
		throw invalidValue(`Param ${input.name} has duplicate ${input.what}.`);
}

/** Required text without a limit of its own in the reference. */
export const requiredText = z.string().min(1, 'must not be empty');
