/** The action behind AnswerQuestion: any page with a chain names it among its own actions. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { t } from '#messages/support';
import { answerForm, answerQuestion } from '#domain/support';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';

/** Answers the question and shows the same page again. */
export async function answerAction({ request, locals, url }: RequestEvent) {
	const form = await readForm(request, 'answer-question', answerForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const outcome = await once(locals.ctx, form.sent, (ctx) => answerQuestion(ctx, form.input));
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`support.answer.refusal.${outcome.reason}`)) });
	redirect(303, url.pathname);
}
