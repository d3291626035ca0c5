/** Letters about mergings: to both addresses, each in the language of its account, each with the link that undoes. */
import { t } from '#messages/merging';
import { timeZoneOf } from '#domain/places';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import { formatDateTime } from '#shared/format';
import { ownerOfPerson } from '../persons.sql.ts';
import { undoDays, type Merging } from './merging.ts';
import { undoTokenOf } from './undo-link.ts';

export type MergingNews = 'asked' | 'united' | 'refused' | 'separated';

export async function writeMergingLetters(
	ctx: Context,
	merging: Pick<Merging, 'id' | 'from' | 'into' | 'dueAt'>,
	news: MergingNews,
): Promise<void> {
	const owners = [await ownerOfPerson(ctx, merging.from), await ownerOfPerson(ctx, merging.into)];
	const [given, kept] = owners.map((owner) => owner?.email ?? '');
	for (const owner of owners) {
		if (!owner) continue;
		const zone = await timeZoneOf(ctx, owner.country);
		const until = news === 'asked' ? merging.dueAt : new Date(ctx.now.getTime() + undoDays * 24 * 3600_000);
		await inLocale(owner.locale, async () => {
			const link = publicAddress(`/${owner.locale}/merging/${undoTokenOf(merging.id)}`);
			const canUndo = news === 'asked' || news === 'united';
			const values = {
				name: owner.name,
				given: given ?? '',
				kept: kept ?? '',
				until: formatDateTime(until, owner.locale, zone),
			};
			const lines = [t(`merging.letter.${news}`, values)];
			if (canUndo) lines.push(t(`merging.letter.${news === 'asked' ? 'refuse' : 'undo'}`, values), link);
			await queueMail(ctx, {
				to: owner.email,
				locale: owner.locale,
				subject: t(`merging.letter.subject.${news}`),
				body: [...lines, t('merging.letter.end')].join('\n\n'),
				concerns: [merging.from, merging.into],
				...(canUndo && { secretLink: link }),
			});
		});
	}
}
