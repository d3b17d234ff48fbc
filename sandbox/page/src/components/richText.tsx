import { useMemo } from 'preact/hooks';
import { parseRichText, type RichNode } from '../format/richText';

const TAGS = { bold: 'strong', italic: 'em', strike: 's' } as const;

function Node({ node }: { node: RichNode }) {
	switch (node.kind) {
		case 'text':
			return <>{node.text}</>;
		case 'mono':
			return <code>{node.text}</code>;
		case 'link':
			return (
				<a href={node.url} target="_blank" rel="noopener noreferrer">
					{node.text}
				</a>
			);
		default: {
			const Tag = TAGS[node.kind];
			return (
				<Tag>
					<Nodes nodes={node.children} />
				</Tag>
			);
		}
	}
}

function Nodes({ nodes }: { nodes: RichNode[] }) {
	return (
		<>
			{nodes.map((node, index) => (
				<Node key={index} node={node} />
			))}
		</>
	);
}

/** A text with WhatsApp's formatting. */
export function RichText({ text }: { text: string }) {
	const nodes = useMemo(() => parseRichText(text), [text]);
	return <Nodes nodes={nodes} />;
}
