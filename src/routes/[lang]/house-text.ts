/** A text for which the installation answers, as its page shows it. */
import { textFor, pageOfText, type HouseText } from '#domain/texts';
import { formatDate } from '#shared/format';
import type { TextBlock, TextIcon } from '#shared/house-text';
import { ownNameOf } from '#shared/locales';

export async function houseText({ ctx, locale }: App.Locals, text: HouseText) {
	const { blocks, since, ownElsewhere } = await textFor(ctx, text);
	const [first] = blocks;
	const lead = first?.kind === 'paragraph' ? first : undefined;
	return {
		/** What stands before the first heading, in the page's head. */
		lead: lead?.parts.map((part) => part.text).join(''),
		blocks: lead ? blocks.slice(1) : blocks,
		/** The same from heading to heading, for pupils. */
		points: pointsOf(lead ? blocks.slice(1) : blocks),
		since: formatDate(since, locale, 'UTC'),
		elsewhere: ownElsewhere.map((other) => ({
			href: `/${other}/${pageOfText[text]}`,
			lang: other,
			name: ownNameOf(other),
		})),
	};
}

export type ShownText = Awaited<ReturnType<typeof houseText>>;

function pointsOf(blocks: readonly TextBlock[]) {
	const points: { icon: TextIcon | undefined; blocks: TextBlock[] }[] = [];
	for (const block of blocks) {
		const last = points.at(-1);
		if (block.kind !== 'heading' && last) last.blocks.push(block);
		else points.push({ icon: block.kind === 'heading' ? block.icon : undefined, blocks: [block] });
	}
	return points;
}
