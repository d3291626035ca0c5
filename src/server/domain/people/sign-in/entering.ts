/** What the sign-in library lacks: a login for an address that is already proved, and a session without a password. */
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

const openLogin = createAuthEndpoint.serverOnly(
	{
		method: 'POST',
		body: z.object({ email: z.string(), name: z.string(), passwordHash: z.string().optional() }),
	},
	async ({ body, context: { internalAdapter } }) => {
		const { email, name, passwordHash } = body;
		const login = await internalAdapter.createUser(
			{ email, name, emailVerified: true },
			{ method: 'email-password' },
		);
		if (passwordHash !== undefined)
			await internalAdapter.linkAccount({
				userId: login.id,
				providerId: 'credential',
				accountId: login.id,
				password: passwordHash,
			});
		return { login: login.id };
	},
);

const openSession = createAuthEndpoint.serverOnly(
	{ method: 'POST', body: z.object({ login: z.string() }) },
	async (ctx) => {
		const { internalAdapter } = ctx.context;
		const user = await internalAdapter.findUserById(ctx.body.login);
		if (!user) throw new Error('a session needs a login');
		const session = await internalAdapter.createSession(user.id);
		await setSessionCookie(ctx, { session, user });
		return { session: session.id };
	},
);

const replacePassword = createAuthEndpoint.serverOnly(
	{ method: 'POST', body: z.object({ login: z.string(), passwordHash: z.string() }) },
	async ({ body: { login, passwordHash }, context: { internalAdapter } }) => {
		const credentials = await internalAdapter.findAccounts(login);
		if (credentials.some(({ providerId }) => providerId === 'credential'))
			await internalAdapter.updatePassword(login, passwordHash);
		else
			await internalAdapter.linkAccount({
				userId: login,
				providerId: 'credential',
				accountId: login,
				password: passwordHash,
			});
		return {};
	},
);

/** Reached through `auth.api` only; each has no address and can never be called over HTTP. */
export const entering = {
	id: 'entering',
	endpoints: { openLogin, openSession, replacePassword },
} satisfies BetterAuthPlugin;
