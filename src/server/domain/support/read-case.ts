/** One case as an officer sees it: closed at first, and opened by a look with all that persons wrote. */
import type { Context } from '#platform/context';
import { audit } from '#platform/audit';
import { t } from '#messages/support';
import type { PersonId } from '#shared/actor';
import { formatDate, formatTime } from '#shared/format';
import { may } from './abilities.ts';
import { caseKind, type CaseId, type Fact, type SnapshotField, type StepId } from './case-kinds.ts';
import { roundsWithSnapshots, type RoundWithSnapshot } from './rounds.sql.ts';
import { type StepRow } from './steps.sql.ts';
import type { Conflict } from './conflicts.ts';
import { runningLook } from './looks.sql.ts';
import { organisationsOf } from './organisations.ts';
import { allOrganisations, type OrganisationRow } from './organisations.sql.ts';
import { questionsOfCases, type QuestionRow } from './questions.sql.ts';
import type { Desk } from './queue.sql.ts';
import { ageOf, deskOf, kindName } from './read-queue.ts';
import { caseFor, type ReachedCase } from './reach-case.ts';
import { officer } from './reach-step.ts';
import { refusalReasons } from './reasons.ts';
import { reasonText } from './reason-texts.ts';
import { changesBetween, fieldsOf, roundsOf, type CaseRound, type Change } from './rounds-of-case.ts';

export type CaseForOffice = {
	readonly case: CaseId;
	readonly kind: string;
	readonly kindName: string;
	readonly title: string;
	readonly titleLocale: string | undefined;
	readonly place: string | undefined;
	readonly facts: readonly Fact[];
	readonly openedText: string;
	readonly age: number;
	readonly round: number;
	/** The step of this desk in the last round, decided or not; and the same while it waits for a decision. */
	readonly stepHere: StepId | undefined;
	readonly step: StepId | undefined;
	readonly begun: boolean;
	readonly asked: boolean;
	readonly central: 'overdue' | 'no-officer' | undefined;
	readonly conflict: Conflict | undefined;
	/** closed: a look must be opened first; open: until then; unneeded: nothing personal in it. */
	readonly look: { readonly is: 'closed' | 'open' | 'unneeded'; readonly untilText: string | undefined };
	readonly revealed: readonly Fact[];
	/** Whoever sent it, while their data is open. */
	readonly applicant: PersonId | undefined;
	readonly fields: readonly SnapshotField[];
	/** This organisation granted an earlier round, and this is what changed since. */
	readonly grantedBefore:
		{ readonly round: number; readonly changes: readonly Change[] | undefined } | undefined;
	/** Against the round before, whoever decided it. */
	readonly changes: readonly Change[];
	readonly rounds: readonly CaseRound[];
	readonly reasons: readonly { readonly value: string; readonly label: string }[];
	readonly mayDecide: boolean;
	/** Where it is weighed before it is decided; undefined where one click decides. */
	readonly weighing: { readonly page: string; readonly label: string } | undefined;
};

/** The case, reached through the officer's desk. Under a look this read writes its audit line first. */
export async function caseForOffice(ctx: Context, id: CaseId): Promise<CaseForOffice> {
	const reached = await caseFor(ctx, id);
	const { approval } = reached;
	const kind = caseKind(approval.kind);
	const look = kind.reveal && (await runningLook(ctx, officer(ctx).office, id, approval.applicant_id));
	const open = kind.reveal === undefined || look !== undefined;
	const rounds = await roundsWithSnapshots(ctx, id);
	const current = rounds.at(-1);
	const fields = open && current ? await fieldsOf(ctx, approval, current.snapshot) : [];
	if (look) await writeDown(ctx, reached, look.id, fields);
	const desk = await deskOf(ctx);
	const organisations = await allOrganisations(ctx);
	const zone = organisations.find((row) => row.id === desk.organisation)?.time_zone ?? 'UTC';
	const questions = await questionsOfCases(ctx, [id]);
	const facts: CaseFacts = { reached, rounds, current, desk, organisations, zone, questions, open };
	return {
		...(await describedCase(ctx, facts)),
		...stepHere(ctx, facts),
		look: {
			is: kind.reveal === undefined ? 'unneeded' : look ? 'open' : 'closed',
			untilText: look && formatTime(look.ends_at, ctx.locale, zone),
		},
		revealed: (look && (await kind.reveal?.(ctx, approval.subject_id))) ?? [],
		applicant: look ? approval.applicant_id : undefined,
		fields,
		grantedBefore: await grantedBefore(ctx, facts, fields),
		changes: open ? await changesSince(ctx, reached, rounds.at(-2), fields) : [],
		rounds: roundsOf(ctx, {
			...facts,
			steps: reached.steps,
			organisations: await organisationsOf(ctx, organisations),
		}),
	};
}

