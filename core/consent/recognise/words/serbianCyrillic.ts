import type { Role, Words } from '../words';
import { ROLES } from '../words';

/** Digraphs first: they are one letter in Cyrillic. */
const LETTERS: ReadonlyArray<readonly [string, string]> = [
	['lj', 'љ'], ['nj', 'њ'], ['dž', 'џ'], ['a', 'а'], ['b', 'б'], ['v', 'в'], ['g', 'г'], ['d', 'д'], ['đ', 'ђ'], ['e', 'е'], ['ž', 'ж'], ['z', 'з'],
	['i', 'и'], ['j', 'ј'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'], ['o', 'о'], ['p', 'п'], ['r', 'р'], ['s', 'с'], ['t', 'т'], ['ć', 'ћ'],
	['u', 'у'], ['f', 'ф'], ['h', 'х'], ['c', 'ц'], ['č', 'ч'], ['š', 'ш'],
];

/** Serbian in its other script, letter by letter; both readings count as the same language. */
export function serbianCyrillic(latin: Words): Words {
	const toCyrillic = (text: string) => LETTERS.reduce((done, [from, to]) => done.replaceAll(from, to), text);
	const tables = ROLES.flatMap((role): Array<[Role, string]> => {
		const table = latin[role];
		return table === undefined ? [] : [[role, toCyrillic(table)]];
	});
	return { ...Object.fromEntries(tables), code: latin.code, name: latin.name, softComma: true };
}
