/** One finding about a template's definition, before Meta sees it. */
export interface LintProblem {
	/** `error`: Meta refuses it; `warning`: it may be refused in review, or reads badly. */
	level: 'error' | 'warning';
	/** Where, in the words of Meta's definition: `BODY`, `HEADER`, `Button 2`, `name`. */
	field: string;
	/** What is wrong and what to do. */
	message: string;
	/** Where the rule comes from: a part of docs/template-packs.md, with Meta's subcode where there is one. */
	source: string;
}

/** Collects the findings of one template. */
export class LintReport {
	readonly problems: LintProblem[] = [];

	/** Meta's refusal is certain as far as the source goes. */
	error(field: string, message: string, source: string): void {
		this.problems.push({ level: 'error', field, message, source });
	}

	/** Worth a look. */
	warning(field: string, message: string, source: string): void {
		this.problems.push({ level: 'warning', field, message, source });
	}
}

/** Sources of the rules, named once. */
export const SOURCES = {
	/** Meta's definition of a template, cloud-api 3.2. */
	shape: 'Meta: template components',
	edge: 'Meta: subcode 2388299',
	ratio: 'Meta: subcode 2388293',
	tooLong: 'Meta: subcode 2388040',
	header: 'Meta: subcode 2388047',
	body: 'Meta: subcode 2388072',
	footer: 'Meta: subcode 2388073',
	/** What reviewers do, cloud-api 3.3 and 8. */
	review: 'Meta: template review',
	policy: 'Meta: messaging policy',
	/** Our own advice. */
	advice: 'Advice',
} as const;
