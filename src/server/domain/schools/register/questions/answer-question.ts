/** An officer decides about a school: it is closed, still open, became part of another, or is another than it seems. */
import { z } from 'zod';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { choice } from '#shared/form-fields';
import { noteMerger, noteState } from '../../states.sql.ts';
import { schoolFor } from '../../read-schools.ts';
import { demand } from '../abilities.ts';
import { reachCountry } from '../reach.ts';
import {
	answers,
	questionById,
	writeAnswer,
	type Answer,
	type QuestionKind,
	type QuestionRow,
} from './questions.sql.ts';

export const answerQuestionForm = z.object({
	answer: choice(answers),
	/** The school it became part of, by its address or id. */
	into: z.string().trim().max(500).default(''),
	since: z
		.string()
		.trim()
		.regex(/^(\d{4}-\d{2}-\d{2})?$/)
		.default(''),
});

/** Which answers a kind of question has. */
export const answersOf: Readonly<Record<QuestionKind, readonly Answer[]>> = {
	missing: ['closed', 'open', 'merged'],
	// that they are one school is decided by `joinDouble`
	double: ['different'],
	undone: ['closed', 'open', 'merged'],
};

export type AnswerRefusal = 'answered-already' | 'into-unknown' | 'into-itself' | 'into-closed';

/** `into-unknown`: the other school is not among those of the same country. */
export async function answerQuestion(
	ctx: Context,
	input: z.output<typeof answerQuestionForm> & { readonly question: string },
): Promise<Result<undefined, AnswerRefusal>> {
	const row = await reachQuestion(ctx, input.question);
	demand(ctx, 'register.answer', { covered: true });
	if (!answersOf[row.kind].includes(input.answer)) throw new NotFound('register-answer');
	return inTransaction(ctx, async (inside) => {
		const { office } = ctx.actor as Officer;
		if (!(await writeAnswer(inside, row.id, input.answer, office))) return refused('answered-already');
		const outcome = await carryOut(inside, row, input, office);
		if (!outcome.ok) return outcome;
		const subject = { kind: 'school', id: row.school.id };
		await audit(inside, 'register.answer', subject, { question: row.id, answer: input.answer });
		await emit(inside, 'school.changed', { schools: [row.school.id] });
		return granted();
	});
}

/** A question of a country the actor's desk covers. */
export async function reachQuestion(ctx: Context, id: string): Promise<QuestionRow> {
	const row = isId(id) ? await questionById(ctx, id) : undefined;
	if (!row) throw new NotFound('register-question');
	await reachCountry(ctx, row.country);
	return row;
}

async function carryOut(
	ctx: Context,
	{ school, country }: QuestionRow,
	{ answer, into, since }: z.output<typeof answerQuestionForm>,
	office: string,
): Promise<Result<undefined, AnswerRefusal>> {
	if (answer === 'different' || answer === 'open') return granted();
	const closing = { school: school.id, state: 'closed', since: since || null, office } as const;
	if (answer === 'closed') {
		await noteState(ctx, closing);
		return granted();
	}
	const target = idIn(into);
	const found = target ? await schoolFor(ctx, target).catch(notThere) : undefined;
	if (!found || found.country !== country) return refused('into-unknown', 'into');
	if (found.id === school.id) return refused('into-itself', 'into');
	if (found.state === 'closed') return refused('into-closed', 'into');
	await noteState(ctx, closing);
	await noteMerger(ctx, { school: school.id, into: found.id, office });
	return granted();
}

export function notThere(error: unknown): undefined {
	if (!(error instanceof NotFound)) throw error;
}

/** The id at the end of an address of a school's page, or alone. */
export function idIn(text: string): string | undefined {
	return /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text)?.[0];
}
