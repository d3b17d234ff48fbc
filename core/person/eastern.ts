import { fold } from '../shared/fold';
import { CHINESE, JAPANESE, KOREAN, LONG_CHINESE, LONG_KOREAN, TITLES, VIETNAMESE } from './words';

interface Eastern {
	/** Cleaned of signs. */
	name: string;
	/** Two-letter code in capitals, or ''. */
	country: string;
	/** Base code, or ''. */
	language: string;
}

/** Honorifics that follow a name. */
const HONORIFIC = /(?:さん|様|さま|ちゃん|くん|君|先生|氏|씨|님|小姐|先生|女士)$/u;

/** Given name of a person whose family name comes first; undefined for other names. */
export function easternName(person: Eastern): string | undefined {
	const name = person.name.replace(HONORIFIC, '').trim();
	if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(name)) return inOwnScript({ ...person, name });
	return vietnamese(person) ?? romanised(person);
}

function inOwnScript({ name, country, language }: Eastern): string {
	// Foreign names in Katakana are parted by a dot and keep their own order.
	const foreign = /^[\p{Script=Katakana}ー]+[・ ]/u.exec(name);
	if (foreign !== null && /・/u.test(name)) return name.split('・')[0] ?? '';
	const words = name.split(/[\s・]+/u);
	if (words.length > 1) return words.slice(1).join('');
	if (/^\p{Script=Hangul}+$/u.test(name)) return korean(name);
	if (!/^\p{Script=Han}+$/u.test(name)) return name;
	const signs = [...name];
	// Japanese family names have one to three signs; two and two is by far the most frequent, and nothing else is safe.
	if (country === 'JP' || language === 'ja') return signs.length === 4 ? signs.slice(2).join('') : '';
	if (signs.length < 2 || signs.length > 4) return signs.length === 1 ? name : '';
	return signs.slice(LONG_CHINESE.test(name) && signs.length > 2 ? 2 : 1).join('');
}

function korean(name: string): string {
	const syllables = [...name];
	if (syllables.length === 1) return '';
	if (syllables.length > 4) return name;
	return syllables.slice(LONG_KOREAN.test(name) && syllables.length > 2 ? 2 : 1).join('');
}

/** Letters that only Vietnamese has. */
const VIETNAMESE_LETTERS = /[ăơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

function wordsOf(name: string): string[] {
	return name.split(/[\s,]+/).filter((word) => word !== '' && !TITLES.has(fold(word).replace(/\./g, '')));
}

function vietnamese({ name, country, language }: Eastern): string | undefined {
	const isVietnamese = country === 'VN' || language === 'vi' || VIETNAMESE_LETTERS.test(name);
	if (!isVietnamese || name.includes(',')) return undefined;
	const words = wordsOf(name);
	const isFamily = (word: string | undefined) => VIETNAMESE.has(fold(word ?? ''));
	if (words.length < 2 || !isFamily(words[0])) return undefined;
	// "Lê Anh Nguyễn", turned round abroad, is called Lê or Anh: its last word is a family name as well.
	return isFamily(words.at(-1)) && words.length === 2 && country !== 'VN' ? words[0] : words.at(-1);
}

/** Countries and languages whose names in Latin letters may stand in either order, with their family names. */
const FAMILY_NAMES: ReadonlyArray<{ countries: string[]; language: string; families: ReadonlySet<string>; isFamilyFirst: boolean }> = [
	{ countries: ['CN', 'TW', 'HK', 'MO', 'SG'], language: 'zh', families: CHINESE, isFamilyFirst: true },
	{ countries: ['KR'], language: 'ko', families: KOREAN, isFamilyFirst: true },
	{ countries: ['JP'], language: 'ja', families: JAPANESE, isFamilyFirst: false },
];

function romanised({ name, country, language }: Eastern): string | undefined {
	const culture = FAMILY_NAMES.find((each) => each.countries.includes(country) || (country === '' && each.language === language));
	if (culture === undefined || name.includes(',')) return undefined;
	const words = wordsOf(name);
	const [first, ...rest] = words;
	const last = words.at(-1);
	if (first === undefined || last === undefined || rest.length === 0 || rest.length > 2) return undefined;
	const isFamily = (word: string) => culture.families.has(fold(word));
	if (isFamily(first) && (!isFamily(last) || culture.isFamilyFirst)) return rest.join(' ');
	// Capitals mark the family name wherever it stands.
	if (first === first.toUpperCase() && last !== last.toUpperCase()) return rest.join(' ');
	return isFamily(last) || !culture.isFamilyFirst ? words.slice(0, -1).join(' ') : first;
}
