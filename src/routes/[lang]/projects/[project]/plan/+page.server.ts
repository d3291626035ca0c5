import { fail, redirect } from '@sveltejs/kit';
import { t } from '#messages/projects';
import {
	inviteCofounder,
	planFor,
	planForm,
	sendAgain,
	type PlanInput,
	type SendingRefusal,
} from '#domain/projects';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import type { Result } from '#platform/result';
import { readForm } from '#platform/sent-form';
import { projectIn } from '../address.ts';
import { planChoices } from './choices.ts';
import { problemTexts, saveSent } from './save.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx } = locals;
	const desk = await planFor(ctx, projectIn(params));
	const choices = await planChoices(ctx, desk);
	const footnotes = [...new Set(choices.countries.flatMap(({ footnote }) => footnote ?? []))];
	return { desk, choices, footnotes, saved: url.searchParams.has('saved') };
};

export const actions = {
	save: async (event) => {
		const written = await write(event);
		if ('failure' in written) return written.failure;
		redirect(303, `${event.url.pathname}?saved`);
	},
	send: (event) => writeAndSend(event, (ctx, project) => inviteCofounder(ctx, { project })),
	again: (event) => writeAndSend(event, (ctx, project, { note }) => sendAgain(ctx, { project, note })),
} satisfies Actions;

/** Reads and saves the form; what was typed is kept whatever follows, with the version that stands now. */
async function write({ request, locals, params }: RequestEvent) {
	const form = await readForm(request, 'project-plan', planForm);
	if (!form.ok) {
		const version = Number(form.reply.values['version']);
		return { failure: fail(400, { reply: form.reply, version, changes: [] }) };
	}
	const { saved, hindrance } = await saveSent(locals.ctx, projectIn(params), form.input, form.sent);
	if (saved) return { form, version: saved.version };
	const { message, field, version, changes, errors } = hindrance;
	const reply = form.refusal(message, field);
	const shown = { reply: { ...reply, errors: errors ?? reply.errors }, version, changes: [...changes] };
	return { failure: fail(409, shown) };
}

type Send = (ctx: Context, project: string, input: PlanInput) => Promise<Result<unknown, SendingRefusal>>;

async function writeAndSend(event: RequestEvent, send: Send) {
	const written = await write(event);
	if ('failure' in written) return written.failure;
	const { input, sent, refusal } = written.form;
	const step = { ...sent, form: `${sent.form}:send` };
	const outcome = await once(event.locals.ctx, step, (ctx) => send(ctx, projectIn(event.params), input));
	if (outcome.ok) redirect(303, event.url.pathname.replace(/plan$/, 'status'));
	const reply = refusal(t(`projects.refusal.${outcome.reason}`), outcome.field);
	const errors = outcome.reason === 'incomplete' ? problemTexts(input) : reply.errors;
	return fail(409, { reply: { ...reply, errors }, version: written.version, changes: [] });
}
