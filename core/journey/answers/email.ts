import type { Reading } from './answer';
import type { Said } from './context';

/** What mail servers take in practice; RFC 5322 allows more, which nobody types. Letters of any script. */
const ADDRESS = /[\p{L}\p{N}][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,24}/gu;

/** Slips in the names of the large providers and in `.com`, with what was meant. */
const SLIPS: ReadonlyArray<readonly [RegExp, string]> = [
	[/@(?:gmial|gmai|gmal|gamil|gnail|gmaill|gmil|gimail|gemail)\.com$/, '@gmail.com'],
	[/@(?:hotmial|hotmal|hotmai|hotmil|homail|hotmaill)\.com$/, '@hotmail.com'],
	[/@(?:yaho|yahooo|yhoo|yahho)\.com$/, '@yahoo.com'],
	[/@(?:outlok|outloook|outlock)\.com$/, '@outlook.com'],
	[/@(?:iclod|icould|icloud)\.(?:con|cm|co)$/, '@icloud.com'],
	[/@(gmail|hotmail|yahoo|outlook|icloud)\.(?:con|cm|co|cmo|om|comm|vom|xom|c0m)$/, '@$1.com'],
];

/** "name at gmail dot com" and "name (at) gmail.com", as people write to keep robots away. */
function spelledOut(text: string): string {
	return text
		.replace(/\s*[[(<{]\s*(?:at|arroba|chez)\s*[\])>}]\s*/gi, '@')
		.replace(/\s*[[(<{]\s*(?:dot|punto|ponto|punkt|point)\s*[\])>}]\s*/gi, '.')
		.replace(/(\S)\s+(?:at|arroba|chiocciola|arobase|et|собака)\s+(?=\S+\s*(?:\.|\s(?:dot|punto|ponto|punkt|point|точка)\s))/gi, '$1@')
		.replace(/(@\S+?)\s+(?:dot|punto|ponto|punkt|point|точка)\s+(?=\p{L}{2,})/giu, '$1.');
}

/** Reads one e-mail address, in lower case. A likely slip (`gmial.com`) is given as written, with what was meant beside it. */
export function readEmail({ text }: Said): Reading | undefined {
	const cleaned = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
	const plain = addressesIn(cleaned);
	const found = plain.length > 0 ? plain : addressesIn(spelledOut(cleaned).replace(/\s*@\s*/g, '@'));
	const [first] = found;
	if (first === undefined) return undefined;
	const base: Reading = { value: first, confidence: plain.length > 0 ? 0.97 : 0.8, decidedBy: first, rule: 'pattern' };
	if (found.length > 1) return { ...base, confidence: 0.4, alternatives: found.slice(1) };
	const slip = SLIPS.find(([pattern]) => pattern.test(first));
	return slip === undefined ? base : { ...base, confidence: 0.55, alternatives: [first.replace(...slip)] };
}

function addressesIn(text: string): string[] {
	const found = [...text.matchAll(ADDRESS)].map(([address]) => address.toLowerCase());
	return [...new Set(found.filter((address) => !/\.\.|\.@/.test(address)))];
}
