/** A piece of a text with WhatsApp's formatting. */
export type RichNode =
	| { kind: 'text' | 'mono'; text: string }
	| { kind: 'link'; text: string; url: string }
	| { kind: 'bold' | 'italic' | 'strike'; children: RichNode[] };

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;

/** Mono, links, then a style whose marks touch its text and no word character around it. */
const TOKEN = new RegExp(
	[
		'```(?<block>[^]+?)```',
		'`(?<inline>[^`\\n]+)`',
		'(?<link>(?:https?:\\/\\/|www\\.)[^\\s<>"]*[^\\s<>".,;:!?)\'*_~])',
		'(?<![\\p{L}\\p{N}])(?<mark>[*_~])(?=\\S)(?<styled>[^\\n]*?\\S)\\k<mark>(?![\\p{L}\\p{N}])',
	].join('|'),
	'gu',
);

function toNode(groups: Record<string, string | undefined>): RichNode {
	const { block, inline, link, mark, styled = '' } = groups;
	const mono = block ?? inline;
	if (mono !== undefined) return { kind: 'mono', text: mono };
	if (link !== undefined) return { kind: 'link', text: link, url: link.startsWith('www.') ? `https://${link}` : link };
	return { kind: STYLES[mark as keyof typeof STYLES], children: parseRichText(styled) };
}

/** Reads `*bold*`, `_italic_`, `~strike~`, mono in backticks and links; everything else stays text. */
export function parseRichText(text: string): RichNode[] {
	const nodes: RichNode[] = [];
	let end = 0;
	for (const match of text.matchAll(TOKEN)) {
		if (match.index > end) nodes.push({ kind: 'text', text: text.slice(end, match.index) });
		nodes.push(toNode(match.groups ?? {}));
		end = match.index + match[0].length;
	}
	if (end < text.length) nodes.push({ kind: 'text', text: text.slice(end) });
	return nodes;
}

/** The text without its marks, for one-line previews. */
export function plainText(text: string): string {
	const flatten = (nodes: RichNode[]): string =>
		nodes.map((node) => ('children' in node ? flatten(node.children) : node.text)).join('');
	return flatten(parseRichText(text)).replace(/\s+/g, ' ');
}
