import { Problems } from '../errors/invalidInput';
import type { MediaSource } from '../message/mediaSource';
import { objectOf } from '../shared/json';
import type { TemplateDefinition } from './definition';
import { formatVariables, type VariableFormats } from './format';
import type { TemplateMessage } from './message';
import { templateParts } from './parts';
import { tapTargetComponent, type TapTarget } from './tapTarget';
import { TemplateValues } from './values';

/** What a template message is made of. */
export interface TemplateInput {
	definition: TemplateDefinition;
	/**
	 * By the IDs of `templateFields`; numbers and booleans become text, empty ones count as not given. A file is `{id}`,
	 * `{link}`, a web address or an ID of digits.
	 */
	values: Record<string, unknown>;
	/** Files that the caller found or uploaded already, by the ID of their field; each replaces the value. */
	media?: Readonly<Record<string, MediaSource>>;
	/** The time at which the message is made: an offer must end after it. */
	now: Date;
	/** IANA name of the zone in which dates without an offset are meant; UTC when left out. */
	zone?: string;
	/** Variables that are written as money or dates of a language. */
	formats?: VariableFormats;
	/** Replaces the address behind the message and its title. */
	tapTarget?: TapTarget;
}

/**
 * A template message with exactly the values that the definition asks for (cloud-api 1.5).
 *
 * @throws {InvalidInput} with every value that is missing, too long, badly formed or not of this template,
 * named by the field's label, and with every component that is not supported yet
 */
export function buildTemplate(input: TemplateInput): TemplateMessage {
	const { definition, media = {}, now, zone = 'utc', formats, tapTarget } = input;
	const problems = new Problems();
	const given = objectOf(input.values);
	const formatted =
		formats === undefined ? given : formatVariables(problems, { definition, values: given, formats, zone });
	const values = new TemplateValues({ values: formatted, media, now, zone, problems });
	const parts = templateParts(definition);

	const components = parts.map((part) => part.build(values)).filter((component) => component !== undefined);
	if (tapTarget !== undefined) components.push(tapTargetComponent(problems, tapTarget));
	values.checkKnown(parts.flatMap(({ fields }) => fields));
	problems.throwIfAny();

	return {
		type: 'template',
		template: {
			name: definition.name,
			language: { code: definition.language },
			...(components.length > 0 && { components }),
		},
	};
}
