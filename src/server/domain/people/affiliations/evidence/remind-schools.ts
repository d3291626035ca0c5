/** Hourly: schools that have not answered are reminded once; letters whose time is over are closed. */
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { system, type System } from '#shared/actor';
import { affiliationsById } from '../affiliations.sql.ts';
import { lettersAbout, mailboxById, takeLettersToRemind, takeSilentLetters } from './evidence.sql.ts';
import { sendHeadLetter } from './head-letters.ts';

/**
 * Idempotent: each letter is reminded of and closed once. The reminder carries the same link, for the same one answer.
 * Only the system runs it, so it is open-to-all here.
 */
export async function remindSchools(ctx: Context<System>): Promise<void> {
	await inTransaction(asActor(ctx, system), async (ctx) => {
		await takeSilentLetters(ctx);
		for (const due of await takeLettersToRemind(ctx)) {
			const [place] = await affiliationsById(ctx, [due.affiliation]);
			const letter = (await lettersAbout(ctx, [due.affiliation])).find(({ id }) => id === due.id);
			if (!place || !letter) continue;
			const mailbox = await mailboxById(ctx, due.mailbox);
			await sendHeadLetter(ctx, { letter: due.id, place, mailbox, expiresAt: letter.expiresAt, again: true });
		}
	});
}
