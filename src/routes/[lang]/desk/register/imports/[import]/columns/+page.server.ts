import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/registers';
import {
	chooseColumns,
	chooseColumnsForm,
	columnsFor,
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
	const { locals, params } = event;
	const { ctx, locale } = locals;
	const { view, ...read } = await readAs(event, undefined);
	const here = `/${locale}/desk/register/imports/${params.import}`;
	if (!view.import.ownColumns) redirect(303, here);
	return {
		shown: await showRegisters(ctx, await registersFor(ctx), locale, params.import),
		here,
		title: view.import.file_name ?? listTitle(view.import.profile_name),
		read,
	};
};

/** The columns of the file, read as was chosen; undefined: as the last edition was, or as one would guess. */
async function readAs(
	{ locals, params }: Pick<RequestEvent, 'locals' | 'params'>,
	chosen: Mapping | undefined,
	kept: readonly string[] = [],
) {
	const view = await columnsFor(locals.ctx, params.import, chosen, mappingForm.parse({}));
	const failure = view.failure ? failureText(view.failure) : '';
	return { view, columns: showColumns(view, locals.locale, kept), failure };
}

/** The same for the answer to a form; of one that was refused every field stays. */
async function tried(event: RequestEvent, chosen: Mapping | undefined, refused: object = {}) {
	const { columns, failure } = await readAs(event, chosen, Object.keys(refused));
	return { columns, failure };
}

export const actions = {
	try: async (event) => {
		const form = await readForm(event.request, 'columns', mappingForm);
		if (!form.ok) return fail(400, { reply: form.reply, read: await tried(event, undefined) });
		return { reply: undefined, read: await tried(event, form.input) };
	},
	check: async (event) => {
		const { request, locals, params } = event;
		const form = await readForm(request, 'columns', chooseColumnsForm);
		if (!form.ok) {
			const typed = mappingForm.safeParse(form.reply.values);
			return fail(400, { reply: form.reply, read: await tried(event, typed.data, form.reply.values) });
		}
		const input = { import: params.import, mapping: form.input };
		const outcome = await once(locals.ctx, form.sent, (ctx) => chooseColumns(ctx, input));
		if (!outcome.ok) {
			const reply = form.refusal(t(`registers.refusal.${outcome.reason}`));
			return fail(409, { reply, read: await tried(event, form.input, reply.values) });
		}
		redirect(303, `/${params.lang}/desk/register/imports/${params.import}`);
	},
} satisfies Actions;
