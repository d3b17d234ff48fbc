import { InvalidInput } from '../errors/invalidInput';

/** One translation of a template. */
export interface Translation {
	/** Meta's language code, such as `pt_BR`. */
	language: string;
	/** Only `APPROVED` ones can be sent; one without a status counts as approved. */
	status?: string;
}

/** Which translation of a template to send. */
export interface LanguageChoice {
	/** The recipient's language; any when left out. */
	preferred?: string;
	/** Set when another language may be sent in the place of the preferred one. */
	fallback?: {
		/** Languages to try, in this order. */
		order: readonly string[];
		/** The last to try. */
		last?: string;
	};
}

/**
 * The translation to send: the preferred language; else, if a fallback is allowed, its base language (`pt` for `pt_BR`),
 * a region of it (`pt_BR` for `pt` or `pt_PT`), the listed languages in their order, and the last one.
 *
 * @returns the translation, and whether it is another than the preferred one
 * @throws {InvalidInput} naming `Template` when no translation fits, the choice is open, or the one is not approved
 */
export function chooseTranslation<T extends Translation>(input: {
	name: string;
	translations: readonly T[];
	choice: LanguageChoice;
}): { translation: T; isFallback: boolean } {
	const { name, translations, choice } = input;
	const { preferred, fallback } = choice;
	if (translations.length === 0) throw refusal(`"${name}" does not exist in this WhatsApp Business Account`);
	const exact = preferred === undefined ? [] : translations.filter(({ language }) => isSame(language, preferred));
	if (fallback !== undefined) {
		const wanted = [preferred, ...fallback.order, fallback.last].filter((language) => language !== undefined);
		const found = firstOf(translations.filter(isApproved), wanted);
		if (found !== undefined) return { translation: found, isFallback: !exact.includes(found) };
		const tried = wanted.length === 0 ? 'no language to fall back on' : `none of ${wanted.join(', ')}`;
		throw refusal(`"${name}" has ${tried} approved; it exists in ${listed(translations)}`);
	}
	const matching = preferred === undefined ? translations : exact;
	const [translation, second] = matching;
	if (translation === undefined) {
		throw refusal(`"${name}" has no language "${preferred}"; it exists in ${listed(translations)}`);
	}
	if (second !== undefined) {
		throw refusal(`"${name}" exists in ${listed(translations)}: write it as ${name}|language`);
	}
	if (!isApproved(translation)) {
		const { language, status } = translation;
		throw refusal(`"${name}" (${language}) is ${status}; only approved templates can be sent`);
	}
	return { translation, isFallback: false };
}

/** The first of the wanted languages that there is; beside the first of them, its relatives count too. */
function firstOf<T extends Translation>(translations: readonly T[], wanted: readonly string[]): T | undefined {
	for (const [position, language] of wanted.entries()) {
		const exact = translations.find((each) => isSame(each.language, language));
		if (exact !== undefined) return exact;
		const base = baseOf(language);
		const relative =
			translations.find((each) => isSame(each.language, base)) ??
			(position === 0 ? translations.find((each) => baseOf(each.language) === base) : undefined);
		if (relative !== undefined) return relative;
	}
	return undefined;
}

function isApproved({ status }: Translation): boolean {
	return status === undefined || status === 'APPROVED';
}

/** People write `pt-BR`, browsers and shops do too; Meta writes `pt_BR`. */
function isSame(one: string, other: string): boolean {
	return normal(one) === normal(other);
}

function baseOf(language: string): string {
	return normal(language).split('_')[0] ?? '';
}

function normal(language: string): string {
	return language.trim().replaceAll('-', '_').toLowerCase();
}

function listed(translations: readonly Translation[]): string {
	return translations.map(({ language }) => language).join(', ');
}

function refusal(message: string): InvalidInput {
	return new InvalidInput([{ field: 'Template', message }]);
}
