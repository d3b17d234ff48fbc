/** One thing wrong with the input of one message. */
export interface Problem {
	/** The name of the field as the operator sees it in the form, for example `Button 2 Title`. */
	field: string;
	/** What is wrong and what to do, to be read after the field's name and a colon: `must not be empty`. */
	message: string;
}

/**
 * The input cannot be sent. Thrown before any call is made; carries every problem of the message,
 * not only the first one. Its text names each field: `Body: must not be empty. Button 2 Title: …`.
 */
export class InvalidInput extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		super(problems.map(({ field, message }) => `${field}: ${message}`).join('. '));
		this.name = 'InvalidInput';
		this.problems = problems;
	}
}

/** Collects the problems of one message so that they are reported together. */
export class Problems {
	private readonly found: Problem[] = [];

	/** Notes one problem; see {@link Problem} for the wording. */
	add(field: string, message: string): void {
		this.found.push({ field, message });
	}

	/** @throws {InvalidInput} when at least one problem was noted */
	throwIfAny(): void {
		if (this.found.length > 0) throw new InvalidInput([...this.found]);
	}
}
