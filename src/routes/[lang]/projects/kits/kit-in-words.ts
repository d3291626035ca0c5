/** Kits as the page shows them, in the language of the reader. */
import { answersOfPlan, planReader, type PlanReader } from '#domain/projects';
import { kitsFor, type Kit } from '#domain/twinspaces/kits';
import type { Context } from '#platform/context';
import { t } from '#messages/projects';
import { defaultLocale, isLocale } from '#shared/locales';

export async function kitsInWords(ctx: Context) {
	const reader = await planReader(ctx);
	return (await kitsFor(ctx)).map((kit) => kitInWords(kit, reader));
}

function kitInWords(kit: Kit, reader: PlanReader) {
	const { id, kind, title, plan, structure, isMine, offeredAt, founded } = kit;
	const { pages, folders, discussions } = structure;
	return {
		id,
		title,
		lang: kit.locale,
		summary: plan.summary,
		...answersOfPlan({ kind, plan, locale: isLocale(kit.locale) ? kit.locale : defaultLocale }, reader),
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
