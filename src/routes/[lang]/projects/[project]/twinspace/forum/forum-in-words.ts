/** Discussions and threads as pages show them. */
import { rightsIn } from '#domain/spaces';
import {
	discussionFor,
	discussionsFor,
	forumLimits,
	removedDiscussionsFor,
	talkFor,
	type Thread,
} from '#domain/spaces/forum';
import { postLimits } from '#domain/spaces/updates';
import type { TwinSpace } from '#domain/twinspaces';
import { t } from '#messages/forum';
import { formatRelative } from '#shared/format';
import { languageChoices } from '../../../../choices.ts';
import { nameOf, threadsInWords, type LeadTo } from '../posts-in-words.ts';

type At = Pick<TwinSpace, 'space'> & { readonly home: string };

/** All discussions of the space. */
export async function loadForum({ ctx, locale }: App.Locals, { space, home }: At) {
	const discussions = await discussionsFor(ctx, space);
	const removed = await removedDiscussionsFor(ctx, space);
	return {
		home,
		discussions: discussions.map(({ id, title, locale: lang, lastAt, isUnread }) => ({
			id,
			title,
			lang,
			isUnread,
			href: `${home}/forum/${id}`,
			last: lastAt ? t('forum.last', { when: formatRelative(lastAt, ctx.now, locale) }) : t('forum.quiet'),
		})),
		removed: removed.map(({ id, title, locale: lang, threads, removedAt, removedBy }) => ({
			id,
			title,
			lang,
			what: t('forum.removed.what', { threads }),
			who: t('forum.removed.who', {
				name: nameOf(removedBy),
				when: formatRelative(removedAt, ctx.now, locale),
			}),
		})),
		mayOpen: rightsIn(space).has('forum.open'),
		languages: languageChoices(locale),
		most: forumLimits.title,
	};
}

/** One discussion with its threads. */
export async function loadDiscussion({ ctx, locale }: App.Locals, { space, home }: At, id: string) {
	const { discussion, threads, mayRemove } = await discussionFor(ctx, space, id);
	return {
		home,
		discussion: { title: discussion.title, lang: discussion.locale },
		threads: threads.map((thread) => threadInWords(thread, home, { ctx, locale })),
		mayRemove,
		removal: t('forum.remove.question', { threads: threads.length }),
		mayBegin: rightsIn(space).has('forum.begin'),
		languages: languageChoices(locale),
		most: { title: forumLimits.title, words: postLimits.words },
	};
}

/** One thread with its posts. */
export async function loadThread(locals: App.Locals, { space, home }: At, id: string, leadTo?: LeadTo) {
	const { ctx, locale } = locals;
	const { thread, posts } = await talkFor(ctx, space, id);
	const rights = rightsIn(space);
	return {
		home,
		thread: threadInWords(thread, home, locals),
		discussion: {
			title: thread.discussion.title,
			lang: thread.discussion.locale,
			href: `${home}/forum/${thread.discussion.id}`,
		},
		threads: threadsInWords(
			posts.map((post) => ({ ...post, answers: [] })),
			ctx,
			leadTo,
		),
		mayReply: rights.has('forum.reply') && !thread.isLocked,
		steerings: rights.has('forum.steer')
			? ([thread.isPinned ? 'unpin' : 'pin', thread.isLocked ? 'unlock' : 'lock'] as const)
			: [],
		/** Without the post that begins it a thread is there for nobody: whoever decides about that one decides about all. */
		mayRemove: posts[0]?.may.has('remove') === true,
		begins: posts[0]?.id,
		languages: languageChoices(locale),
		most: postLimits.words,
	};
}

function threadInWords(thread: Thread, home: string, { ctx, locale }: Pick<App.Locals, 'ctx' | 'locale'>) {
	return {
		id: thread.id,
		title: thread.title,
		lang: thread.locale,
		href: `${home}/forum/threads/${thread.id}`,
		by: t('forum.by', { name: nameOf(thread.by), when: formatRelative(thread.begunAt, ctx.now, locale) }),
		last: t('forum.last', { when: formatRelative(thread.lastAt, ctx.now, locale) }),
		isPinned: thread.isPinned,
		isLocked: thread.isLocked,
		isUnread: thread.isUnread,
	};
}
