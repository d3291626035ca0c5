/**
 * `npm run cli -- sessions end EMAIL|everybody REASON`: whoever runs the machine signs one person out everywhere, or,
 * after a breach, everybody. Nobody is told by letter: the password opens the account as before.
 */
import { userInfo } from 'node:os';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { CommandError, type Command } from '#platform/part';
import { loginOfAddress } from '../sign-in/logins.sql.ts';
import { deleteAllSessions, deleteSessionsOf } from '../sign-in/sessions.sql.ts';

/** Fewer words tell nobody later why it was done. */
const leastReason = 10;

export const endSessionsCommand: Command = {
	usage: 'EMAIL|everybody REASON',
	summary:
		'Sign the account with this address out everywhere, or every adult after a breach; whoever has the password signs in again. REASON stands in the log, in quotation marks.',
	run: async (ctx, [whose, reason, ...rest], say) => {
		if (!whose || !reason || reason.trim().length < leastReason || rest.length > 0)
			throw new CommandError(
				'Say whose sessions end, and why: sessions end EMAIL "the laptop was stolen on Monday".',
			);
		const login = whose === 'everybody' ? undefined : await loginOfAddress(ctx, whose.toLowerCase());
		if (whose !== 'everybody' && !login) throw new CommandError(`Nobody signs in with ${whose}.`);
		const ended = await endSessions(ctx, login?.id, reason.trim());
		say(`${ended} sessions have ended; open pages notice within seconds.`);
	},
};

/** Whoever has the machine has everything: open-to-all, and called by the command line alone. */
async function endSessions(ctx: Context, login: string | undefined, reason: string): Promise<number> {
	return inTransaction(ctx, async (ctx) => {
		const ended = login ? await deleteSessionsOf(ctx, login) : await deleteAllSessions(ctx);
		const subject = login ? ({ kind: 'login', id: login } as const) : ({ kind: 'list' } as const);
		await audit(ctx, 'people.sessions-ended', subject, { ended, reason, account: userInfo().username });
		return ended;
	});
}
