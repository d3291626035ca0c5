import { fail, redirect } from '@sveltejs/kit';
import { addressOf } from '#domain/projects';
import { demandRight, tagsOf } from '#domain/spaces';
import { pageAsHtml, pageFor } from '#domain/spaces/pages';
import {
	fitToShow,
	notOursToShow,
	picturesNotPublic,
	publicationsFor,
	publishForm,
	publishPage,
	showableIn,
	twinSpaceFor,
	unfitIn,
	withdrawPage,
} from '#domain/twinspaces';
import { t } from '#messages/twinspaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { formatDate } from '#shared/format';
import { picturesIn } from '#shared/rich-text/content';
import { enterTwinSpace } from '../../../enter.ts';
import { aroundWith } from '../../around.ts';
import { unguardedOn } from '../pictures-of-page.ts';
import { unfitInWords } from './unfit-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space, project } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	demandRight(ctx, space, 'pages.publish', page);
	const fit = await fitToShow(ctx, space.id, page.content);
	const materials = [...fit.values()].map(({ file }) => file);
	const files = [...picturesIn(page.content), ...materials];
	const tags = await tagsOf(ctx, space, files);
	const showable = await showableIn(ctx, space.id);
	const others = await notOursToShow(ctx, space, { pupils: showable, files });
	const published = (await publicationsFor(ctx, space, [page.id])).get(page.id);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: page.title,
		lang: page.locale,
		version: page.version,
		written: page.written,
		pupils: showable.flatMap(({ id, alias }) => (others.has(id) ? [] : [{ value: id, label: alias }])),
		html: pageAsHtml(
			page,
			aroundWith(event.locals, page.content, fit, await picturesNotPublic(ctx, page.content)),
		),
		tagged: [...tags.values()].flat(),
		unguarded: await unguardedOn(ctx, space, page.content),
		project: { id: project.id, title: project.title, lang: project.locale, countries: twinSpace.countries },
		unfit: unfitInWords(await unfitIn(ctx, space, page), page),
		published: published && {
			isThis: published.version === page.version,
			since: t('twinspaces.publish.since', { date: formatDate(published.publishedAt, locale, 'UTC') }),
			href: `/${locale}/projects/${project.address}/pages/${addressOf(page.title, page.shortId)}`,
		},
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	publish: async ({ request, locals, params }) => {
		const form = await readForm(request, 'publish-page', publishForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const version = { space: space.id, page: params.page, ...form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => publishPage(ctx, version));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`twinspaces.refusal.${outcome.reason}`)) });
		redirect(
			303,
			`/${params.lang}/projects/${project.address}/twinspace/pages/${params.page}/public?told=published`,
		);
	},
	withdraw: async ({ request, locals, params }) => {
		const form = await readForm(request, 'withdraw-page', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const at = { space: space.id, page: params.page };
		const outcome = await once(locals.ctx, form.sent, (ctx) => withdrawPage(ctx, at));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`twinspaces.refusal.${outcome.reason}`)) });
		redirect(
			303,
			`/${params.lang}/projects/${project.address}/twinspace/pages/${params.page}/public?told=withdrawn`,
		);
	},
} satisfies Actions;
