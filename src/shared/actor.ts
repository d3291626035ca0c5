/** Who acts: every request, job and socket message carries exactly one of these kinds. */

export const actorKinds = [
	'visitor',
	'member',
	'teacher',
	'guest',
	'officer',
	'operator',
	'pupil',
	'bearer',
	'system',
] as const;

export type ActorKind = (typeof actorKinds)[number];

export type PersonId = string;
export type PupilId = string;
export type OfficeId = string;
export type OrganisationId = string;

export type OfficeKind = 'validator' | 'assessor' | 'moderator' | 'editor' | 'central';

export type Visitor = { readonly kind: 'visitor' };
/** Signed in, nothing validated yet. */
export type Member = { readonly kind: 'member'; readonly person: PersonId; readonly session: string };
/** Validated at one school at least; head, librarian and educator are roles at a school. */
export type Teacher = { readonly kind: 'teacher'; readonly person: PersonId; readonly session: string };
/** Expert or observer of named spaces, until a date. */
export type Guest = { readonly kind: 'guest'; readonly person: PersonId; readonly session: string };
/** One office at one support organisation; entered on purpose, left by one click. */
export type Officer = {
	readonly kind: 'officer';
	readonly person: PersonId;
	readonly session: string;
	readonly office: OfficeId;
	readonly officeKind: OfficeKind;
	readonly organisation: OrganisationId;
};
/** Runs the machine; sees no personal data. */
export type Operator = { readonly kind: 'operator'; readonly person: PersonId; readonly session: string };
export type Pupil = { readonly kind: 'pupil'; readonly pupil: PupilId; readonly session: string };
/** Holds a one-time link, for one purpose. */
export type Bearer = { readonly kind: 'bearer'; readonly purpose: string; readonly subject: string };
export type System = { readonly kind: 'system' };

export type Actor = Visitor | Member | Teacher | Guest | Officer | Operator | Pupil | Bearer | System;

/** An adult with an account, in whatever capacity. */
export type SignedInPerson = Member | Teacher | Guest | Officer | Operator;

export const visitor: Visitor = { kind: 'visitor' };
export const system: System = { kind: 'system' };

/** The person behind the actor, or undefined for visitors, pupils, bearers and the system. */
export function personOf(actor: Actor): PersonId | undefined {
	switch (actor.kind) {
		case 'member':
		case 'teacher':
		case 'guest':
		case 'officer':
		case 'operator':
			return actor.person;
		default:
			return undefined;
	}
}
