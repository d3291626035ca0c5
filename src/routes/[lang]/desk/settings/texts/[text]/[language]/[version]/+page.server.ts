import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { comparedVersions, restoreText, versionsForDesk } from '#domain/texts';
import { NotFound } from '#platform/errors';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { wholeNumber } from '#shared/form-fields';
import { direction } from '#shared/locales';
import { refusalText, thatText, titleOf, versionName } from '../../../that-text.ts';
import type { Actions, PageServerLoad } from './$types';

const restoreForm = z.object({ base: wholeNumber(0, 999_999_999) });

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const that = thatText(params);
	const versions = await versionsForDesk(ctx, that);
	const number = numberOf(params.version);
	const version = versions.find((each) => each.number === number);
	if (!version) throw new NotFound('text-version');
	const others = versions.filter((each) => each.number !== number);
	// with what was there before it; the first with what holds now
	const usual = others.find((each) => each.number < number) ?? others[0];
	const other = others.find((each) => String(each.number) === url.searchParams.get('with')) ?? usual;
	return {
		title: versionName(version, locale),
		text: titleOf(that, locale),
		here: `/${locale}/desk/settings/texts/${that.text}/${that.locale}`,
		lang: that.locale,
		dir: direction(that.locale),
		body: version.body,
		base: String(versions[0]?.number ?? 0),
		holds: versions[0] === version,
		others: others.map((each) => ({ value: String(each.number), label: versionName(each, locale) })),
		other: other && { number: String(other.number), name: versionName(other, locale) },
		changes: other && comparedVersions(versions, number, other.number),
	};
};

function numberOf(version: string): number {
	if (!/^\d{1,9}$/.test(version)) throw new NotFound('text-version');
	return Number(version);
}

export const actions = {
	restore: async ({ request, locals, params }) => {
		const form = await readForm(request, 'restore-text', restoreForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const number = numberOf(params.version);
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			restoreText(ctx, { ...thatText(params), number, ...form.input }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(refusalText(outcome.reason)) });
		redirect(303, `/${params.lang}/desk/settings/texts/${params.text}/${params.language}?done=restored`);
	},
} satisfies Actions;
