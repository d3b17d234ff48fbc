import { ar } from './ar';
import { bn } from './bn';
import { cs } from './cs';
import { da } from './da';
import { de } from './de';
import { el } from './el';
import { en } from './en';
import { es } from './es';
import { fi } from './fi';
import { fr } from './fr';
import { he } from './he';
import { hi } from './hi';
import { hu } from './hu';
import { id } from './id';
import { it } from './it';
import { ja } from './ja';
import { ko } from './ko';
import { nb } from './nb';
import { nl } from './nl';
import { pl } from './pl';
import { pt } from './pt';
import { ro } from './ro';
import { ru } from './ru';
import { sv } from './sv';
import { th } from './th';
import { tr } from './tr';
import { uk } from './uk';
import { vi } from './vi';
import { zh } from './zh';
import type { AnswerWords } from './words';

/** Every language whose answers are understood, by ISO 639-1 code. A new one costs one file and one line here. */
export const LANGUAGES = { ar, bn, cs, da, de, el, en, es, fi, fr, he, hi, hu, id, it, ja, ko, nb, nl, pl, pt, ro, ru, sv, th, tr, uk, vi, zh } as const satisfies Record<string, AnswerWords>;

export type LanguageCode = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as LanguageCode[];

/** Codes that mean one of ours: spoken close enough to be read with its words, or another spelling of its code. */
const RELATIVES: Readonly<Record<string, LanguageCode>> = { no: 'nb', nn: 'nb', sk: 'cs', ms: 'id', in: 'id', iw: 'he', ca: 'es', gl: 'pt', be: 'ru', kk: 'ru', fil: 'en', mo: 'ro', yue: 'zh' };

/** Our language for a template's code (`pt_BR`) or a BCP 47 tag; undefined for one we do not read. */
export function languageCodeOf(tag: string | undefined): LanguageCode | undefined {
	const base = (tag ?? '').trim().toLowerCase().split(/[-_]/)[0] ?? '';
	return LANGUAGE_CODES.find((code) => code === base) ?? RELATIVES[base];
}
