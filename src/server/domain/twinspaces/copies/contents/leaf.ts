/** One page of a copy: what stands around it, in the language of whoever takes it along. */
import { Readable } from 'node:stream';
import { t } from '#messages/copies';
import { direction } from '#shared/locales';
import type { Entry } from '../write-zip.ts';
import { html, type Markup } from '#shared/html';
import type { Reader } from './reader.ts';

export type Leaf = {
	/** Where it lies: `forum/01.html`. */
	readonly path: string;
	readonly title: string;
	/** The language of the title, where it is not the reader's. */
	readonly lang?: string;
	/** The page above it, and its title. */
	readonly above?: { readonly path: string; readonly title: string };
	readonly body: () => AsyncIterable<Markup> | Promise<Markup>;
};

/** The leaf as an entry, written when its turn comes, piece by piece where it is long. */
export function asEntry(reader: Reader, leaf: Leaf): Entry {
	return {
		path: leaf.path,
		isPacked: false,
		open: () => Promise.resolve(Readable.from(written(reader, leaf))),
	};
}

async function* written(reader: Reader, leaf: Leaf): AsyncGenerator<Buffer> {
	yield Buffer.from(head(reader, leaf).markup);
	const body = leaf.body();
	if ('then' in body) yield Buffer.from((await body).markup);
	else for await (const piece of body) yield Buffer.from(piece.markup);
	yield Buffer.from('\n</main>\n</body>\n</html>\n');
}

function head({ ctx, twinSpace }: Reader, { path, title, lang, above }: Leaf): Markup {
	const up = upFrom(path);
	const { locale } = ctx;
	const { name, locale: spaceLang } = twinSpace.space;
	return html`<!doctype html>
<html lang="${locale}" dir="${direction(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} – ${name}</title>
<link rel="stylesheet" href="${up}style.css">
</head>
<body>
<header>
<p class="space"><a href="${up}index.html" lang="${spaceLang}" dir="auto">${name}</a></p>
<nav aria-label="${t('copies.nav')}"><a href="${up}index.html">${t('copies.index.title')}</a>${
		above !== undefined &&
		html` <span aria-hidden="true">›</span> <a href="${up}${above.path}">${above.title}</a>`
	}</nav>
</header>
<main>
<h1${lang === undefined ? html`` : html` lang="${lang}"`} dir="auto">${title}</h1>
`;
}

/** The way from a path in the copy to its top. */
export function upFrom(path: string): string {
	return '../'.repeat(path.split('/').length - 1);
}

/** A relative address of something in the copy, whatever its name. */
export function hrefOf(path: string): string {
	return path.split('/').map(encodeURIComponent).join('/');
}

/** `07`, so that folders sort as the copy does. */
export function numbered(place: number): string {
	return String(place + 1).padStart(2, '0');
}
