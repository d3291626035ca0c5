import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { t } from '#messages/recognition';
import {
	applicationForm,
	applicationLimits,
	checks,
	discardDraft,
	labelFor,
	reviewable,
	sendApplication,
} from '#domain/recognition';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { answerAction } from '../../../cases/answer.ts';
import { projectIn } from '../address.ts';
import { problemTexts, saveSent } from './save.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const label = await labelFor(locals.ctx, projectIn(params));
	return {
		label,
		limits: applicationLimits,
		checks: checks.map((value) => ({ value, label: t(`recognition.check.${value}`) })),
		reviewable: reviewable.map((value) => ({ value, label: t(`recognition.about.${value}`) })),
		done: (['saved', 'sent'] as const).find((done) => url.searchParams.has(done)),
	};
};

/** Reads and saves the form; what was typed is kept whatever follows, with the version that stands now. */
async function write({ request, locals, params }: RequestEvent) {
	const form = await readForm(request, 'label-application', applicationForm);
	if (!form.ok) {
		const version = Number(form.reply.values['version']);
		return { failure: fail(400, { reply: form.reply, version, changes: [] }) };
	}
	const { saved, hindrance } = await saveSent(locals.ctx, projectIn(params), form.input, form.sent);
	if (saved) return { form, version: saved.version };
	const { message, version, changes } = hindrance;
	return { failure: fail(409, { reply: form.refusal(message), version, changes }) };
}

export const actions = {
	save: async (event) => {
		const written = await write(event);
		if ('failure' in written) return written.failure;
		redirect(303, `${event.url.pathname}?saved`);
	},
	send: async (event) => {
		const written = await write(event);
		if ('failure' in written) return written.failure;
		const { input, sent, refusal } = written.form;
		const { ctx } = event.locals;
		const project = projectIn(event.params);
		const step = { ...sent, form: `${sent.form}:send` };
		const outcome = await once(ctx, step, (inside) => sendApplication(inside, { project }));
		if (outcome.ok) redirect(303, `${event.url.pathname}?sent`);
		const reply = refusal(t(`recognition.refusal.${outcome.reason}`));
		const { state } = await labelFor(ctx, project);
		const errors =
			outcome.reason === 'incomplete'
				? problemTexts(input, state === 'none' ? 'draft' : state)
				: reply.errors;
		return fail(409, { reply: { ...reply, errors }, version: written.version, changes: [] });
	},
	discard: async ({ request, locals, params }) => {
		const form = await readForm(request, 'discard-draft', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply, version: 0, changes: [] });
		await once(locals.ctx, form.sent, (ctx) => discardDraft(ctx, { project: projectIn(params) }));
		redirect(303, `/${params.lang}/projects/${params.project}`);
	},
	answer: async (event) => {
		const failure = await answerAction(event);
		return fail(failure.status, { reply: failure.data.reply, version: 0, changes: [] });
	},
} satisfies Actions;
