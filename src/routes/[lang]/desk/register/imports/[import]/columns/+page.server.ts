import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import {
	chooseColumns,
	chooseColumnsForm,
	columnsFor,
	listTitle,
	registersFor,
} from '#domain/schools/register';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { showRegisters } from '../../../show-registers.ts';
import { failureText } from '../show-import.ts';
import { askedMapping, blankMapping, showColumns } from './show-columns.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const view = await columnsFor(ctx, params.import, askedMapping(url.searchParams), blankMapping);
	const here = `/${locale}/desk/register/imports/${params.import}`;
	if (!view.import.ownColumns) redirect(303, here);
	return {
		shown: await showRegisters(ctx, await registersFor(ctx), locale, params.import),
		here,
		title: view.import.file_name ?? listTitle(view.import.profile_name),
		columns: showColumns(view, locale),
		failure: view.failure ? failureText(view.failure) : '',
	};
};

export const actions = {
	check: async ({ request, locals, params }) => {
		const form = await readForm(request, 'columns', chooseColumnsForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const input = { import: params.import, mapping: form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => chooseColumns(ctx, input));
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`)) });
		redirect(303, `/${params.lang}/desk/register/imports/${params.import}`);
	},
} satisfies Actions;
