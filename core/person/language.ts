import { languageOfCountry } from '../phone/country';

/** A language and how it was found. */
export interface PersonLanguage {
	/** A template's language code, such as `pt_BR`. */
	language: string;
	source: 'record' | 'country' | 'default';
}

/**
 * The language to write to a person in: that of the contact record, else of the phone's country, else the default.
 *
 * @param known.record language code in Meta's or the usual writing (`pt_BR`, `pt-BR`, `pt`); what is no code is passed over
 * @param known.phoneCountry two-letter code; a guess where several languages are spoken
 * @param known.fallback for everybody else
 */
export function languageFor(known: { record?: string; phoneCountry?: string; fallback: string }): PersonLanguage {
	const recorded = codeOf(known.record);
	if (recorded !== undefined) return { language: recorded, source: 'record' };
	const ofCountry = languageOfCountry(known.phoneCountry ?? '');
	return ofCountry === '' ? { language: known.fallback, source: 'default' } : { language: ofCountry, source: 'country' };
}

/** `pt-br` as `pt_BR`; undefined for what is no language code. */
function codeOf(language: string | undefined): string | undefined {
	const [, base, region] = /^([a-z]{2,3})(?:[-_](?:[a-z]{4}[-_])?([a-z]{2}))?$/i.exec((language ?? '').trim()) ?? [];
	if (base === undefined) return undefined;
	return region === undefined ? base.toLowerCase() : `${base.toLowerCase()}_${region.toUpperCase()}`;
}
