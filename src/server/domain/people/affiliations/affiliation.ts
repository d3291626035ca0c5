/** A person's place at a school: stated by the person, validated by the support organisation, ended one day. */
import type { PersonId } from '#shared/actor';
import type { SchoolRole } from '#shared/vocabulary';

export type AffiliationId = string;

export type AffiliationState = 'stated' | 'validated';

/** One place that has not ended. */
export type Affiliation = {
	readonly id: AffiliationId;
	readonly person: PersonId;
	readonly school: string;
	readonly role: SchoolRole;
	readonly state: AffiliationState;
	readonly statedAt: Date;
	readonly validatedAt: Date | undefined;
	/** The place under which the person appears. */
	readonly isDefault: boolean;
};

/** Why a place has ended; a place that was never decided was a mistake. */
export const endingReasons = ['left', 'retired', 'mistake'] as const;
export type EndingReason = (typeof endingReasons)[number];

/** A place of the past. */
export type EndedAffiliation = {
	readonly id: AffiliationId;
	readonly school: string;
	readonly role: SchoolRole;
	readonly statedAt: Date;
	readonly validatedAt: Date | undefined;
	readonly endedAt: Date;
	readonly reason: EndingReason | undefined;
};

/** What the form offers besides the roles: it is explained, never stored. */
export const otherWork = 'other-work';
