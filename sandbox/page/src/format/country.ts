const regions = new Intl.DisplayNames(undefined, { type: 'region' });
const languages = new Intl.DisplayNames(undefined, { type: 'language' });

/** The name of a country by its code, or the code. */
export function countryName(code: string): string {
	try {
		return regions.of(code) ?? code;
	} catch {
		return code;
	}
}

/** The name of a language by its BCP 47 tag, without the country, or the tag. */
export function languageName(tag: string): string {
	try {
		return languages.of(tag.split('-')[0] ?? tag) ?? tag;
	} catch {
		return tag;
	}
}
