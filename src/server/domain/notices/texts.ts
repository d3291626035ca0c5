/** The words of a notice, in the language of `inLocale`. */
import { t } from '#messages/notices';
import type { NoticeKind } from '#shared/notice-kinds';
import type { Locale } from '#shared/locales';
import type { NoticeTopic } from '#shared/notice-topics';
import { answerMark } from '#platform/letter-read';
import { publicAddress } from '#platform/addresses';

type Params = Readonly<Record<string, string | number>>;
type Translate = (key: string, values: Params) => string;

// kinds and params come from rows, so the type of one message cannot be known here; a test walks all kinds
const text = t as unknown as Translate;

/** What the list in the platform shows. */
export function noticeText(kind: NoticeKind, params: Params): { subject: string; body: string } {
	return { subject: text(`notices.${kind}.subject`, params), body: text(`notices.${kind}.body`, params) };
}

/** The letter: where to answer it, greeting, the notice's own words, the link, who writes. */
export function letterText(
	notice: { kind: NoticeKind; params: Params; path: string; quote?: string; stop?: string },
	receiver: { name: string; locale: Locale; mute?: string; canAnswer?: boolean },
): { subject: string; body: string } {
	const { subject, body } = noticeText(notice.kind, notice.params);
	const link = publicAddress(`/${receiver.locale}${notice.path}`);
	const greeting = t('notices.letter.greeting', { name: receiver.name });
	const quoted = notice.quote === undefined ? [] : [quotedInLetter(notice.quote)];
	const mark = receiver.canAnswer ? [`${answerMark} ${answerHint(notice.kind)}`] : [];
	const stop = stopLine(notice.stop ?? null, receiver.locale);
	const mute = receiver.mute === undefined ? [] : [`${t('notices.letter.mute')} ${receiver.mute}`];
	return {
		subject,
		body: [...mark, greeting, body, ...quoted, link, ...stop, t('notices.letter.end'), ...mute].join('\n\n'),
	};
}

/** What an answer by mail does; to a question that is decided on the platform only, what it does not. */
function answerHint(kind: NoticeKind): string {
	return kind === 'contact-requested' ? t('notices.letter.answer-request') : t('notices.letter.answer');
}

/**
 * Words of somebody else, set apart. An address in them is no link: a sign without width keeps mail programs from
 * making one, so that our letters never lead anywhere but to us.
 */
function quotedInLetter(words: string): string {
	return words
		.replaceAll(/(?<=[\p{L}\p{N}])([.@:])(?=[\p{L}\p{N}/])/gu, '$1\u2060')
		.split('\n')
		.map((line) => `    ${line}`)
		.join('\n');
}

type Digested = {
	readonly kind: NoticeKind;
	readonly params: Params;
	readonly path: string;
	readonly stop_path: string | null;
};
type DigestGroup = {
	readonly topic: NoticeTopic;
	readonly notices: readonly Digested[];
	readonly mute: string;
};

/** One letter of several things: by topic, each thing in one line with its link, each topic with a link to mute it. */
export function digestText(
	groups: readonly DigestGroup[],
	receiver: { name: string; locale: Locale },
): { subject: string; body: string } {
	const parts = groups.map(({ topic, notices, mute }) => ({ topic, mute, lines: linesOf(notices) }));
	const count = parts.reduce((sum, { lines }) => sum + lines.length, 0);
	return {
		subject: t('notices.digest.subject', { count }),
		body: [
			t('notices.letter.greeting', { name: receiver.name }),
			t('notices.digest.lead'),
			...parts.map(({ topic, lines, mute }) =>
				[topicText(topic), ...lines, `${t('notices.letter.mute')} ${mute}`].join('\n\n'),
			),
			t('notices.letter.end'),
			`${t('notices.digest.choose')} ${publicAddress(`/${receiver.locale}/notices/choices`)}`,
		].join('\n\n'),
	};

	/** What was told several times about one page is one line. */
	function linesOf(notices: readonly Digested[]): string[] {
		const byPage = new Map<string, Digested[]>();
		for (const notice of notices) {
			const key = `${notice.kind} ${notice.path}`;
			byPage.set(key, [...(byPage.get(key) ?? []), notice]);
		}
		return [...byPage.values()].map((same) => {
			const { kind, params, path, stop_path: stop } = same.at(-1) as Digested;
			const { subject } = noticeText(kind, params);
			const times = same.length > 1 ? ` (${same.length})` : '';
			const links = [publicAddress(`/${receiver.locale}${path}`), ...stopLine(stop, receiver.locale)];
			return [`- ${subject}${times}`, ...links.map((line) => `  ${line}`)].join('\n');
		});
	}
}

/** The link that stops one alert, where there is one. */
function stopLine(path: string | null, locale: Locale): string[] {
	return path === null ? [] : [`${t('notices.letter.stop')} ${publicAddress(`/${locale}${path}`)}`];
}

/** What a topic is called. */
export function topicText(topic: NoticeTopic): string {
	return t(`notices.topic.${topic}`);
}
