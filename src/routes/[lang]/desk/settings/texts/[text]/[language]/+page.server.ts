import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/texts';
import { drawnText, mostLetters, pageOfText, versionsForDesk, writeText } from '#domain/texts';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { text, wholeNumber } from '#shared/form-fields';
import { formatList } from '#shared/format';
import { textIcons, textInserts } from '#shared/house-text';
import { direction } from '#shared/locales';
import { centralNames } from '../../../show-versions.ts';
import { refusalText, thatText, titleOf, versionName } from '../../that-text.ts';
import type { Actions, PageServerLoad } from './$types';

const textForm = z.object({ body: text(mostLetters), base: wholeNumber(0, 999_999_999) });

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const that = thatText(params);
	const [versions, names] = [await versionsForDesk(ctx, that), await centralNames(ctx)];
	return {
		title: titleOf(that, locale),
		lang: that.locale,
		dir: direction(that.locale),
		isForPupils: that.text.endsWith('-pupils'),
		readAt: `/${that.locale}/${pageOfText[that.text]}`,
		here: `/${locale}/desk/settings/texts/${that.text}/${that.locale}`,
		body: versions[0]?.body ?? '',
		base: String(versions[0]?.number ?? 0),
		most: mostLetters,
		icons: formatList([...textIcons], locale),
		inserts: formatList(
			textInserts.map((each) => `{${each}}`),
			locale,
		),
		versions: versions.map((version, place) => ({
			id: String(version.number),
			name: versionName(version, locale),
			by: version.by ? names.get(version.by) || t('texts.desk.nobody') : '–',
			holds: place === 0,
			isShipped: version.isShipped,
		})),
		done: url.searchParams.get('done'),
	};
};

export const actions = {
	look: async ({ request, params }) => {
		const form = await readForm(request, 'text', textForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = drawnText(form.input.body, thatText(params).locale);
		if (!outcome.ok) return fail(409, { reply: form.refusal(refusalText(outcome.reason), outcome.field) });
		const values = { body: form.input.body, base: String(form.input.base) };
		return { looked: outcome.value, reply: { form: 'text', values, errors: {} } };
	},
	write: async ({ request, locals, params }) => {
		const form = await readForm(request, 'text', textForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			writeText(ctx, { ...thatText(params), ...form.input }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(refusalText(outcome.reason), outcome.field) });
		redirect(303, `/${params.lang}/desk/settings/texts/${params.text}/${params.language}?done=written`);
	},
} satisfies Actions;
