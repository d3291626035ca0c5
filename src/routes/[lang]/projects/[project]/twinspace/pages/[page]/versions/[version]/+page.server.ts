import { fail, redirect } from '@sveltejs/kit';
import { pageFor, restoreVersion, versionAsHtml, versionFor } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { enterTwinSpace } from '../../../../enter.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const number = Number(event.params.version);
	const version = await versionFor(ctx, twinSpace.space, page.id, number);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: version.title,
		lang: version.locale,
		label: t('spaces.version.label', { version: number }),
		html: versionAsHtml(page.id, number, version.content),
		isNewest: number === page.version,
	};
};

export const actions = {
	restore: async ({ request, locals, params }) => {
		const form = await readForm(request, 'restore-version', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const at = { space: space.id, page: params.page, version: Number(params.version) };
		const outcome = await once(locals.ctx, form.sent, (ctx) => restoreVersion(ctx, at));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages/${params.page}?told=saved`);
	},
} satisfies Actions;
