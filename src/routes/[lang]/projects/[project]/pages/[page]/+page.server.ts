import { redirect } from '@sveltejs/kit';
import { versionAsHtml } from '#domain/spaces/pages';
import { picturesNotPublic, publicMaterials, publicPageFor } from '#domain/twinspaces';
import { publicAddress } from '#platform/addresses';
import { defaultLocale, isLocale, locales } from '#shared/locales';
import { beginningOf } from '#shared/rich-text/content';
import { aroundWith } from '../../twinspace/pages/around.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
	const page = await publicPageFor(locals.ctx, params.project, params.page);
	const { project } = page;
	if (params.project !== project.address || params.page !== page.address) {
		redirect(307, `/${params.lang}/projects/${project.address}/pages/${page.address}${url.search}`);
	}
	// withdrawn, a page is gone everywhere within a minute
	if (locals.ctx.actor.kind === 'visitor')
		setHeaders({ 'cache-control': 'public, max-age=30', vary: 'cookie' });
	const path = `/projects/${project.address}/pages/${page.address}`;
	const away = await picturesNotPublic(locals.ctx, page.content);
	const picture = page.content.content
		.filter((block) => block.type === 'picture')
		.find(({ attrs }) => !away.has(attrs.file))?.attrs;
	return {
		report: `/${params.lang}/reports/about/public-page/${page.id}`,
		title: page.title,
		lang: page.locale,
		html: versionAsHtml(
			page.id,
			page.version,
			page.content,
			aroundWith(locals, page.content, await publicMaterials(locals.ctx, page), away),
		),
		description: beginningOf(page.content, 200),
		project: { id: project.id, title: project.title, lang: project.locale, countries: project.countries },
		projectHref: `/${params.lang}/projects/${project.address}`,
		canonical: publicAddress(`/${isLocale(page.locale) ? page.locale : defaultLocale}${path}`),
		alternates: locales.map((locale) => ({ locale, href: publicAddress(`/${locale}${path}`) })),
		cover: publicAddress(`/${params.lang}${path}/cover.png`),
		picture: picture && {
			href: publicAddress(`/files/${picture.file}/large`),
			alternative: picture.alternative,
		},
	};
};
