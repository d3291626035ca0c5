/** A matter: one thing at which somebody must look. Types and pure rules; time is passed in. */
import type { OrganisationId, PersonId } from '#shared/actor';

export type MatterId = string;
/** A space and a member of one, by id: the part that knows rooms stands after this one. */
export type RoomId = string;
export type RoomMemberId = string;

/** Why a thing was reported, held, hidden or removed: each is a rule of the code of conduct. */
export const reasons = [
	'unkind',
	'private-details',
	'not-for-school',
	'copied',
	'worrying',
	'mass',
	'money',
	'illegal',
	'other',
] as const;
export type Reason = (typeof reasons)[number];

/** Among people of a space; among teachers; about what everybody can read. */
export const reasonsInRoom = [
	'unkind',
	'private-details',
	'not-for-school',
	'copied',
	'worrying',
	'other',
] as const satisfies readonly Reason[];
export const reasonsAmongAdults = [
	'unkind',
	'mass',
	'money',
	'private-details',
	'worrying',
	'illegal',
	'other',
] as const satisfies readonly Reason[];
export const reasonsInPublic = [
	'private-details',
	'unkind',
	'copied',
	'worrying',
	'illegal',
	'other',
] as const satisfies readonly Reason[];

/** How a matter ends. `hidden`: out of sight of pupils and guests; `removed`: for everybody but the teachers. */
export const outcomes = ['kept', 'hidden', 'removed'] as const;
export type Outcome = (typeof outcomes)[number];

/** Why somebody must look: it was reported, or a rule of the space says so, or a word; or somebody looked by themself. */
export type Why = 'reported' | 'first-post' | 'every-post' | 'picture' | 'word' | 'looked-at';

/** The words of a thing as they were. */
export type Evidence = { readonly title: string; readonly words: string; readonly locale: string };

export type Side = 'author' | 'reporter';

export type Decision = {
	readonly round: 1 | 2;
	readonly outcome: Outcome;
	readonly reason: Reason;
	readonly words: string;
	readonly locale: string;
	readonly decidedAt: Date;
	/** A teacher of the space, or an office of a support organisation. */
	readonly by: { readonly member: RoomMemberId } | { readonly office: string };
};

export type Appeal = {
	readonly by: Side;
	readonly words: string;
	readonly locale: string;
	readonly at: Date;
	readonly decidedAt: Date | null;
};

export type Matter = {
	readonly id: MatterId;
	readonly kind: string;
	readonly thing: string;
	/** Whose teachers look; null where the support organisation does. */
	readonly room: RoomId | null;
	readonly organisation: OrganisationId;
	readonly author: { readonly person: PersonId | null; readonly member: RoomMemberId | null };
	readonly byPupil: boolean;
	readonly why: Why;
	readonly hides: boolean;
	/** A child may be at risk. */
	readonly urgent: boolean;
	readonly evidence: Evidence | null;
	readonly openedAt: Date;
	readonly dueAt: Date;
	readonly escalatedAt: Date | null;
	readonly settledAt: Date | null;
	readonly appeal: Appeal | null;
	readonly decisions: readonly Decision[];
};

/** A child may be at risk: out of sight at once, whatever the thing, and looked at within hours. */
export function isUrgent(reason: Reason): boolean {
	return reason === 'worrying';
}

/** Whether the support organisation has to do with it: no room, handed on, or an appeal. */
export function isAtDesk(matter: Pick<Matter, 'room' | 'escalatedAt' | 'appeal'>): boolean {
	return matter.room === null || matter.escalatedAt !== null || matter.appeal !== null;
}

/** What somebody is waited for: the first decision, the one on appeal, or nothing. */
export function roundOpen(matter: Pick<Matter, 'settledAt' | 'appeal'>): 1 | 2 | undefined {
	if (matter.settledAt === null) return 1;
	return matter.appeal !== null && matter.appeal.decidedAt === null ? 2 : undefined;
}

/** How long after a decision one may appeal: six months, as the Digital Services Act has it. */
const appealDays = 183;

/** Once, within six months, by the side that lost: whoever wrote what was hidden, whoever reported what was kept. */
export function mayAppeal(
	matter: Pick<Matter, 'appeal' | 'decisions' | 'settledAt'>,
	side: Side,
	now: Date,
): boolean {
	const [first] = matter.decisions;
	if (!first || matter.settledAt === null || matter.appeal !== null) return false;
	if (now.getTime() - first.decidedAt.getTime() > appealDays * 24 * 3600 * 1000) return false;
	return side === 'author' ? first.outcome !== 'kept' : first.outcome === 'kept';
}

export const limits = {
	words: 1000,
	reports: { name: 'safety.report', most: 30, seconds: 3600 },
	/** Visitors are counted by network; a class may share one. */
	fromNetwork: { name: 'safety.report-network', most: 30, seconds: 3600 },
	appeals: { name: 'safety.appeal', most: 10, seconds: 3600 },
	looks: { name: 'safety.looks', most: 200, seconds: 3600 },
} as const;
