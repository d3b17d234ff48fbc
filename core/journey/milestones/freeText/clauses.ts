const ENDS = /[.;:=!\n\r|,()[\]{}•·।"]|\s[-–—]+\s|\s\/\s|\?/u;

/**
 * Text in one spelling, for matching: lower case, no Latin accents, straight apostrophes, blanks for hyphens and underscores.
 * Letters of other scripts keep their marks.
 */
export function plainWords(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/\p{Cf}/gu, '')
		.replace(/[\u2018\u2019\u00b4`]/g, "'")
		.replace(/ß/g, 'ss')
		.replace(/[ \t_\u00a0]+/g, ' ')
		.replace(/\brto\s*[-:]\s*/g, 'rto ')
		.trim();
}

/** The statements of a text, without its questions. */
export function clausesOf(text: string): string[] {
	const clauses: string[] = [];
	let rest = plainWords(text);
	while (rest !== '') {
		const end = ENDS.exec(rest);
		const clause = end === null ? rest : rest.slice(0, end.index);
		if (end?.[0] !== '?') clauses.push(clause);
		rest = end === null ? '' : rest.slice(end.index + end[0].length);
	}
	return clauses
		.map((clause) =>
			clause
				.replace(/[-/–—]+/g, ' ')
				.replace(/[^\p{L}\p{M}\p{N}' ]+/gu, ' ')
				.replace(/ {2,}/g, ' ')
				.trim(),
		)
		.filter((clause) => clause !== '');
}
