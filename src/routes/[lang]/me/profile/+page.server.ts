import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/people';
import {
	changeProfile,
	missingIn,
	ownProfile,
	previewOfChange,
	photoBytes,
	photoPurpose,
	profileFields,
	profileFor,
	profileForm,
	profileOfForm,
	removePhoto,
} from '#domain/people';
import { fileRefusals } from '#platform/files';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { formatFileSize, formatList } from '#shared/format';
import { showPerson } from '../../people/show-person.ts';
import { choicesOf } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const profile = await ownProfile(ctx);
	const page = `/${locale}/people/${profile.person}`;
	const refused = fileRefusals.find((reason) => reason === url.searchParams.get('refused'));
	return {
		profile,
		choices: choicesOf(locale),
		fields: profileFields.map((value) => ({ value, label: t(`people.profile.field.${value}`) })),
		shown: profileFields.filter((field) => !profile.hidden.includes(field)),
		missing: formatList(
			missingIn(profile).map((part) => t(`people.profile.missing.${part}`)),
			locale,
		),
		saved: url.searchParams.has('saved'),
		photoTold: url.searchParams.has('file') ? 'saved' : url.searchParams.get('photo'),
		page,
		preview: await showPerson(ctx, await profileFor(ctx, profile.person), locale),
		photo: ctx.actor.kind === 'teacher' && {
			action: `/uploads/form/${photoPurpose}/${profile.person}`,
			most: formatFileSize(photoBytes, locale),
			reply: refused && {
				form: 'send-photo',
				values: {},
				errors: { file: t(`people.photo.refused.${refused}`) },
			},
		},
	};
};

export const actions = {
	save: async ({ request, locals, params }) => {
		const form = await readForm(request, 'profile', profileForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => changeProfile(ctx, profileOfForm(form.input)));
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/me/profile?saved`);
	},
	preview: async ({ request, locals }) => {
		const { ctx, locale } = locals;
		const form = await readForm(request, 'profile', profileForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await previewOfChange(ctx, profileOfForm(form.input));
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`people.refusal.${outcome.reason}`), outcome.field) });
		return { reply: form.asTyped, tried: await showPerson(ctx, outcome.value, locale) };
	},
	'remove-photo': async ({ request, locals, params }) => {
		await readForm(request, 'remove-photo', z.object({}));
		await removePhoto(locals.ctx);
		redirect(303, `/${params.lang}/me/profile?photo=removed`);
	},
} satisfies Actions;
