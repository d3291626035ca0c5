/** What is read: the own text of the installation, or the one that ships with the platform. */
import type { Context } from '#platform/context';
import { blocksOf, type TextBlock } from '#shared/house-text';
import { locales, type Locale } from '#shared/locales';
import { demand } from './abilities.ts';
import { shippedOn, shippedText } from './shipped-texts.ts';
import type { HouseText } from './text.ts';
import { newestVersions } from './versions.sql.ts';

export type ReadText = {
	readonly blocks: readonly TextBlock[];
	/** When these words were written. */
	readonly since: Date;
	/** Languages in which there is an own text, when there is none in the reader's: the shipped one stands in. */
	readonly ownElsewhere: readonly Locale[];
};

/** The text in the reader's language, as it holds now. */
export async function textFor(ctx: Context, text: HouseText): Promise<ReadText> {
	demand(ctx, 'texts.read');
	const newest = (await newestVersions(ctx, text)).filter(({ body }) => body !== null);
	const own = newest.find(({ locale }) => locale === ctx.locale);
	return {
		blocks: blocksOf(own?.body ?? shippedText(text, ctx.locale), ctx.locale),
		since: own?.writtenAt ?? shippedOn,
		ownElsewhere: own ? [] : locales.filter((locale) => newest.some((each) => each.locale === locale)),
	};
}