/** For pages of the part that owns the thing: what the case is about, as far as this officer may go on with it. */
export async function subjectForOffice(ctx: Context, id: CaseId) {
	const reached = await caseFor(ctx, id);
	const { approval, standing } = reached;
	const look = await runningLook(ctx, officer(ctx).office, id, approval.applicant_id);
	const last = reached.steps.at(-1)?.round;
	const step = stepAtDesk(reached, await deskOf(ctx), last);
	return {
		kind: approval.kind,
		subject: approval.subject_id,
		conflict: standing.conflict,
		lookIsOpen: look !== undefined,
		/** Of this desk in the last round, where it waits for a decision that this officer may make. */
		step:
			step?.opened_at && !step.closed_at && may(ctx.actor, 'support.decide', standing)
				? { id: step.id, organisation: step.organisation_id }
				: undefined,
	};
}

type CaseFacts = {
	readonly reached: ReachedCase;
	readonly rounds: readonly RoundWithSnapshot[];
	readonly current: RoundWithSnapshot | undefined;
	readonly desk: Desk;
	readonly organisations: readonly OrganisationRow[];
	readonly zone: string;
	readonly questions: readonly QuestionRow[];
	/** Whether the words of persons may be shown. */
	readonly open: boolean;
};

/** What every officer of the queue may see of it. */
async function describedCase(ctx: Context, { reached, current, zone }: CaseFacts) {
	const { approval, standing } = reached;
	const kind = caseKind(approval.kind);
	const description = (await kind.describe(ctx, [approval.subject_id])).get(approval.subject_id);
	return {
		case: approval.id,
		kind: approval.kind,
		kindName: kindName(approval.kind),
		title: description?.title ?? t('support.case.gone'),
		titleLocale: description?.locale,
		place: description?.place,
		facts: description?.facts ?? [],
		openedText: current ? formatDate(current.opened_at, ctx.locale, zone) : '',
		round: current?.round ?? 1,
		conflict: standing.conflict,
		reasons: refusalReasons(kind.reasons).map((value) => ({ value, label: reasonText(value) })),
		mayDecide: may(ctx.actor, 'support.decide', standing),
		weighing: kind.weighing && { page: kind.weighing.page, label: kind.weighing.label() },
	};
}

/** The step of this desk in the last round, and how it stands. */
function stepHere(ctx: Context, { reached, current, desk, organisations, questions }: CaseFacts) {
	const step = stepAtDesk(reached, desk, current?.round);
	const organisation = organisations.find((row) => row.id === step?.organisation_id);
	return {
		stepHere: step?.id,
		step: step?.closed_at === null ? step.id : undefined,
		begun: step !== undefined && step.opened_at !== null,
		age: step ? ageOf(ctx, step, organisation, questions) : 0,
		asked: questions.some((each) => each.step_id === step?.id && each.answered_at === null),
		central: (step?.central_reason ?? undefined) as CaseForOffice['central'],
	};
}

/** The line names the fields that are shown, never what stands in them. */
async function writeDown(ctx: Context, reached: ReachedCase, look: string, fields: readonly SnapshotField[]) {
	const { kind, subject_id } = reached.approval;
	const seen = fields.map((each) => each.field);
	await audit(
		ctx,
		'support.case-read',
		{ kind, id: subject_id },
		{ look, case: reached.approval.id, fields: seen },
	);
}

/** The desk's own step, or one that went up to it; an open one first. */
function stepAtDesk(reached: ReachedCase, desk: Desk, round: number | undefined): StepRow | undefined {
	const here = reached.steps.filter(
		(step) =>
			step.round === round &&
			(step.organisation_id === desk.organisation || (desk.central && step.central_since !== null)),
	);
	return here.find((step) => step.closed_at === null) ?? here[0];
}

/** The newest earlier round that this organisation granted, with what changed since it did. */
async function grantedBefore(
	ctx: Context,
	{ reached, rounds, current, desk, open }: CaseFacts,
	fields: readonly SnapshotField[],
): Promise<CaseForOffice['grantedBefore']> {
	const last = current?.round ?? 1;
	const granted = reached.steps.findLast(
		(step) => step.organisation_id === desk.organisation && step.decision === 'granted' && step.round < last,
	);
	if (!granted) return undefined;
	const then = rounds.find((round) => round.round === granted.round);
	return { round: granted.round, changes: open ? await changesSince(ctx, reached, then, fields) : undefined };
}

async function changesSince(
	ctx: Context,
	reached: ReachedCase,
	round: RoundWithSnapshot | undefined,
	fields: readonly SnapshotField[],
): Promise<Change[]> {
	if (!round) return [];
	return changesBetween(await fieldsOf(ctx, reached.approval, round.snapshot), fields);
}
