/** The published pages of projects, the newest first, for search engines: what is withdrawn is gone from it at once. */
import { publishedPagesToFind } from '#domain/twinspaces';
import { publicAddress } from '#platform/addresses';
import { html } from '#shared/html';
import { defaultLocale, isLocale } from '#shared/locales';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals }) => {
	const pages = await publishedPagesToFind(locals.ctx);
	const entries = pages.map(({ path, locale, publishedAt }) => {
		const address = publicAddress(`/${isLocale(locale) ? locale : defaultLocale}${path}`);
		return html`<url><loc>${address}</loc><lastmod>${publishedAt.toISOString()}</lastmod></url>`;
	});
	const sitemap = html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries}</urlset>`;
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${sitemap.markup}`, {
		headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=30' },
	});
};
