/** What happened lately, in sentences. */
import type { Activity } from '#domain/spaces';
import { t } from '#messages/spaces';
import { formatRelative } from '#shared/format';
import type { Locale } from '#shared/locales';
import { nameOf } from './posts-in-words.ts';

/** One sentence for each deed. */
export function activityInWords(
	activity: readonly Activity[],
	{ locale, now }: { locale: Locale; now: Date },
) {
	return activity.map((deed) => ({
		key: `${deed.verb} ${deed.id} ${deed.at.getTime()}`,
		text: t(`spaces.activity.${deed.verb}`, { name: nameOf(deed.by), school: deed.by.school?.name ?? '' }),
		told: formatRelative(deed.at, now, locale),
		at: deed.at.toISOString(),
	}));
}
