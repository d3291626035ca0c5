import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { t } from '#messages/registers';
import {
	askToApply,
	askToUndo,
	deedForm,
	dropImport,
	importFor,
	listTitle,
	mostFileBytes,
	registerFilePurpose,
	registersFor,
} from '#domain/schools/register';
import { fileRefusals } from '#platform/files';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { FormReply } from '#shared/form';
import { formatFileSize } from '#shared/format';
import { beginnerOf, officerNames, showRegisters } from '../../show-registers.ts';
import { failureText, showDeeds, showReport } from './show-import.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const view = await importFor(ctx, params.import);
	const here = `/${locale}/desk/register/imports/${view.id}`;
	// the upload's door leads back here; the address then says no more than the page does
	if (url.searchParams.has('file')) redirect(303, view.stage === 'columns' ? `${here}/columns` : here);
	const name = await officerNames(ctx, [view.office_id, view.apply_office_id, view.undo_office_id]);
	const refused = fileRefusals.find((reason) => reason === url.searchParams.get('refused'));
	const names = {
		begun: beginnerOf(view, name),
		applied: name(view.apply_office_id),
		undone: name(view.undo_office_id),
	};
	return {
		shown: await showRegisters(ctx, await registersFor(ctx), locale, view.id),
		here,
		id: view.id,
		title: view.file_name ?? listTitle(view.profile_name),
		stage: view.stage,
		stageText: t(`registers.stage.${view.stage}`),
		ownColumns: view.ownColumns,
		newest: view.newest,
		deeds: showDeeds(view, names, locale),
		report: view.report && showReport(view.report, locale),
		seen: view.seen,
		failure: view.failed_at ? failureText(view.failure) : '',
		done: t('registers.progress', { rows: view.done }),
		upload: { action: `/uploads/form/${registerFilePurpose}/${view.id}`, purpose: registerFilePurpose },
		most: formatFileSize(mostFileBytes, locale),
		uploadReply: refused && {
			form: 'send-register',
			values: {},
			errors: { file: t(`registers.upload.refused.${refused}`) },
		},
	};
};

type Deed = typeof askToApply;
type Answer = Promise<ActionFailure<{ reply: FormReply }>>;

async function carryOut(
	{ request, locals, params }: RequestEvent,
	name: string,
	deed: Deed,
	on: string,
): Answer {
	const form = await readForm(request, name, deedForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const outcome = await once(locals.ctx, form.sent, (ctx) =>
		deed(ctx, { import: params.import, seen: form.input.seen }),
	);
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`registers.refusal.${outcome.reason}`)) });
	redirect(303, `/${params.lang}/desk/register${on}`);
}

export const actions = {
	apply: (event) => carryOut(event, 'apply-import', askToApply, `/imports/${event.params.import}`),
	undo: (event) => carryOut(event, 'undo-import', askToUndo, `/imports/${event.params.import}`),
	drop: (event) => carryOut(event, 'drop-import', dropImport, '?dropped'),
} satisfies Actions;
