import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/partners';
import { longestPost, usualRun, writePost, writePostForm } from '#domain/partner-finding';
import { ownProfile } from '#domain/people';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { postChoices } from '../../post-choices.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { ctx, locale } = locals;
	const profile = await ownProfile(ctx);
	const choices = await postChoices(ctx);
	return {
		choices,
		longest: longestPost,
		/** What the profile says already is not asked again. */
		start: {
			wordsLanguage: choices.languages.some(({ value }) => value === locale) ? locale : 'en',
			languages: profile.languages.map(({ language }) => language).slice(0, longestPost.languages),
			subjects: profile.subjects.slice(0, longestPost.subjects),
			agesFrom: profile.agesFrom,
			agesTo: profile.agesTo,
			days: String(usualRun),
		},
		footnotes: [...new Set(choices.countries.flatMap(({ footnote }) => footnote ?? []))],
	};
};

export const actions = {
	post: async ({ request, locals, params }) => {
		const form = await readForm(request, 'write-post', writePostForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { kind, title, words, languages, subjects, days, ...input } = form.input;
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writePost(ctx, {
				...{ kind, title, words, languages, subjects, days },
				locale: input['words-language'],
				agesFrom: input['ages-from'],
				agesTo: input['ages-to'],
				countriesWanted: input.countries,
				partnersWanted: input.partners,
				pupils: input.pupils,
				startsIn: input.starts,
				lastsMonths: input.months,
			}),
		);
		if (!outcome.ok) {
			return fail(409, { reply: form.refusal(t(`partners.refusal.${outcome.reason}`), outcome.field) });
		}
		redirect(303, `/${params.lang}/partners/posts/${outcome.value.post}`);
	},
} satisfies Actions;
