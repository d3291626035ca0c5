/** The pages that were written together, with their pictures; drafts too, marked as such. */
import { pageAsHtml, pageFor, pagesFor, type Page } from '#domain/spaces/pages';
import { t } from '#messages/copies';
import { formatDateTime } from '#shared/format';
import { picturesIn } from '#shared/rich-text/content';
import type { Entry } from '../write-zip.ts';
import { fileEntry } from './files.ts';
import { html, trusted, type Markup } from './html.ts';
import { asEntry, numbered } from './leaf.ts';
import type { Reader } from './reader.ts';

export type PlacedPage = { readonly page: Page; readonly path: string };

/** All pages of the list, in its order. */
export async function placePages(reader: Reader): Promise<PlacedPage[]> {
	const pages = await pagesFor(reader.ctx, reader.twinSpace.space);
	return pages
		.filter(({ isWithheld }) => !isWithheld)
		.map((page, place) => ({ page, path: `pages/${numbered(place)}.html` }));
}

/** A page and the pictures on it. */
export async function pageEntries(reader: Reader, { page, path }: PlacedPage): Promise<Entry[]> {
	const { content } = await pageFor(reader.ctx, reader.twinSpace.space, page.id);
	const leaf = {
		path,
		title: reader.withoutAliases(page.title),
		lang: page.locale,
		body: () => bodyOf(reader, page),
	};
	return [
		asEntry(reader, leaf),
		...picturesIn(content).map((file) => fileEntry(reader, pathOfPicture(file), file, 'large', 'webp')),
	];
}

async function bodyOf({ ctx, twinSpace, nameOf, withoutAliases }: Reader, { id }: Page): Promise<Markup> {
	const page = await pageFor(ctx, twinSpace.space, id);
	const when = formatDateTime(page.savedAt, ctx.locale, 'UTC', 'medium');
	return html`<p class="soft">
			${page.sharedAt === null && html`${t('copies.pages.draft')} · `}${t('copies.pages.saved', {
				name: nameOf(page.savedBy),
				when,
			})}
		</p>
		<div class="text" lang="${page.locale}" dir="auto">
			${trusted(withoutAliases(withOwnPictures(pageAsHtml(page))))}
		</div> `;
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
