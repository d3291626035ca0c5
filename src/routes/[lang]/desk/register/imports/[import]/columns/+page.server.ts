import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import {
	chooseColumns,
	chooseColumnsForm,
	columnsFor,
	importFor,
	listTitle,
	mappingForm,
	registersFor,
	type Mapping,
} from '#domain/schools/register';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { showRegisters } from '../../../show-registers.ts';
import { failureText } from '../show-import.ts';
import { showColumns } from './show-columns.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params, request } = event;
	const { ctx, locale } = locals;
	const found = await importFor(ctx, params.import);
	const here = `/${locale}/desk/register/imports/${params.import}`;
	if (!found.ownColumns) redirect(303, here);
	return {
		shown: await showRegisters(ctx, await registersFor(ctx), locale, params.import),
		here,
		title: found.file_name ?? listTitle(found.profile_name),
		// the answer to a form brings its own: the file is looked at once
		read: request.method === 'POST' ? undefined : await readAs(event, undefined),
	};
};

/**
 * The columns of the file, read as was chosen; undefined: as the last edition was, or as one would guess. Of a form that
 * was refused every field stays.
 */
async function readAs(
	{ locals, params }: Pick<RequestEvent, 'locals' | 'params'>,
	chosen: Mapping | undefined,
	refused: object = {},
) {
	const view = await columnsFor(locals.ctx, params.import, chosen);
	const failure = view.failure ? failureText(view.failure) : '';
	return { columns: showColumns(view, locals.locale, Object.keys(refused)), failure };
}

export const actions = {
	try: async (event) => {
		const form = await readForm(event.request, 'columns', mappingForm);
		if (!form.ok) return fail(400, { reply: form.reply, read: await readAs(event, undefined) });
		return { reply: undefined, read: await readAs(event, form.input) };
	},
	check: async (event) => {
		const { request, locals, params } = event;
		const form = await readForm(request, 'columns', chooseColumnsForm);
		if (!form.ok) {
			const typed = mappingForm.safeParse(form.reply.values);
			return fail(400, { reply: form.reply, read: await readAs(event, typed.data, form.reply.values) });
		}
		const input = { import: params.import, mapping: form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => chooseColumns(ctx, input));
		if (!outcome.ok) {
			const reply = form.refusal(t(`registers.refusal.${outcome.reason}`));
			return fail(409, { reply, read: await readAs(event, form.input, reply.values) });
		}
		redirect(303, `/${params.lang}/desk/register/imports/${params.import}`);
	},
} satisfies Actions;
