/** Characters that are not seen: joiners, direction marks, soft hyphens, variation selectors, tags. */
export const INVISIBLE =
	'\\ufe00-\\ufe0f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\u{e0000}-\\u{e007f}';

const INVISIBLE_ANYWHERE = new RegExp(`[${INVISIBLE}]`, 'gu');

/**
 * Marks that people leave out or add for show: accents of Latin, Greek and Cyrillic, Hebrew niqqud, Arabic vowels and tatweel,
 * enclosing marks, Indic nukta and candrabindu. Vowel signs of Indic scripts and Thai are letters and stay.
 */
const MARKS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u0981\u09bc\u0a3c\u0abc\u20d0-\u20ff\u0640]/gu;

/** Letters that Unicode does not decompose but people write in two ways. */
const SAME: Readonly<Record<string, string>> = {
	'ı': 'i', 'ß': 'ss', 'ø': 'o', 'æ': 'ae', 'œ': 'oe', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ł': 'l', 'ħ': 'h', 'ς': 'σ', 'ŋ': 'n',
	'آ': 'ا', 'أ': 'ا', 'إ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ئ': 'ي', 'ؤ': 'و', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ە': 'ه', 'ۀ': 'ه', 'ک': 'ك', 'ڪ': 'ك',
	'ᴀ': 'a', 'ʙ': 'b', 'ᴄ': 'c', 'ᴅ': 'd', 'ᴇ': 'e', 'ꜰ': 'f', 'ɢ': 'g', 'ʜ': 'h', 'ɪ': 'i', 'ᴊ': 'j', 'ᴋ': 'k', 'ʟ': 'l', 'ᴍ': 'm', 'ɴ': 'n', 'ᴏ': 'o', 'ᴘ': 'p', 'ʀ': 'r', 'ꜱ': 's',
	'ᴛ': 't', 'ᴜ': 'u', 'ᴠ': 'v', 'ᴡ': 'w', 'ʏ': 'y', 'ᴢ': 'z',
};

const SAME_OR_FILLED = new RegExp(`${Object.keys(SAME).join('|')}|[\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}]`, 'gu');

/** Letters in filled circles and squares NFKD leaves as they are. */
function plainLetter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	const offset = code >= 0x1f150 && code <= 0x1f169 ? code - 0x1f150 : code >= 0x1f170 && code <= 0x1f189 ? code - 0x1f170 : -1;
	return offset < 0 ? (SAME[character] ?? character) : String.fromCharCode(97 + offset);
}

/**
 * One spelling of a word for look-ups: compatibility forms (full width, circled, mathematical), lower case in which Turkish I, İ, ı and
 * i are one letter, no accents or vowel points, Arabic letter variants as one, nothing invisible.
 */
export function normaliseWord(raw: string): string {
	if (/^[a-z0-9]*$/i.test(raw)) return raw.toLowerCase();
	const bare = raw.normalize('NFKD').toLowerCase().replace(INVISIBLE_ANYWHERE, '').replace(MARKS, '');
	return bare.replace(/\u0901/gu, '\u0902').replace(/\u0a81/gu, '\u0a82').replace(SAME_OR_FILLED, plainLetter).normalize('NFC');
}

/** As {@link normaliseWord}, but with the accents: Vietnamese "dừng" (stop) and "đúng" (right) differ in nothing else. */
export function markedWord(raw: string): string {
	if (/^[a-z0-9]*$/i.test(raw)) return raw.toLowerCase();
	return raw.normalize('NFKC').toLowerCase().replace(INVISIBLE_ANYWHERE, '').normalize('NFC');
}

const LOOKALIKES = { latin: 'acekmhopxysitbj', cyrillic: 'асекмнорхуѕітвј' };

/** The word with all lookalikes in one script, when it mixes two ("СТОP") or uses the Macedonian ѕ. */
function unmixed(word: string): string[] {
	if (!/[а-яѕіј]/.test(word) || !/[a-zѕ]/.test(word)) return [];
	const swap = (from: string, to: string) => [...word].map((letter) => to[from.indexOf(letter)] ?? letter).join('');
	return [swap(LOOKALIKES.cyrillic, LOOKALIKES.latin), swap(LOOKALIKES.latin, LOOKALIKES.cyrillic)];
}

const DIGITS_FOR_LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't' };

function unleeted(word: string): string[] {
	if (!/[0-9]/.test(word) || !/[a-z]/.test(word)) return [];
	return [word.replace(/[013457]/g, (digit) => DIGITS_FOR_LETTERS[digit] ?? digit)];
}

function shortened(word: string): string[] {
	if (!/(.)\1\1/u.test(word)) return [];
	return [word.replace(/(.)\1{2,}/gu, '$1'), word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1+/gu, '$1')];
}

/** Arabic and Hebrew write "and", "the", "in", "to" and "from" onto the word. */
function withoutParticles(word: string): string[] {
	if (/^[\u0620-\u06ff]{5,}$/.test(word)) {
		const bare = word.replace(/^[وف]?(?:ال|بال|كال|لل)|^[وفبل]/, '');
		return bare === word ? [] : [bare];
	}
	if (/^[\u05d0-\u05ea]{4,}$/.test(word)) {
		return [/^[והבלמשכ]/, /^[והבלמשכ]{2}/].filter((particle) => particle.test(word)).map((particle) => word.replace(particle, ''));
	}
	return [];
}

/** All spellings under which a normalised word is looked up, the one written first. */
export function formsOf(word: string): string[] {
	if (/^[a-z]+$/.test(word)) return [word, ...shortened(word)];
	return [word, ...shortened(word), ...unleeted(word), ...unmixed(word), ...withoutParticles(word)];
}
