/** How much one founder may begin in a day: enough for a busy evening, too little to flood anyone. */
import type { Context } from '#platform/context';

export const draftsADay = 20;
export const invitationsADay = 10;

/** The moment a day ago. */
export function aDayAgo(ctx: Context): Date {
	return new Date(ctx.now.getTime() - 24 * 3600 * 1000);
}
