/** Pages as lists show them. */
import type { ListedPage, Page } from '#domain/spaces/pages';
import { t } from '#messages/spaces';
import { formatRelative } from '#shared/format';
import type { Locale } from '#shared/locales';
import { nameOf } from '../posts-in-words.ts';

/** A page with its state and who saved it last. */
export function pageInWords(page: Page, isPublic: boolean, { locale, now }: { locale: Locale; now: Date }) {
	return {
		id: page.id,
		title: page.title,
		lang: page.locale,
		isDraft: page.sharedAt === null,
		isPublic,
		saved: t('spaces.page.saved', {
			name: nameOf(page.savedBy),
			when: formatRelative(page.savedAt, now, locale),
		}),
	};
}

/** The tree as answers to "below which page", without the page itself and what stands below it. */
export function placesIn(pages: readonly ListedPage[], but?: string) {
	const left = new Set(but === undefined ? [] : [but]);
	return pages.flatMap(({ id, parent, level, title, locale }) => {
		if (left.has(id) || (parent !== null && left.has(parent))) {
			left.add(id);
			return [];
		}
		return [{ value: id, label: `${'\u2003'.repeat(level)}${title}`, lang: locale }];
	});
}
