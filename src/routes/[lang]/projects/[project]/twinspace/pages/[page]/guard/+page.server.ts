import { fail, redirect } from '@sveltejs/kit';
import { pageFor, tagPicture } from '#domain/spaces/pages';
import { demandRight, tagForm } from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { id } from '#shared/form-fields';
import { enterTwinSpace } from '../../../enter.ts';
import { addressOfPage } from '../page-deed.ts';
import { guardsOn } from '../pictures-of-page.ts';
import type { Actions, PageServerLoad } from './$types';

const pictureForm = tagForm.extend({ file: id() });

export const load: PageServerLoad = async (event) => {
	const { ctx } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const page = await pageFor(ctx, space, event.params.page);
	demandRight(ctx, space, 'materials.moderate-pupils');
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: page.title,
		pictures: await guardsOn(ctx, space, page.content),
		told: event.url.searchParams.get('told'),
	};
};

export const actions = {
	tag: async ({ request, locals, params }) => {
		const form = await readForm(request, 'tag-picture', pictureForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, project } = await twinSpaceFor(locals.ctx, params.project);
		const { file, pupils } = form.input;
		const at = { space: space.id, page: params.page, file };
		const outcome = await once(locals.ctx, form.sent, (ctx) => tagPicture(ctx, at, pupils));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`spaces.guard.${outcome.reason}`), outcome.field) });
		redirect(303, `${addressOfPage(params, project.address)}/guard?told=${file}#picture-${file}`);
	},
} satisfies Actions;
