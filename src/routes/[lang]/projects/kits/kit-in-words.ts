/** A kit as the page shows it, in the language of the reader. */
import { answersOfPlan } from '#domain/projects';
import type { Kit } from '#domain/twinspaces/kits';
import { t } from '#messages/projects';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';

export function kitInWords(kit: Kit, locale: Locale) {
	const { id, kind, title, plan, structure, isMine, offeredAt, founded } = kit;
	const { pages, folders, discussions } = structure;
	return {
		id,
		title,
		lang: kit.locale,
		summary: plan.summary,
		...answersOfPlan({ kind, plan, locale: isLocale(kit.locale) ? kit.locale : defaultLocale }, locale),
		holds: t('projects.kits.holds', {
			pages: pages.length,
			folders: folders.length,
			discussions: discussions.length,
		}),
		used: t('projects.kits.used', { count: founded }),
		pages: pages.map((page) => ({ title: page.title, lang: page.locale })),
		tag: isMine ? t(offeredAt === null ? 'projects.kits.own' : 'projects.kits.offered') : undefined,
		mayWithdraw: isMine && offeredAt !== null,
		mayReport: !isMine,
	};
}
