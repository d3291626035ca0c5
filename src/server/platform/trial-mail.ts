/** In a trial nobody runs a mail server: the page that says "we have written to you" shows the letter itself. */
import type { Context } from './context.ts';
import { installation } from './installation.ts';

export type TrialLetter = {
	readonly id: string;
	readonly subject: string;
	readonly body: string;
	readonly secretLink: string | null;
};

/** The letters to this address since then, newest first; none outside a trial. */
export async function trialLetters(ctx: Context, to: string, since: Date): Promise<TrialLetter[]> {
	if (installation().mode !== 'trial') return [];
	return ctx.db
		.selectFrom('platform.mail')
		.select(['id', 'subject', 'body', 'secret_link as secretLink'])
		.where('to_address', '=', to)
		.where('queued_at', '>=', since)
		.orderBy('queued_at', 'desc')
		.orderBy('id', 'desc')
		.limit(3)
		.execute();
}
