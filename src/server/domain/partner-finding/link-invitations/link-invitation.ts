/** Link invitations: types and pure rules. */
import type { PersonId } from '#shared/actor';

export type LinkInvitationId = string;

export type LinkInvitation = {
	readonly id: LinkInvitationId;
	readonly project: string;
	/** The plan as it was called when the link was made. */
	readonly title: string;
	readonly address: string;
	readonly founder: PersonId;
	readonly madeAt: Date;
	readonly expiresAt: Date;
	readonly withdrawn: boolean;
};

export type LinkAnswer = {
	readonly person: PersonId;
	readonly saidAt: Date;
	/** What the founder said to it; undefined while that waits. */
	readonly accepted: boolean | undefined;
};

/** Days a link leads anywhere. */
export const linkRuns = 30;

/** People who may say yes to one link: it is for a colleague, and not for the world. */
export const mostAnswers = 20;

export function isOver(link: Pick<LinkInvitation, 'withdrawn' | 'expiresAt'>, now: Date): boolean {
	return link.withdrawn || link.expiresAt <= now;
}
