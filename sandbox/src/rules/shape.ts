import { z } from 'zod';
import { type GraphError, invalidParameter, invalidValue, missing } from '../errors';
import { isObject } from '../json';

/** Characters as people count them: an emoji outside the basic plane is one. */
export function lengthOf(text: string): number {
	return [...text].length;
}

/** Text of 1 to `max` characters. */
export function limitedText(max: number) {
	return z.string().superRefine((text, context) => {
		const length = lengthOf(text);
		if (length === 0) context.addIssue({ code: 'custom', message: 'must not be empty' });
		if (length > max)
			context.addIssue({ code: 'custom', message: `must be at most ${max} characters long, received ${length}` });
	});
}

/** An absolute http or https address of at most `max` characters. */
export function webAddress(max: number) {
	return limitedText(max).refine((text) => /^https?:\/\/\S+$/i.test(text), 'must be a URL with http or https');
}

/** A list of `min` to `max` members. */
export function limitedList<T extends z.ZodTypeAny>(input: { of: T; min?: number; max: number }) {
	const { of, min = 1, max } = input;
	return z.array(of).superRefine((list, context) => {
		if (list.length < min) context.addIssue({ code: 'custom', message: `must have at least ${min} item(s)` });
		if (list.length > max)
			context.addIssue({ code: 'custom', message: `must have at most ${max} item(s), received ${list.length}` });
	});
}

function pathText(root: string, path: readonly (string | number)[]): string {
	return path.reduce<string>(
		(text, part) => (typeof part === 'number' ? `${text}[${part}]` : `${text}['${part}']`),
		root,
	);
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, part) => {
		if (Array.isArray(inner)) return inner[Number(part)];
		return isObject(inner) ? inner[String(part)] : undefined;
	}, value);
}

function toGraphError(input: { name: string; value: unknown; issue: z.ZodIssue }): GraphError {
	const { value, issue } = input;
	const name = pathText(input.name, issue.path);
	if (issue.code === 'unrecognized_keys') {
		return invalidParameter(`Unexpected key "${issue.keys.join('", "')}" on param "${name}"`);
	}
	if (valueAt(value, issue.path) === undefined) return missing(`The parameter ${name} is required.`);
	return invalidValue(`Param ${name} ${issue.message}`);
}

/**
 * Checks a value against a shape. Throws 100 for an unknown key, 131008 for one that is missing, 131009 for a value
 * of the wrong kind or over a limit; `name` is how details call the value.
 */
export function checkShape<T extends z.ZodTypeAny>(input: { schema: T; value: unknown; name: string }): z.output<T> {
	const result = input.schema.safeParse(input.value);
	if (result.success) return result.data;
	const [first] = result.error.issues;
	throw first ? toGraphError({ ...input, issue: first }) : invalidValue(`Param ${input.name} is not valid`);
}
