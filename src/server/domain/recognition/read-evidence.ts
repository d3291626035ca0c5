/** The pages that an application names, as whoever assesses it reads them: words only, and no other page. */
import { withoutAliases } from '#domain/spaces';
import { contentAsHtml, sharedPages } from '#domain/spaces/pages';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { wordsOf, type Content, type Node } from '#shared/rich-text/content';
import { reachAtDesk } from './assess-application.ts';
import { applicationsById } from './reach-part.ts';

export type NamedPage = {
	readonly title: string;
	readonly lang: string;
	/** Rendered from the one schema. */
	readonly html: string;
	/** It has pictures, which are not shown. */
	readonly hasPictures: boolean;
};

/** The titles of the pages, as far as they are shared still; reached like the assessment. */
export async function namedPagesFor(ctx: Context, caseId: string) {
	const pages = await pagesOfCase(ctx, caseId);
	return pages.map(({ id, title, locale, nameless }) => ({ id, title: nameless(title), lang: locale }));
}

/**
 * One page, while the look at the application is open: each reading appends its audit line before it answers. NotFound
 * for a page that the application does not name, or that is not shared any more.
 */
export async function namedPageFor(ctx: Context, caseId: string, id: string): Promise<NamedPage> {
	const page = (await pagesOfCase(ctx, caseId)).find((each) => each.id === id);
	if (!page) throw new NotFound('page');
	await audit(ctx, 'recognition.page-read', { kind: 'page', id: page.id }, { case: caseId });
	const words = withoutPictures(page.content);
	const nothing = () => '';
	return {
		title: page.nameless(page.title),
		lang: page.locale,
		html: contentAsHtml(inWords(words, page.nameless), { material: nothing, embed: nothing }),
		hasPictures: JSON.stringify(words) !== JSON.stringify(page.content),
	};
}

/** Each with what makes its words nameless: aliases stay in their TwinSpace, also where somebody outside reads a page of it. */
async function pagesOfCase(ctx: Context, caseId: string) {
	const { application: id } = await reachAtDesk(ctx, caseId);
	const [application] = await applicationsById(ctx, [id]);
	const pages = await sharedPages(ctx, application?.written.evidence ?? []);
	// they are of one TwinSpace, that of the project
	const inSpaces = [...Map.groupBy(pages, ({ space }) => space)].map(async ([space, its]) => {
		const nameless = await withoutAliases(ctx, space);
		return its.map((page) => ({ ...page, nameless }));
	});
	return (await Promise.all(inSpaces)).flat();
}

/** Every text written anew; where an alias runs over parts set differently, its block becomes plain words. */
function inWords(content: Content, anew: (words: string) => string): Content {
	const renamed = <N extends Node>(node: N): N => {
		if (node.type === 'text') return { ...node, text: anew(node.text) };
		if (!('content' in node) || !node.content) return node;
		const inside = { ...node, content: (node.content as readonly Node[]).map(renamed) };
		if (node.type !== 'paragraph' && node.type !== 'heading') return inside;
		const said = wordsOf(inside);
		return anew(said) === said ? inside : { ...node, content: [{ type: 'text', text: anew(said) }] };
	};
	return { ...content, content: content.content.map(renamed) };
}

/** A picture may show a pupil who consented to the TwinSpace and to nothing beyond. */
function withoutPictures(content: Content): Content {
	const isShown = (node: Node) => !['picture', 'material', 'embed'].includes(node.type);
	const words = <N extends Node>(node: N): N =>
		'content' in node && node.content
			? { ...node, content: (node.content as readonly Node[]).filter(isShown).map(words) }
			: node;
	return { ...content, content: content.content.filter(isShown).map(words) };
}
