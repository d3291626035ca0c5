/** A new session, however somebody came in: in a browser they know, or in a new one, of which they are told. */
import type { AnswerCookie } from '#platform/cookies';
import type { Context } from '#platform/context';
import { newId, newToken, sha256 } from '#platform/ids';
import { writeNewDeviceLetter } from '../security/security-letters.ts';
import { deviceCookie, type Device } from './device.ts';
import { insertDevice, useDevice } from './devices.sql.ts';
import { signInLibrary } from './library.ts';
import { mostSessions } from './limits.ts';
import { cookiesOf } from './session-cookie.ts';
import { deleteSession, endOldestSessions, noteOpening, type ProvedBy } from './sessions.sql.ts';

export type Opening = {
	readonly login: string;
	readonly device: Device;
	/** How the person showed who they are. */
	readonly provedBy: ProvedBy;
};

/** Ends the session it replaces, and the longest unused ones beyond the limit; to be called in a transaction. */
export async function openSession(
	ctx: Context,
	{ login, device, provedBy }: Opening,
): Promise<{ readonly session: string; readonly cookies: AnswerCookie[] }> {
	if ('session' in ctx.actor) await deleteSession(ctx, ctx.actor.session);
	const { api } = signInLibrary(ctx);
	const { headers, response } = await api.openSession({ body: { login }, returnHeaders: true });
	const token = device.token ?? newToken();
	const id = await deviceOfLogin(ctx, login, { ...device, token });
	await noteOpening(ctx, { session: response.session, device: id, provedBy });
	await endOldestSessions(ctx, login, mostSessions);
	return { session: response.session, cookies: [...cookiesOf(headers), deviceCookie(token)] };
}

/** A login's first browser is nothing new: somebody has just joined with it. */
async function deviceOfLogin(
	ctx: Context,
	login: string,
	device: Device & { readonly token: string },
): Promise<string> {
	const { browser, system, country } = device;
	const seen = { login_id: login, token_hash: sha256(device.token), browser, system, country };
	const known = await useDevice(ctx, seen);
	if (known !== undefined) return known;
	const id = newId();
	const { others } = await insertDevice(ctx, { id, ...seen });
	if (others) await writeNewDeviceLetter(ctx, login, device);
	return id;
}
