/** The links of a text, in reading order: asked for by whoever leads them elsewhere first. */
import { childrenOf, type Content, type Mark, type Node, type Text } from './content.ts';

/** Where all links of the text lead, in reading order. */
export function linksIn(content: Content): string[] {
	const found: string[] = [];
	withLinks(content, (href) => {
		found.push(href);
		return href;
	});
	return found;
}

/** The text with every link led to where `leadTo` says; where it says nothing, the words stay without a link. */
export function withLinks(
	content: Content,
	leadTo: (href: string, place: number) => string | undefined,
): Content {
	let place = 0;
	return { type: 'doc', content: content.content.map(nodeWith) };

	function nodeWith<N extends Node>(node: N): N {
		if (node.type === 'text') return inlineWith(node) as N;
		if (!('content' in node) || !node.content) return node;
		return { ...node, content: childrenOf(node).map(nodeWith) };
	}

	function inlineWith(text: Text): Text {
		return text.marks ? { ...text, marks: text.marks.flatMap(markWith) } : text;
	}

	function markWith(mark: Mark): Mark[] {
		if (mark.type !== 'link') return [mark];
		const href = leadTo(mark.attrs.href, place++);
		return href === undefined ? [] : [{ type: 'link', attrs: { href } }];
	}
}
