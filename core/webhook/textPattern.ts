/** Characters of a message's text at which a pattern is tried. WhatsApp allows 4,096; what people type is shorter. */
const TEXT_LENGTH = 500;

const PATTERN_LENGTH = 200;

/** Ways in which a pattern may match one text from one position on; about 0.1 s at the very worst. */
const MOST_WAYS = 1_000_000;

/** A quantifier: `*`, `+`, `?`, `{2}`, `{2,}`, `{2,5}`. */
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})/;

/** What one group of a pattern holds, counted while it is read. */
interface Group {
	/** Ways in which it may match, an upper bound. */
	ways: number;
	hasChoice: boolean;
}

/**
 * Makes a regular expression that is safe to try at what strangers write: with an unlucky pattern such as `(a+)+$`, one
 * message could keep n8n busy for years. So nothing that may repeat without end may hold a choice or another repetition,
 * back-references and look-arounds are refused, and the number of ways to match is bounded.
 *
 * @param source as in JavaScript, without slashes; case does not matter
 * @returns a test of a text (of its first 500 characters), or the reason why the pattern will not do
 */
export function textPattern(source: string): { matches: (text: string) => boolean } | { problem: string } {
	if (source.length > PATTERN_LENGTH) return { problem: `the pattern has more than ${PATTERN_LENGTH} characters` };
	let expression: RegExp;
	try {
		expression = new RegExp(source, 'iu');
	} catch (error) {
		return { problem: `the pattern cannot be read: ${error instanceof Error ? error.message : String(error)}` };
	}
	const problem = costProblem(source);
	if (problem !== undefined) return { problem };
	return { matches: (text) => expression.test(text.slice(0, TEXT_LENGTH)) };
}

function costProblem(source: string): string | undefined {
	if (/\\[1-9]|\\k</.test(source)) return 'back-references are not supported';
	if (/\(\?<?[=!]/.test(source)) return 'look-ahead and look-behind are not supported';
	const open: Group[] = [{ ways: 1, hasChoice: false }];
	for (let rest = source; rest !== ''; ) {
		const atom = atomAt(rest);
		rest = rest.slice(atom.length);
		const group = open.at(-1) ?? { ways: 1, hasChoice: false };
		if (atom.startsWith('(')) {
			open.push({ ways: 1, hasChoice: false });
			continue;
		}
		if (atom === '|') {
			Object.assign(group, { ways: group.ways * 2, hasChoice: true });
			continue;
		}
		const inner = atom === ')' ? open.pop() : undefined;
		const around = open.at(-1) ?? group;
		const quantifier = QUANTIFIER.exec(rest);
		rest = rest.slice(quantifier?.[0].length ?? 0).replace(quantifier === null ? /^$/ : /^\?/, '');
		const times = repetitions(quantifier);
		if (times > 1 && inner?.hasChoice === true) {
			return 'a group that repeats may hold neither "|" nor another repetition, such as (a+)+';
		}
		around.ways *= times * (inner?.ways ?? 1);
		around.hasChoice ||= times > 1 || inner?.hasChoice === true;
	}
	return (open[0]?.ways ?? 1) > MOST_WAYS
		? 'the pattern has too many repetitions; two such as .* are fine'
		: undefined;
}

/** The next sign, escape, class or bracket. */
function atomAt(rest: string): string {
	return /^(?:\\[pPuxc]\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\(\?(?:<\w+>|:)|[^])/u.exec(rest)?.[0] ?? rest;
}

/** In how many ways an atom with this quantifier may be cut off. */
function repetitions(quantifier: RegExpExecArray | null): number {
	if (quantifier === null) return 1;
	const [sign, least, comma, most] = quantifier;
	if (sign === '?') return 2;
	if (sign === '*' || sign === '+') return TEXT_LENGTH;
	if (comma === '') return 1;
	return most === undefined || most === '' ? TEXT_LENGTH : Number(most) - Number(least) + 1;
}
