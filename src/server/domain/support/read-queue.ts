/** The queue of the officer's desk: oldest first, with its age in working days and who is excluded why. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { t } from '#messages/support';
import { demand } from './abilities.ts';
import { caseKind, describeCases, type CaseDescription, type CaseId, type StepId } from './case-kinds.ts';
import { conflictsOf, type Conflict } from './conflicts.ts';
import { organisationsOf, type Organisation } from './organisations.ts';
import { calendarOf, organisationsById, type OrganisationRow } from './organisations.sql.ts';
import { pausesIn, questionsOfCases, type QuestionRow } from './questions.sql.ts';
import {
	grantedEarlier,
	placeInQueue,
	queueCounts,
	type Desk,
	type QueueCount,
	type QueuedStep,
	type QueueState,
} from './queue.sql.ts';
import { officer } from './reach-step.ts';
import { searchedSteps } from './search-queue.ts';
import { workingDaysBetween } from './working-days.ts';

const pageSize = 50;

export type QueueQuery = {
	readonly state?: QueueState;
	readonly kind?: string;
	/** Words that begin words of a title, a place or a fact. */
	readonly words?: string;
	/** Where the last page ended. */
	readonly after?: string;
};

export type QueueRow = {
	readonly case: CaseId;
	readonly step: StepId;
	readonly kind: string;
	readonly kindName: string;
	readonly title: string;
	readonly titleLocale: string | undefined;
	readonly place: string | undefined;
	readonly round: number;
	/** Working days at the desk, without those a question took. */
	readonly age: number;
	readonly state: QueueState;
	/** Working days until the central desk may decide too; undefined where no clock runs. */
	readonly daysLeft: number | undefined;
	/** The first clock has run out. */
	readonly late: boolean;
	readonly central: 'overdue' | 'no-officer' | undefined;
	readonly conflict: Conflict | undefined;
	/** This organisation granted an earlier round: see what changed and confirm. */
	readonly grantedBefore: boolean;
	readonly decision: 'granted' | 'refused' | undefined;
};

export type Queue = {
	readonly organisation: Organisation;
	readonly state: QueueState;
	readonly kind: string | undefined;
	readonly rows: readonly QueueRow[];
	readonly next: string | undefined;
	/** Open steps by state, of the chosen kind, and by kind, of the chosen state. */
	readonly states: readonly { readonly state: QueueState; readonly count: number | undefined }[];
	readonly kinds: readonly { readonly kind: string; readonly name: string; readonly count: number }[];
	/** Open steps by kind and state, whatever is chosen. */
	readonly counts: readonly QueueCount[];
};

/** What a kind is called on the desk. */
export function kindName(kind: string): string {
	return caseKind(kind).label?.() ?? t('support.kind.other');
}

/** One page of the queue of the acting officer's organisation. */
export async function queueForOffice(ctx: Context, query: QueueQuery = {}): Promise<Queue> {
	demand(ctx, 'support.see-queue');
	const desk = await deskOf(ctx);
	const state = query.state ?? 'to-decide';
	const page = { state, kind: query.kind, after: readCursor(query.after), most: pageSize + 1 };
	const steps = await searchedSteps(ctx, desk, page, query.words);
	const shown = steps.slice(0, pageSize);
	const organisations = await organisationsById(ctx, [desk.organisation]);
	const organisation = (await organisationsOf(ctx, organisations)).get(desk.organisation);
	if (!organisation) throw new NotFound('organisation');
	const counts = await queueCounts(ctx, desk);
	return {
		organisation,
		state,
		kind: query.kind,
		rows: await rowsOf(ctx, shown, desk, state),
		next: steps.length > pageSize ? cursorOf(shown.at(-1)) : undefined,
		counts,
		states: (['to-decide', 'asked', 'later'] as const)
			.map((each): Queue['states'][number] => ({
				state: each,
				count: sum(counts.filter((c) => c.state === each && (query.kind ?? c.kind) === c.kind)),
			}))
			.concat({ state: 'decided', count: undefined }),
		kinds: [...new Set(counts.map((each) => each.kind))].sort().map((kind) => ({
			kind,
			name: kindName(kind),
			count: sum(counts.filter((each) => each.kind === kind && each.state === state)),
		})),
	};
}

/**
 * The case after this step that the officer may decide, for "and the next one, please"; behind the last
 * one it begins again with the oldest.
 */
