/** The links of a text, in reading order: asked for by whoever leads them elsewhere first. */
import type { Block, Content, Inline, ListItem, Mark, Text } from './content.ts';

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
	return { type: 'doc', content: content.content.map(blockWith) };

	function blockWith<B extends Block>(block: B): B {
		if (block.type === 'picture' || !block.content) return block;
		if (block.type === 'paragraph' || block.type === 'heading') {
			return { ...block, content: block.content.map(inlineWith) };
		}
		if (block.type === 'blockquote') return { ...block, content: block.content.map(blockWith) };
		return { ...block, content: block.content.map(itemWith) };
	}

	function itemWith(item: ListItem): ListItem {
		return { ...item, content: item.content.map((block) => blockWith(block)) };
	}

	function inlineWith(inline: Inline): Inline {
		if (inline.type !== 'text' || !inline.marks) return inline;
		return { ...inline, marks: inline.marks.flatMap(markWith) } satisfies Text;
	}

	function markWith(mark: Mark): Mark[] {
		if (mark.type !== 'link') return [mark];
		const href = leadTo(mark.attrs.href, place++);
		return href === undefined ? [] : [{ type: 'link', attrs: { href } }];
	}
}
