/** What members do in the forum, for grown-ups and pupils alike. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
	beginThread,
	bringBackForm,
	bringDiscussionBack,
	discussionForm,
	markRead,
	openDiscussion,
	removeDiscussion,
	replyInThread,
	steerForm,
	steerThread,
	threadForm,
} from '#domain/spaces/forum';
import { wordsForm } from '#domain/spaces/updates';
import { twinSpaceFor } from '#domain/twinspaces';
import { t } from '#messages/forum';
import { t as s } from '#messages/spaces';
import { once } from '#platform/forms';
import { readForm } from '#platform/sent-form';
import { z } from 'zod';

type HomeOf = (lang: string, address: string) => string;

async function at({ locals, params }: RequestEvent, homeOf: HomeOf) {
	const { lang = '', project: address = '' } = params;
	const { space, project } = await twinSpaceFor(locals.ctx, address);
	return { space: space.id, home: `${homeOf(lang, project.address)}/forum` };
}

/** Opens a discussion. */
export function open(homeOf: HomeOf) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request, 'open-discussion', discussionForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, home } = await at(event, homeOf);
		const { title, language: locale } = form.input;
		const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
			openDiscussion(ctx, { space, title, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(t(`forum.refusal.${outcome.reason}`)) });
		redirect(303, `${home}/${outcome.value.discussion}`);
	};
}

/** Begins a thread in the discussion of the address. */
export function begin(homeOf: HomeOf) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request, 'begin-thread', threadForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, home } = await at(event, homeOf);
		const { title, words, language: locale } = form.input;
		const discussion = event.params['discussion'] ?? '';
		const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
			beginThread(ctx, { space, discussion, title, words, locale }),
		);
		if (!outcome.ok) return fail(409, { reply: form.refusal(s(`spaces.refusal.${outcome.reason}`)) });
		redirect(303, `${home}/threads/${outcome.value.thread}`);
	};
}

/** Takes the discussion of the address away. */
export function remove(homeOf: HomeOf) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request, 'remove-discussion', z.object({}));
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, home } = await at(event, homeOf);
		const discussion = event.params['discussion'] ?? '';
		await once(event.locals.ctx, form.sent, (ctx) => removeDiscussion(ctx, { space, discussion }));
		redirect(303, `${home}#removed`);
	};
}

/** Brings a discussion back that was taken away. */
export function bringBack(homeOf: HomeOf) {
	return async (event: RequestEvent) => {
		const form = await readForm(event.request, 'bring-discussion-back', bringBackForm);
		if (!form.ok) return fail(400, { reply: form.reply });
		const { space, home } = await at(event, homeOf);
		const { discussion } = form.input;
		await once(event.locals.ctx, form.sent, (ctx) => bringDiscussionBack(ctx, { space, discussion }));
		redirect(303, `${home}/${discussion}`);
	};
}

/** In one thread: reply, mark as read, steer. */
export function inThread(homeOf: HomeOf) {
	const here = async (event: RequestEvent) => {
		const { space, home } = await at(event, homeOf);
		const thread = event.params['thread'] ?? '';
		return { thread: { space, thread }, place: `${home}/threads/${thread}` };
	};
	return {
		reply: async (event: RequestEvent) => {
			const form = await readForm(event.request, 'reply', wordsForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { thread, place } = await here(event);
			const { words, language: locale } = form.input;
			const outcome = await once(event.locals.ctx, form.sent, (ctx) =>
				replyInThread(ctx, { ...thread, words, locale }),
			);
			if (!outcome.ok) {
				const { reason } = outcome;
				const why = reason === 'locked' ? t('forum.refusal.locked') : s(`spaces.refusal.${reason}`);
				return fail(409, { reply: form.refusal(why) });
			}
			redirect(303, `${place}#post-${outcome.value.post}`);
		},
		read: async (event: RequestEvent) => {
			const form = await readForm(event.request, 'mark-read', z.object({}));
			if (!form.ok) return fail(400, { reply: form.reply });
			const { thread, place } = await here(event);
			await once(event.locals.ctx, form.sent, (ctx) => markRead(ctx, thread));
			redirect(303, place);
		},
		steer: async (event: RequestEvent) => {
			const form = await readForm(event.request, 'steer-thread', steerForm);
			if (!form.ok) return fail(400, { reply: form.reply });
			const { thread, place } = await here(event);
			await once(event.locals.ctx, form.sent, (ctx) => steerThread(ctx, { ...thread, ...form.input }));
			redirect(303, place);
		},
	};
}