export async function nextInQueue(
	ctx: Context,
	query: QueueQuery,
	step: StepId,
): Promise<CaseId | undefined> {
	demand(ctx, 'support.see-queue');
	const desk = await deskOf(ctx);
	const state = query.state === 'decided' ? 'to-decide' : (query.state ?? 'to-decide');
	const after = await placeInQueue(ctx, step);
	const page = { state, kind: query.kind, most: pageSize };
	const { words } = query;
	const behind = await searchedSteps(ctx, desk, { ...page, after }, words);
	const around = [...behind, ...(await searchedSteps(ctx, desk, { ...page, after: undefined }, words))];
	const conflicts = await conflictsOf(
		ctx,
		[officer(ctx).person],
		[...new Set(around.map((each) => each.case_id))],
	);
	return around.find((each) => each.id !== step && !conflicts.get(each.case_id)?.size)?.case_id;
}

/** The desk of the acting officer. */
export async function deskOf(ctx: Context): Promise<Desk> {
	const { organisation } = officer(ctx);
	const [row] = await organisationsById(ctx, [organisation]);
	return { organisation, central: row?.kind === 'central' };
}

async function rowsOf(
	ctx: Context,
	steps: readonly QueuedStep[],
	desk: Desk,
	state: QueueState,
): Promise<QueueRow[]> {
	if (steps.length === 0) return [];
	const cases = [...new Set(steps.map((step) => step.case_id))];
	const organisations = await organisationsById(ctx, [...new Set(steps.map((step) => step.organisation_id))]);
	const facts: RowFacts = {
		state,
		descriptions: await describeCases(
			ctx,
			steps.map((step) => ({ id: step.case_id, kind: step.kind, subject: step.subject_id })),
		),
		organisations: new Map(organisations.map((row) => [row.id, row])),
		questions: await questionsOfCases(ctx, cases),
		conflicts: await conflictsOf(ctx, [officer(ctx).person], cases),
		grantedBefore: await grantedEarlier(ctx, desk.organisation, cases),
	};
	return steps.map((step) => rowOf(ctx, step, facts));
}

type RowFacts = {
	readonly state: QueueState;
	readonly descriptions: ReadonlyMap<CaseId, CaseDescription>;
	readonly organisations: ReadonlyMap<string, OrganisationRow>;
	readonly questions: readonly QuestionRow[];
	readonly conflicts: ReadonlyMap<CaseId, ReadonlyMap<string, Conflict>>;
	readonly grantedBefore: ReadonlySet<CaseId>;
};

function rowOf(ctx: Context, step: QueuedStep, facts: RowFacts): QueueRow {
	const description = facts.descriptions.get(step.case_id);
	return {
		case: step.case_id,
		step: step.id,
		kind: step.kind,
		kindName: kindName(step.kind),
		title: description?.title ?? t('support.case.gone'),
		titleLocale: description?.locale,
		place: description?.place,
		round: step.round,
		age: ageOf(ctx, step, facts.organisations.get(step.organisation_id), facts.questions),
		state: facts.state,
		daysLeft: daysLeft(ctx, step, facts.organisations.get(step.organisation_id)),
		late: step.reminded_at !== null && step.closed_at === null,
		central: (step.central_reason ?? undefined) as QueueRow['central'],
		conflict: facts.conflicts.get(step.case_id)?.get(officer(ctx).person),
		grantedBefore: step.decision === null && facts.grantedBefore.has(step.case_id),
		decision: (step.decision ?? undefined) as QueueRow['decision'],
	};
}

function daysLeft(
	ctx: Context,
	step: QueuedStep,
	organisation: OrganisationRow | undefined,
): number | undefined {
	if (!organisation || !step.escalate_at || step.closed_at || step.central_reason) return undefined;
	return workingDaysBetween(ctx.now, step.escalate_at, calendarOf(organisation));
}

/** Working days a step has lain at its desk. */
export function ageOf(
	ctx: Context,
	step: Pick<QueuedStep, 'id' | 'opened_at' | 'closed_at'>,
	organisation: OrganisationRow | undefined,
	questions: readonly QuestionRow[],
): number {
	if (!step.opened_at || !organisation) return 0;
	return workingDaysBetween(
		step.opened_at,
		step.closed_at ?? ctx.now,
		calendarOf(organisation),
		pausesIn(ctx, questions, step.id),
	);
}

function sum(counts: readonly { readonly count: number }[]): number {
	return counts.reduce((total, each) => total + each.count, 0);
}

function cursorOf(step: QueuedStep | undefined): string | undefined {
	return step && `${step.at.getTime()}_${step.id}`;
}

/** A cursor somebody made up is no cursor. */
function readCursor(text: string | undefined): { at: Date; id: StepId } | undefined {
	const [, at, id] = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? '') ?? [];
	return at && id ? { at: new Date(Number(at)), id } : undefined;
}
