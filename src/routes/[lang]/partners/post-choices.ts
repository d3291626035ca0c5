/** What the form of a post lets one choose from, named in the reader's language. */
import { t } from '#messages/partners';
import { postKinds, postRuns } from '#domain/partner-finding';
import type { Context } from '#platform/context';
import { formatMonth, monthsFrom } from '#shared/format';
import { countryChoices, languageChoices, subjectChoices } from '../choices.ts';

export async function postChoices(ctx: Context) {
	return {
		kinds: postKinds.map((kind) => ({ value: kind, label: t(`partners.hit.${kind}`) })),
		languages: languageChoices(ctx.locale),
		subjects: subjectChoices(ctx.locale),
		countries: await countryChoices(ctx),
		starts: monthsFrom(ctx.now, 24).map((month) => ({ value: month, label: formatMonth(month, ctx.locale) })),
		runs: postRuns
			.toSorted((one, other) => one - other)
			.map((days) => ({
				value: String(days),
				label: t('partners.write.days-option', { count: days }),
			})),
	};
}
