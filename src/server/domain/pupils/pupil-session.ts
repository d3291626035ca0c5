/** From the cookie of a pupil's session to the pupil who acts. */
import type { Context } from '#platform/context';
import { answerCookie, cookieIn, cookieName, type AnswerCookie } from '#platform/cookies';
import { sha256 } from '#platform/ids';
import type { Pupil, System } from '#shared/actor';
import { noteSeen, runningSession } from './cards.sql.ts';
import { idleSeconds } from './limits.ts';

const bareName = 'opentwinning-pupil';

export type PupilArrival = {
	readonly actor: Pupil;
	/** For the frame of the pupil's own pages, nowhere else. */ readonly alias: string;
};

/** The pupil behind a request, by one question to the database; undefined when no pupil's session runs. */
export async function pupilOfRequest(ctx: Context, headers: Headers): Promise<PupilArrival | undefined> {
	const token = tokenOfPupil(headers);
	if (token === undefined) return undefined;
	const hash = sha256(token);
	const running = await runningSession(ctx, hash, new Date(ctx.now.getTime() - idleSeconds * 1000));
	return (
		running && {
			actor: { kind: 'pupil', pupil: running.pupil, session: hash.toString('hex') },
			alias: running.alias,
		}
	);
}

/** A pupil's session was in use at that moment. */
export type PupilSessionUse = { readonly session: string; readonly at: Date };

/**
 * Keeps pupils' sessions alive. Called by the process and not by a request, so that reading writes nothing;
 * open-to-all, since the sessions are those of requests that were let in.
 */
export async function notePupilSessionUses(
	ctx: Context<System>,
	uses: readonly PupilSessionUse[],
): Promise<void> {
	if (uses.length > 0) await noteSeen(ctx, uses);
}

/** The cookie that carries a session; it ends with the browser or the day. */
export function pupilCookie(token: string, endsAt: Date, now: Date): AnswerCookie {
	return answerCookie(bareName, token, Math.max(0, Math.floor((endsAt.getTime() - now.getTime()) / 1000)));
}

/** Takes the cookie away. */
export function noPupilCookie(): AnswerCookie {
	return answerCookie(bareName, '', 0);
}

/** The token of a pupil's session in a request. */
export function tokenOfPupil(headers: Headers): string | undefined {
	const token = cookieIn(headers, cookieName(bareName));
	return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}
