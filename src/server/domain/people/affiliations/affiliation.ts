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

/** What the form offers besides the roles: it is explained, never stored. */
export const otherWork = 'other-work';
