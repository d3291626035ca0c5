/** The pages that an application names, as whoever assesses it reads them: words only, and no other page. */
import { withoutAliases } from '#domain/spaces';
import { contentAsHtml, sharedPages, spaceOfPage } from '#domain/spaces/pages';
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
	return Promise.all(
		pages.map(async ({ id, title, locale }) => {
			const nameless = await namelessIn(ctx, id);
			return { id, title: nameless(title), lang: locale };
		}),
	);
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
	const nameless = await namelessIn(ctx, page.id);
	const nothing = () => '';
	return {
		title: nameless(page.title),
		lang: page.locale,
		html: contentAsHtml(inWords(words, nameless), { material: nothing, embed: nothing }),
		hasPictures: JSON.stringify(words) !== JSON.stringify(page.content),
	};
}

async function pagesOfCase(ctx: Context, caseId: string) {
	const { application: id } = await reachAtDesk(ctx, caseId);
	const [application] = await applicationsById(ctx, [id]);
	return sharedPages(ctx, application?.written.evidence ?? []);
}

/** Aliases stay in their TwinSpace, also where somebody outside reads a page of it. */
async function namelessIn(ctx: Context, page: string): Promise<(words: string) => string> {
	const space = await spaceOfPage(ctx, page);
	return space === undefined ? (words) => words : withoutAliases(ctx, space);
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
