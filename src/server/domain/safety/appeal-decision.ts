/** Whoever wrote a thing, or reported it, asks for another look: somebody else of a support organisation decides. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { countAgainst } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { limits, mayAppeal, type MatterId, type Side } from './matter.ts';
import { insertAppeal, lockMatter } from './matters.sql.ts';
import { dueFrom, tellModerators } from './open-matter.ts';
import { ownMatter, reportOfNumber } from './read-own.ts';

type Appealed = Result<undefined, 'no-appeal'>;

/** The author does not agree. `no-appeal`: it was decided twice, another side was first, or half a year has passed. */
export async function appealAsAuthor(
	ctx: Context,
	input: { readonly matter: MatterId; readonly words: string },
): Promise<Appealed> {
	const matter = await ownMatter(ctx, input.matter);
	demand(ctx, 'safety.see-own');
	return appeal(ctx, matter.id, 'author', input.words);
}

/** Whoever holds the number of a report does not agree. Refusals as above. */
export async function appealAsReporter(
	ctx: Context,
	input: { readonly number: string; readonly words: string },
): Promise<Appealed> {
	demand(ctx, 'safety.look-up');
	const report = await reportOfNumber(ctx, input.number);
	return appeal(ctx, report.matter, 'reporter', input.words);
}

async function appeal(ctx: Context, id: MatterId, by: Side, words: string): Promise<Appealed> {
	await countAgainst(ctx, limits.appeals, id);
	return inTransaction(ctx, async (inside) => {
		const matter = await lockMatter(inside, id);
		if (!matter) throw new NotFound('matter');
		if (!mayAppeal(matter, by, ctx.now)) return refused('no-appeal');
		await insertAppeal(inside, id, {
			by,
			words,
			locale: ctx.locale,
			dueAt: await dueFrom(inside, matter.urgent),
		});
		await audit(inside, 'safety.appealed', { kind: 'matter', id }, { by });
		await tellModerators(inside, matter);
		return granted();
	});
}
