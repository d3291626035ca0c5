/** A space as one of its members sees it. */
import type { PersonId, PupilId } from '#shared/actor';
import type { MemberRole, SpaceKind } from './rights.ts';

export type SpaceId = string;
export type MemberId = string;
export type SchoolId = string;

/** The actor's own membership of a space. */
export type OwnMembership = {
	readonly id: MemberId;
	readonly role: MemberRole;
	/** The school the member takes part for; guests may have none. */
	readonly school: SchoolId | null;
	readonly person: PersonId | null;
	readonly pupil: PupilId | null;
};

/** A space that was reached: it holds who reached it. */
export type Space = {
	readonly id: SpaceId;
	readonly kind: SpaceKind;
	readonly name: string;
	readonly description: string;
	/** The language of name and description. */
	readonly locale: string;
	readonly madeAt: Date;
	readonly archivedAt: Date | null;
	readonly me: OwnMembership;
};

/** Who somebody in a space is for the others: a teacher by name, a pupil by alias. */
export type MemberCard = {
	readonly id: MemberId;
	/** Null when the pupil or person was erased: only the school is left. */
	readonly name: string | null;
	readonly role: MemberRole;
	readonly isPupil: boolean;
	readonly school: { readonly id: SchoolId; readonly name: string; readonly country: string } | null;
};

/** Somebody who is or was in a space. */
export type MemberEver = MemberCard & { readonly hasLeft: boolean };

/** Somebody in a space just now. */
export type Member = MemberCard & {
	/** The class of a pupil. */
	readonly class: string | null;
	readonly joinedAt: Date;
};
