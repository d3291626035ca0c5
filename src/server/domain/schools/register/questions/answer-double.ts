/** An officer decides that two entries are one school; or asks about a pair that nobody asked about yet. */
import { z } from 'zod';
import { joinSchools, schoolFor, type JoinObstacle } from '#domain/schools';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { id, text } from '#shared/form-fields';
import { demand } from '../abilities.ts';
import { reachCountry } from '../reach.ts';
import { idIn, notThere, reachQuestion } from './answer-question.ts';
import { askAboutPair, openPair, settleQuestionsOf, writeAnswer } from './questions.sql.ts';

export const joinDoubleForm = z.object({ keep: id() });
export const namePairForm = z.object({ one: text(500), other: text(500) });

/** The entry that is not kept stands for the kept one from now on; what else was asked about it is settled. */
export async function joinDouble(
	ctx: Context,
	{ question, keep }: z.output<typeof joinDoubleForm> & { readonly question: string },
): Promise<Result<{ readonly join: string }, JoinObstacle | 'answered-already'>> {
	const row = await reachQuestion(ctx, question);
	demand(ctx, 'register.answer', { covered: true });
	if (row.kind !== 'double' || !row.other) throw new NotFound('register-question');
	const pair = [row.school.id, row.other.id];
	const double = pair.find((one) => one !== keep);
	if (!pair.includes(keep) || double === undefined) throw new NotFound('school');
	return inTransaction(ctx, async (inside) => {
		const { office } = inside.actor as Officer;
		if (!(await writeAnswer(inside, row.id, 'merged', office))) return refused('answered-already');
		const outcome = await joinSchools(inside, { double, into: keep });
		if (!outcome.ok) return outcome;
		await settleQuestionsOf(inside, double);
		await audit(
			inside,
			'register.answer',
			{ kind: 'school', id: double },
			{ question: row.id, answer: 'merged' },
		);
		return outcome;
	});
}

export type PairRefusal = 'into-unknown' | 'into-itself' | 'other-country' | 'asked-already';

/** Two addresses of schools' pages become a question, which shows them side by side. */
export async function namePair(
	ctx: Context,
	{ one, other }: z.output<typeof namePairForm>,
): Promise<Result<{ readonly question: string }, PairRefusal>> {
	const first = await schoolFor(ctx, idIn(one) ?? '').catch(notThere);
	if (!first) return refused('into-unknown', 'one');
	const standing = await reachCountry(ctx, first.country);
	demand(ctx, 'register.answer', standing);
	const second = await schoolFor(ctx, idIn(other) ?? '').catch(notThere);
	if (!second) return refused('into-unknown', 'other');
	if (first.id === second.id) return refused('into-itself', 'other');
	if (first.country !== second.country) return refused('other-country', 'other');
	return inTransaction(ctx, async (inside) => {
		const open = await openPair(inside, first.id, second.id);
		const question =
			open ??
			(await askAboutPair(inside, first.country, first.id, second.id)) ??
			(await askAboutPair(inside, first.country, second.id, first.id));
		return question === undefined ? refused('asked-already', 'one') : granted({ question });
	});
}
