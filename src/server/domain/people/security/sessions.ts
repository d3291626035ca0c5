/** Where I am signed in, and ending it there. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { demand } from '../abilities.ts';
import { deleteSessionsOf, runningSessions, type RunningSession } from '../sign-in/sessions.sql.ts';
import { ownAccount } from './own-account.ts';

export type OwnSession = RunningSession & { readonly current: boolean };

/** The sessions that run, this one first. */
export async function ownSessions(ctx: Context): Promise<OwnSession[]> {
	demand(ctx, 'people.secure-account');
	const { login, session } = await ownAccount(ctx);
	const running = await runningSessions(ctx, login);
	return running
		.map((found) => ({ ...found, current: found.id === session }))
		.sort((one, other) => Number(other.current) - Number(one.current));
}

/** Ends one of my other sessions; its cookie is worthless from now on. One that is over already is no refusal. */
export async function endOwnSession(ctx: Context, id: string): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, proved } = await ownAccount(ctx);
	if (id === session) throw new NotFound('session');
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		const ended = await deleteSessionsOf(ctx, login, { only: id });
		if (ended > 0) await audit(ctx, 'people.session-ended', { kind: 'login', id: login });
		return granted();
	});
}

/** Ends every session but the one in which it is asked for. */
export async function endOtherSessions(ctx: Context): Promise<Result<undefined, 'prove-again'>> {
	demand(ctx, 'people.secure-account');
	const { login, session, proved } = await ownAccount(ctx);
	if (!proved) return refused('prove-again');
	return inTransaction(ctx, async (ctx) => {
		const ended = await deleteSessionsOf(ctx, login, { but: session });
		if (ended > 0) await audit(ctx, 'people.sessions-ended', { kind: 'login', id: login }, { ended });
		return granted();
	});
}
