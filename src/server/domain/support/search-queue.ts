/** Finding a case in the queue of a desk by what stands there: its title, its place, its facts. */
import type { Context } from '#platform/context';
import { searchable } from '#shared/folding';
import { describeCases, type CaseDescription } from './case-kinds.ts';
import { queuedSteps, type Desk, type QueuedStep, type QueuePage } from './queue.sql.ts';

/** So many cases of one state are looked through; a queue this long has other troubles. */
const mostSearched = 5000;

/** A page of the queue, of those cases in which each of the words begins some word; all of them without words. */
export async function searchedSteps(
	ctx: Context,
	desk: Desk,
	page: QueuePage,
	words = '',
): Promise<QueuedStep[]> {
	const wanted = searchable(words).split(' ').filter(Boolean);
	if (wanted.length === 0) return queuedSteps(ctx, desk, page);
	const steps = await queuedSteps(ctx, desk, { ...page, most: mostSearched });
	const descriptions = await describeCases(
		ctx,
		steps.map((step) => ({ id: step.case_id, kind: step.kind, subject: step.subject_id })),
	);
	const fitting = steps.filter((step) => fits(descriptions.get(step.case_id), wanted));
	return fitting.slice(0, page.most);
}

function fits(description: CaseDescription | undefined, wanted: readonly string[]): boolean {
	if (!description) return false;
	const facts = description.facts.map(([, value]) => value);
	const text = ` ${searchable([description.title, description.place ?? '', ...facts].join(' '))}`;
	return wanted.every((word) => text.includes(` ${word}`));
}
