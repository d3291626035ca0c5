/** The sign-in library, set up for one use case: our tables, our clock, our cookie; nothing of it answers HTTP. */
import { betterAuth } from 'better-auth';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { installation } from '#platform/installation';
import { entering } from './entering.ts';
import { cookiesAreSecure } from '#platform/cookies';
import { longestDays, sessionCookieName } from './session-cookie.ts';
import { passwordLengths } from './password-rules.ts';

const day = 24 * 3600;

/**
 * Made anew for each use case (about a millisecond), so that it works in the use case's transaction and by
 * its clock. `auth.api` is all that is used; its limits and its Origin check belong to HTTP, ours stand before.
 */
export function signInLibrary(ctx: Context) {
	const { publicUrl, secret } = installation();
	return betterAuth({
		appName: 'OpenTwinning',
		baseURL: publicUrl.origin,
		secret,
		telemetry: { enabled: false },
		logger: { disabled: true },
		database: { db: ctx.db.withSchema('people'), type: 'postgres' },
		emailAndPassword: {
			enabled: true,
			// logins are made by `entering`, when their address is confirmed
			disableSignUp: true,
			requireEmailVerification: true,
			minPasswordLength: passwordLengths.least,
			maxPasswordLength: passwordLengths.most,
			revokeSessionsOnPasswordReset: true,
		},
		user: {
			modelName: 'login',
			fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
		},
		session: {
			modelName: 'session',
			fields: {
				userId: 'login_id',
				expiresAt: 'expires_at',
				ipAddress: 'ip_address',
				userAgent: 'user_agent',
				createdAt: 'created_at',
				updatedAt: 'updated_at',
			},
			expiresIn: longestDays * day,
			disableSessionRefresh: true,
		},
		account: {
			modelName: 'credential',
			fields: {
				userId: 'login_id',
				accountId: 'account_id',
				providerId: 'provider_id',
				accessToken: 'access_token',
				refreshToken: 'refresh_token',
				idToken: 'id_token',
				accessTokenExpiresAt: 'access_token_expires_at',
				refreshTokenExpiresAt: 'refresh_token_expires_at',
				createdAt: 'created_at',
				updatedAt: 'updated_at',
			},
		},
		verification: {
			modelName: 'verification',
			fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
			storeIdentifier: 'hashed',
		},
		databaseHooks: {
			session: { create: { before: (session) => Promise.resolve({ data: byOurClock(session) }) } },
		},
		plugins: [entering],
		advanced: {
			useSecureCookies: false,
			ipAddress: { disableIpTracking: true },
			cookies: { session_token: { name: sessionCookieName(), attributes: { secure: cookiesAreSecure() } } },
			// the committed schema is checked elsewhere; here it would be asked for in every use case
			database: { generateId: () => newId(), validateSchema: false },
		},
	});

	function byOurClock<Session extends object>(session: Session) {
		const expiresAt = new Date(ctx.now.getTime() + longestDays * day * 1000);
		return {
			...session,
			expiresAt,
			createdAt: ctx.now,
			updatedAt: ctx.now,
			ipAddress: null,
			userAgent: null,
		};
	}
}
