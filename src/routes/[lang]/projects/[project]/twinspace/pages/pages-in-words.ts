/** Pages as lists show them. */
import type { Page } from '#domain/spaces/pages';
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
