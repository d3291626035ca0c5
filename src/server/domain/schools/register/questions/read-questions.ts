/** Reads of questions: one page of the open ones, and one with what can be answered. */
import type { Context } from '#platform/context';
import { demand, may } from '../abilities.ts';
import { countriesOfDesk, readCursor } from '../loading/read-imports.ts';
import { answersOf, reachQuestion } from './answer-question.ts';
import {
	openQuestions,
	questionCounts,
	questionKinds,
	type Answer,
	type QuestionKind,
	type QuestionRow,
} from './questions.sql.ts';

const pageSize = 50;

export type Questions = {
	readonly rows: readonly QuestionRow[];
	readonly next: string | undefined;
	readonly counts: Readonly<Record<QuestionKind, number>>;
};

/** Open questions of the desk's countries, the oldest first. */
export async function questionsFor(
	ctx: Context,
	query: { readonly kind?: QuestionKind | undefined; readonly after?: string | undefined } = {},
): Promise<Questions> {
	const countries = await countriesOfDesk(ctx);
	const page = { countries, kind: query.kind, after: readCursor(query.after), most: pageSize + 1 };
	const found = await openQuestions(ctx, page);
	const rows = found.slice(0, pageSize);
	const last = rows.at(-1);
	const counts = await questionCounts(ctx, countries);
	return {
		rows,
		next: found.length > pageSize && last ? `${last.asked_at.getTime()}_${last.id}` : undefined,
		counts: Object.fromEntries(
			questionKinds.map((kind) => [kind, counts.find((one) => one.kind === kind)?.count ?? 0]),
		) as Record<QuestionKind, number>,
	};
}

export type QuestionView = QuestionRow & { readonly answers: readonly Answer[] };

/** One question; its answers are offered while it is open. */
export async function questionFor(ctx: Context, id: string): Promise<QuestionView> {
	const row = await reachQuestion(ctx, id);
	demand(ctx, 'register.see', { covered: true });
	const isOpen = row.answered_at === null && row.settled_at === null;
	const mayAnswer = isOpen && may(ctx.actor, 'register.answer', { covered: true });
	return { ...row, answers: mayAnswer ? answersOf[row.kind] : [] };
}
