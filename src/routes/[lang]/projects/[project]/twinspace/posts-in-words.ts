/** Posts as pages show them: names, times and decisions already in words of the reader's language. */
import type { Post, Thread } from '#domain/spaces/updates';
import { t as r } from '#messages/safety';
import { t } from '#messages/spaces';
import { formatRelative } from '#shared/format';
import { inPieces } from '#shared/web-addresses';
import type { Locale } from '#shared/locales';

export type PostInWords = {
	readonly id: string;
	readonly name: string;
	readonly isPupil: boolean;
	readonly school: string | undefined;
	/** The words in pieces, some of which lead somewhere; null when they are not shown. */
	readonly words: readonly { readonly text: string; readonly href?: string }[] | null;
	readonly lang: string;
	readonly told: string;
	readonly at: string;
	/** What became of the post, where something did. */
	readonly note: string | undefined;
	readonly state: Post['state'];
	/** A teacher or a moderator decided about the reader's own post: there is a statement of reasons. */
	readonly decided: boolean;
	/** In words, where somebody does. */
	readonly liked: string | undefined;
	readonly iLike: boolean;
	readonly isPinned: boolean;
	readonly may: {
		readonly like: boolean;
		readonly pin: boolean;
		readonly mend: boolean;
		readonly answer: boolean;
		readonly report: boolean;
		readonly takeBack: boolean;
		readonly decide: boolean;
	};
};
export type ThreadInWords = PostInWords & { readonly answers: readonly PostInWords[] };

type Reader = { readonly locale: Locale; readonly now: Date };

/** Where an address in a post leads the reader; nowhere when it stays text. */
export type LeadTo = (post: Post, place: number, address: string) => string | undefined;

const straightThere: LeadTo = (_post, _place, address) => address;

/** Threads for a page. */
export function threadsInWords(
	threads: readonly Thread[],
	reader: Reader,
	leadTo: LeadTo = straightThere,
): ThreadInWords[] {
	return threads.map((thread) => ({
		...postInWords(thread, reader, leadTo),
		answers: thread.answers.map((answer) => postInWords(answer, reader, leadTo)),
	}));
}

/** One post for a page. */
export function postInWords(
	post: Post,
	{ locale, now }: Reader,
	leadTo: LeadTo = straightThere,
): PostInWords {
	return {
		id: post.id,
		name: nameOf(post.by),
		isPupil: post.by.isPupil,
		school: post.by.school?.name,
		words: post.words === null ? null : wordsIn(post, post.words, leadTo),
		lang: post.locale,
		told: post.isMended
			? t('spaces.post.mended', { when: formatRelative(post.postedAt, now, locale) })
			: formatRelative(post.postedAt, now, locale),
		at: post.postedAt.toISOString(),
		note: noteOn(post, { locale, now }),
		state: post.state,
		decided: post.isMine && post.decision !== null && post.decision.reason !== 'own-wish',
		liked: post.likes.count === 0 ? undefined : t('spaces.post.liked', { count: post.likes.count }),
		iLike: post.likes.mine,
		isPinned: post.isPinned,
		may: {
			like: post.may.has('like'),
			pin: post.may.has('pin'),
			mend: post.may.has('mend'),
			answer: post.may.has('answer'),
			report: post.may.has('report'),
			takeBack: post.may.has('take-back'),
			decide: ['hide', 'show', 'remove'].some((deed) => post.may.has(deed as 'hide')),
		},
	};
}

function wordsIn(post: Post, words: string, leadTo: LeadTo): { text: string; href?: string }[] {
	let place = 0;
	return inPieces(words).map(({ text, address }) => {
		const href = address === undefined ? undefined : leadTo(post, place++, address);
		return href === undefined ? { text } : { text, href };
	});
}

/** The name of a member; whoever was erased has none left. */
export function nameOf(member: Pick<Post['by'], 'name' | 'isPupil' | 'school'>): string {
	if (member.name !== null) return member.name;
	if (!member.isPupil) return t('spaces.member.gone');
	return t('spaces.member.pupil-gone', { school: member.school?.name ?? '' });
}

function noteOn(post: Post, reader: Reader): string | undefined {
	if (post.state === 'shown') return undefined;
	if (post.state === 'waiting') return t('spaces.post.waiting');
	const { decision } = post;
	if (!decision) return undefined;
	const { reason, words, at, by } = decision;
	if (reason === 'own-wish') return t('spaces.post.taken-back');
	return t(`spaces.decided.${post.state}`, {
		name: by ?? r('safety.by.office'),
		when: formatRelative(at, reader.now, reader.locale),
		reason: r(`safety.reason.${reason}`),
		words,
	});
}
