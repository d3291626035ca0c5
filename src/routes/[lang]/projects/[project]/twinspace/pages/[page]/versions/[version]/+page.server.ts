import { fail, redirect } from '@sveltejs/kit';
import { compareContent, pageFor, restoreVersion, versionAsHtml, versionFor } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';
import { enterTwinSpace } from '../../../../enter.ts';
import { aroundFor } from '../../../around.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const number = Number(event.params.version);
	const version = await versionFor(ctx, twinSpace.space, page.id, number);
	const other = otherVersion(event.url.searchParams.get('with'), number, page.version);
	const against = other === undefined ? undefined : await versionFor(ctx, twinSpace.space, page.id, other);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: version.title,
		number,
		lang: version.locale,
		label: t('spaces.version.label', { version: number }),
		html: versionAsHtml(
			`${page.id} ${number === page.version ? page.written : ''}`,
			number,
			version.content,
			await aroundFor(event.locals, twinSpace.space, version.content),
		),
		others: Array.from({ length: page.version }, (_, place) => place + 1).filter((each) => each !== number),
		other,
		changes: against && compareContent(against.content, version.content),
		isNewest: number === page.version,
	};
};

/** The version to compare with: the one that was asked for, else the one before. */
function otherVersion(asked: string | null, number: number, newest: number): number | undefined {
	const other = asked === null ? number - 1 : Number(asked);
	return Number.isSafeInteger(other) && other >= 1 && other <= newest && other !== number ? other : undefined;
}

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
