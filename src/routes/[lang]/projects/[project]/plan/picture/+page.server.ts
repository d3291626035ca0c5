import { fail, redirect } from '@sveltejs/kit';
import { t as s } from '#messages/spaces';
import {
	describePicture,
	pictureDeskFor,
	pictureForm,
	projectPictureBytes,
	projectPicturePurpose,
	removePicture,
} from '#domain/projects';
import { fileRefusals } from '#platform/files';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatFileSize } from '#shared/format';
import { z } from 'zod';
import { projectIn } from '../../address.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const { id, ...desk } = await pictureDeskFor(ctx, projectIn(params));
	const refused = fileRefusals.find((reason) => reason === url.searchParams.get('refused'));
	return {
		desk,
		action: `/uploads/form/${projectPicturePurpose}/${id}`,
		most: formatFileSize(projectPictureBytes, locale),
		sent: url.searchParams.has('file'),
		told: url.searchParams.get('told'),
		reply: refused && {
			form: 'send-picture',
			values: {},
			errors: { file: s(`spaces.picture.refused.${refused}`) },
		},
	};
};

export const actions = {
	describe: async ({ request, locals, params }) => {
		const form = await readForm(request, 'describe-picture', pictureForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { project: projectIn(params), ...form.input };
		await once(locals.ctx, form.sent, (ctx) => describePicture(ctx, input));
		redirect(303, `/${params.lang}/projects/${params.project}/plan/picture?told=described`);
	},
	remove: async ({ request, locals, params }) => {
		const form = await readForm(request, 'remove-picture', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		await once(locals.ctx, form.sent, (ctx) => removePicture(ctx, { project: projectIn(params) }));
		redirect(303, `/${params.lang}/projects/${params.project}/plan/picture?told=removed`);
	},
} satisfies Actions;
