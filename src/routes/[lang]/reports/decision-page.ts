/** What became of somebody's own post, and the appeal: the same page for grown-ups and for pupils, each in its frame. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { appealAsAuthor, appealForm, decisionFor, limits } from '#domain/safety';
import { t } from '#messages/safety';
import { once } from '#platform/forms';
import { refusedTooOften } from '#platform/limits';
import { readForm } from '#platform/sent-form';
import { statementInWords } from './safety-in-words.ts';

type OfMatter = RequestEvent<{ matter: string; lang: string }>;

export async function loadDecision({ locals, params }: Pick<OfMatter, 'locals' | 'params'>) {
	const decision = await decisionFor(locals.ctx, params.matter);
	return {
		evidence: decision.evidence,
		statement: statementInWords(decision, locals.locale),
		most: limits.words,
	};
}

/** Appeals, and shows the same page again. */
export async function appealAction({ request, locals, params, url }: OfMatter) {
	const form = await readForm(request, 'appeal', appealForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const appeal = { matter: params.matter, words: form.input.words };
	const outcome = await once(locals.ctx, form.sent, (ctx) => appealAsAuthor(ctx, appeal)).catch(
		refusedTooOften,
	);
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`safety.refusal.${outcome.reason}`)) });
	redirect(303, url.pathname);
}
