import { fail, redirect } from '@sveltejs/kit';
import { pagesFor, takeOutForm, takeOutOfBin } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { enterTwinSpace } from '../../enter.ts';
import { pageInWords } from '../pages-in-words.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const pages = await pagesFor(ctx, twinSpace.space, 'bin');
	return { frame, home, pages: pages.map((page) => pageInWords(page, false, ctx)) };
};

export const actions = {
	'take-out': async ({ request, locals, params }) => {
		const form = await readForm(request, 'take-out', takeOutForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		await once(locals.ctx, form.sent, (ctx) => takeOutOfBin(ctx, { space: space.id, ...form.input }));
		redirect(303, `/${params.lang}/projects/${project.address}/twinspace/pages/${form.input.page}`);
	},
} satisfies Actions;
