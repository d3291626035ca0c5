/** The pages that were written together, with their pictures; drafts too, marked as such. */
import {
	contentAsHtml,
	pageFor,
	pagesFor,
	withoutAway,
	type ListedPage,
	type Page,
} from '#domain/spaces/pages';
import { withoutConsent } from '#domain/spaces';
import { t } from '#messages/copies';
import { formatDateTime } from '#shared/format';
import { picturesIn, type Content } from '#shared/rich-text/content';
import type { Entry } from '../write-zip.ts';
import { embedded } from '#shared/rich-text/embeds';
import { fileEntry, type PlacedMaterial } from './files.ts';
import { html, trusted, type Markup } from '#shared/html';
import { asEntry, numbered, upFrom } from './leaf.ts';
import { materialAsHtml } from './materials.ts';
import type { Reader } from './reader.ts';

export type PlacedPage = { readonly page: ListedPage; readonly path: string };

/** All pages of the list, in its order. */
export async function placePages(reader: Reader): Promise<PlacedPage[]> {
	const pages = await pagesFor(reader.ctx, reader.twinSpace.space);
	return pages
		.filter(({ isWithheld }) => !isWithheld)
		.map((page, place) => ({ page, path: `pages/${numbered(place)}.html` }));
}

type Materials = ReadonlyMap<string, PlacedMaterial>;

/** A page and the pictures on it; its materials lie with the others. */
export async function pageEntries(
	reader: Reader,
	{ page, path }: PlacedPage,
	materials: Materials,
): Promise<Entry[]> {
	const content = await leaving(reader, await pageFor(reader.ctx, reader.twinSpace.space, page.id));
	const leaf = {
		path,
		title: reader.withoutAliases(page.title),
		lang: page.locale,
		body: () => bodyOf(reader, page, materials, upFrom(path)),
	};
	return [
		asEntry(reader, leaf),
		...picturesIn(content).map((file) => fileEntry(reader, pathOfPicture(file), file, 'large', 'webp')),
	];
}

/** Without pictures of those whose families keep them here. */
async function leaving({ ctx }: Reader, { content }: { readonly content: Content }): Promise<Content> {
	return withoutAway(content, await withoutConsent(ctx, picturesIn(content), 'members'));
}

async function bodyOf(reader: Reader, { id }: Page, materials: Materials, up: string): Promise<Markup> {
	const { ctx, twinSpace, nameOf } = reader;
	const page = await pageFor(ctx, twinSpace.space, id);
	const when = formatDateTime(page.savedAt, ctx.locale, 'UTC', 'medium');
	return html`<p class="soft">
			${page.sharedAt === null && html`${t('copies.pages.draft')} · `}${t('copies.pages.saved', {
				name: nameOf(page.savedBy),
				when,
			})}
		</p>
		<div class="text" lang="${page.locale}" dir="auto">
			${trusted(withOwnPictures(textOf(reader, await leaving(reader, page), materials, up)))}
		</div> `;
}

/** What stands outside is a link: it is loaded by whoever follows it. */
function textOf(reader: Reader, content: Content, materials: Materials, up: string): string {
	const { withoutAliases } = reader;
	const markup = contentAsHtml(content, {
		material: ({ attrs }) => {
			const placed = materials.get(attrs.material);
			const caption = attrs.caption !== '' && html`<p>${attrs.caption}</p>`;
			if (placed?.path === undefined) return html`<p class="soft">${t('copies.pages.kept')}</p>`.markup;
			return html`${materialAsHtml(reader, placed, up)}${caption}`.markup;
		},
		embed: ({ attrs: { title, ...named } }) => {
			const { name, page } = embedded(named);
			return html`<p><a href="${page}" rel="noopener noreferrer">${title}</a> (${name})</p>`.markup;
		},
	});
	return withoutAliases(markup);
}

function pathOfPicture(file: string): string {
	return `pages/pictures/${file}.webp`;
}

/** Our renderer writes three sizes of each picture; one of them lies beside the page. */
function withOwnPictures(markup: string): string {
	return markup
		.replaceAll(/ (?:srcset|sizes|loading|decoding)="[^"]*"/g, '')
		.replaceAll(/src="\/files\/([0-9a-f-]{36})\/medium"/g, 'src="pictures/$1.webp"');
}
