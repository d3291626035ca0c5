/** Reported posts as pages show them. */
import type { ReportedPost } from '#domain/spaces/updates';
import { t } from '#messages/spaces';
import { formatRelative } from '#shared/format';
import type { Locale } from '#shared/locales';
import { placeOfPost } from './place-of-post.ts';
import { nameOf, postInWords } from './posts-in-words.ts';

/** A reported post with who reported it and why. */
export function reportedInWords(
	{ post, reports, isOpen, maySettle }: ReportedPost,
	home: string,
	reader: { readonly locale: Locale; readonly now: Date },
) {
	return {
		post: postInWords(post, reader),
		place: placeOfPost(home, post),
		isOpen,
		maySettle,
		reports: reports.map((report) => ({
			key: report.by.id,
			name: nameOf(report.by),
			reason: t(`spaces.reason.${report.reason}`),
			words: report.words,
			told: formatRelative(report.reportedAt, reader.now, reader.locale),
			outcome: report.outcome && t(`spaces.outcome.${report.outcome}`),
		})),
	};
}

export type ReportedInWords = ReturnType<typeof reportedInWords>;
