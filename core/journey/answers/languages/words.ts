/**
 * The words by which one language answers. Phrases are parted by `|` and compared folded (see `fold`): case, accents and
 * apostrophes do not matter. What the platform knows by itself (names of days and months, "tomorrow", "in 3 days") is left out.
 */
export interface AnswerWords {
	yes: string;
	/** Words that are a yes only where they stand alone: "quero" is, "quero falar com alguém" is not. */
	yesAlone?: string;
	no: string;
	/** Neither yes nor no: "maybe", "not sure", "I don't know", "not bad". */
	unsure: string;
	/** Words that take back or change what was said before them: "but", "except". */
	but: string;
	/** Words that may stand beside any answer without changing it: "please", "thanks", "I would say". */
	filler: string;
	/** Words that turn the next one round: "not". */
	not: string;
	/** Words that make a number vague: "about", "at least". */
	about: string;
	/** Numbers in words beyond those of `WRITTEN_NUMBERS`, as `una=1`. */
	numbers?: string;
	/** Between points and scale: "4 out of 5". */
	outOf: string;
	/** Between scale and points: Turkish "5 üzerinden 4". */
	ofReversed?: string;
	/** What points are called: "stars", "points". */
	points: string;
	/** Ratings in words from 1 (worst) to 5 (best). */
	ratings: readonly [string, string, string, string, string];
	/** "First", "second" … "last" of a list, in this order, six entries, each with its spellings. */
	ordinals: readonly [string, string, string, string, string, string];
	/** Days beyond those the platform names, as `tmrw=1`. */
	days?: string;
	/** Weekdays beyond the platform's names, as `segunda=1`; Monday is 1. */
	weekdays?: string;
	/** Weekdays of the next week where one word says both: Chinese "下周五". */
	weekdaysNextWeek?: string;
	/** Months beyond the platform's names. */
	months?: string;
	/** Ways to say "in so many days", # for the number; without it, two days. */
	inDays?: string;
	/** Ways to say "in so many weeks"; without #, one week. */
	inWeeks?: string;
	/** Ways to name a day of the month, # for the number: "the #th", "día #". */
	dayOfMonth?: string;
	/** Makes a weekday that of the next calendar week, or (see `nextIsNearest`) the nearest to come. */
	next: string;
	/** Whether "next Friday" is the nearest Friday, as Spanish "el próximo viernes", not the one of the next week. */
	nextIsNearest?: true;
	/** Makes a weekday the nearest to come: "this Friday", "coming Friday", "on Friday". */
	coming: string;
	morning: string;
	/** Around 12. */
	noon?: string;
	afternoon: string;
	evening: string;
	/** Before and after a time of the day, # for it: "at #", "# Uhr". */
	clock: string;
	/** Times too vague for a day: "soon", "weekend", "any day". */
	someDay: string;
}
