/** What the form of a page does: change its blocks without saving, and save; the same for teachers and for pupils who help. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { editPageForm, problemsOf, savePage, takeStep } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import type { PageParams } from '../page-deed.ts';
import { asSent, asTyped, problemsInWords } from './edited.ts';

/** Changes the blocks of the form and shows it again. */
export async function stepInForm({ request }: RequestEvent) {
	const form = await readForm(request, 'edit-page', editPageForm);
	if (!form.ok) return fail(400, { reply: form.reply, edited: asTyped(form.reply.values) });
	const edited = asSent(form.input);
	return { reply: undefined, edited: { ...edited, ...takeStep(edited.blocks, form.input.step) } };
}

/** Saves and leads on, or shows the form again: with what is to be mended, or with both texts where somebody else wrote too. */
export async function saveForm(
	{ request, locals, params, url }: RequestEvent<PageParams>,
	leadTo: (projectAddress: string) => string,
) {
	const form = await readForm(request, 'edit-page', editPageForm);
	if (!form.ok) return fail(400, { reply: form.reply, edited: asTyped(form.reply.values) });
	const edited = asSent(form.input);
	const problems = problemsInWords(edited, problemsOf(edited.blocks));
	if (problems) return fail(400, { reply: { form: 'edit-page', ...problems }, edited });
	const { space, project } = await twinSpaceFor(locals.ctx, params.project);
	const { title, language: locale, basedOn, blocks } = edited;
	const input = { space: space.id, page: params.page, title, locale, basedOn, blocks };
	const outcome = await once(locals.ctx, form.sent, (ctx) => savePage(ctx, input));
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`spaces.refusal.${outcome.reason}`)), edited });
	const twice = outcome.value.twice.map(({ theirs, mine }) => `${theirs}.${mine}`);
	if (twice.length > 0) redirect(303, `${url.pathname}?twice=${twice.join()}`);
	redirect(303, leadTo(project.address));
}
