/** The words of a notice, in the language of `inLocale`. */
import { t } from '#messages/notices';
import type { NoticeKind } from '#shared/notice-kinds';
import type { Locale } from '#shared/locales';
import { publicAddress } from '#platform/addresses';

type Params = Readonly<Record<string, string | number>>;
type Translate = (key: string, values: Params) => string;

// kinds and params come from rows, so the type of one message cannot be known here; a test walks all kinds
const text = t as unknown as Translate;

/** What the list in the platform shows. */
export function noticeText(kind: NoticeKind, params: Params): { subject: string; body: string } {
	return { subject: text(`notices.${kind}.subject`, params), body: text(`notices.${kind}.body`, params) };
}

/** The letter: greeting, the notice's own words, the link, who writes. */
export function letterText(
	notice: { kind: NoticeKind; params: Params; path: string; quote?: string },
	receiver: { name: string; locale: Locale },
): { subject: string; body: string } {
	const { subject, body } = noticeText(notice.kind, notice.params);
	const link = publicAddress(`/${receiver.locale}${notice.path}`);
	const greeting = t('notices.letter.greeting', { name: receiver.name });
	const quoted = notice.quote === undefined ? [] : [quotedInLetter(notice.quote)];
	return { subject, body: [greeting, body, ...quoted, link, t('notices.letter.end')].join('\n\n') };
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
