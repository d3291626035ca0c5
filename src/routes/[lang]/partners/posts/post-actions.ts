/** What an author does with a post, on its page and in the list of the own ones. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { t } from '#messages/partners';
import { closePost, closePostForm, renewPost, renewPostForm } from '#domain/partner-finding';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';

/** Renews the post and shows the same page again. */
export async function renewAction({ request, locals, url }: RequestEvent) {
	const form = await readForm(request, 'renew-post', renewPostForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	const outcome = await once(locals.ctx, form.sent, (ctx) => renewPost(ctx, form.input));
	if (!outcome.ok) return fail(409, { reply: form.refusal(t(`partners.refusal.${outcome.reason}`)) });
	redirect(303, url.pathname);
}

/** Closes the post and leads to the author's list. */
export async function closeAction({ request, locals, params }: RequestEvent) {
	const form = await readForm(request, 'close-post', closePostForm);
	if (!form.ok) return fail(400, { reply: form.reply });
	await once(locals.ctx, form.sent, (ctx) => closePost(ctx, form.input));
	redirect(303, `/${params['lang']}/partners/posts`);
}
