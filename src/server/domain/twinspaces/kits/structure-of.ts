/** What of a TwinSpace begins the next one: pages that grown-ups wrote, names of folders, discussions; nobody's name. */
import type { Space } from '#domain/spaces';
import { discussionsFor } from '#domain/spaces/forum';
import { foldersFor } from '#domain/spaces/materials';
import { pageFor, pagesFor, wasSavedByPupil, type Page } from '#domain/spaces/pages';
import { unfitIn } from '#domain/twinspaces';
import type { Context } from '#platform/context';
import { withLone, type Content } from '#shared/rich-text/content';
import type { Structure } from './kit.ts';

const nothing: Content = { type: 'doc', content: [] };

/** open-to-all: every read in it demands as whoever makes the kit. */
export async function structureOf(ctx: Context, space: Space): Promise<Structure> {
	const isFit = async (title: string, content = nothing) =>
		(await unfitIn(ctx, space, { title, content })).length === 0;
	const pages: Structure['pages'][number][] = [];
	const places = new Map<string, number>();
	for (const page of await pagesFor(ctx, space)) {
		if (page.isWithheld || !(await isFit(page.title))) continue;
		const under = page.parent === null ? null : (places.get(page.parent) ?? null);
		places.set(page.id, pages.length);
		pages.push({ title: page.title, locale: page.locale, content: await wordsToKeep(page), under });
	}
	const folders: Structure['folders'][number][] = [];
	for (const { kind, name, locale } of await foldersFor(ctx, space))
		if (await isFit(name)) folders.push({ kind, name, locale });
	const discussions: Structure['discussions'][number][] = [];
	for (const { title, locale } of await discussionsFor(ctx, space))
		if (await isFit(title)) discussions.push({ title, locale });
	return { pages, folders, discussions };

	/** The words of a page, its headings alone where somebody is named in them, nothing where a pupil wrote. */
	async function wordsToKeep({ id, title, version }: Page): Promise<Content> {
		if (await wasSavedByPupil(ctx, id, version)) return nothing;
		const { content } = await pageFor(ctx, space, id);
		// pictures and materials stay where they are, and may show somebody; what stands outside anybody may show again
		const words = withLone(content, (block) => (block.type === 'embed' ? [block] : []));
		const headings: Content = {
			type: 'doc',
			content: words.content.filter(({ type }) => type === 'heading'),
		};
		for (const kept of [words, headings]) if (await isFit(title, kept)) return kept;
		return nothing;
	}
}
