import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/support';
import { namesOf } from '#domain/people';
import {
	allOrganisationsFor,
	clockKinds,
	clockSettings,
	previewClocks,
	setClocks,
	undoClocks,
} from '#domain/support/central';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { clocksForm, clocksOfForm, everywhereChoice, undoForm } from './clocks-form.ts';
import { showClocks, showPreview } from './show-clocks.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const settings = await clockSettings(ctx);
	const names = await namesOf(
		ctx,
		settings.flatMap(({ setBy }) => setBy ?? []),
	);
	const organisations = await allOrganisationsFor(ctx);
	const asked = Object.fromEntries(url.searchParams);
	return {
		asked,
		...('remind' in asked ? await previewOf(locals, asked) : {}),
		versions: showClocks(settings, names, locale),
		today: ctx.now.toISOString().slice(0, 10),
		kinds: [
			{ value: everywhereChoice, label: t('support.desk.all-kinds') },
			...clockKinds().map(({ kind, name }) => ({ value: kind, label: name })),
		],
		organisations: organisations.map(({ organisation: { id, name } }) => ({ value: id, label: name })),
		done: url.searchParams.get('done'),
	};
};

/** What the change in the address would do, or what is wrong with it. */
async function previewOf({ ctx, locale }: App.Locals, asked: Readonly<Record<string, string>>) {
	const read = clocksForm.safeParse(asked);
	if (!read.success) return { problem: t('support.settings.incomplete') };
	const outcome = await previewClocks(ctx, clocksOfForm(read.data, ctx.now));
	if (!outcome.ok) return { problem: t(`support.refusal.${outcome.reason}`) };
	return { preview: showPreview(read.data, outcome.value, locale) };
}

export const actions = {
	set: async ({ request, locals, params }) => {
		const form = await readForm(request, 'clocks', clocksForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) =>
			setClocks(ctx, clocksOfForm(form.input, ctx.now)),
		);
		if (!outcome.ok)
			return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`), outcome.field) });
		redirect(303, `/${params.lang}/desk/settings?done=set`);
	},
	undo: async ({ request, locals, params }) => {
		const form = await readForm(request, 'undo-clocks', undoForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const outcome = await once(locals.ctx, form.sent, (ctx) => undoClocks(ctx, form.input.version));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/settings?done=undone`);
	},
} satisfies Actions;
