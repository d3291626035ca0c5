/** Who was invited by letter joins under the address the letter went to: its link has proved it. */
import type { AnswerCookie } from '#platform/cookies';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { insertPersonOfLogin } from '../persons.sql.ts';
import type { Device } from './device.ts';
import { loginOfAddress } from './logins.sql.ts';
import { openLogin } from './open-login.ts';
import { openSession } from './open-session.ts';
import { weaknessOf, type PasswordWeakness } from './password-rules.ts';
import { hashOf } from './passwords.ts';

export type JoinInvited = {
	readonly name: string;
	readonly email: string;
	readonly password: string;
	readonly country: string;
	readonly device: Device;
};

export type InvitedRefusal = PasswordWeakness | 'has-account';

/** Whether somebody signs in with this address; for the holder of a link that was written to it: open-to-all. */
export async function hasAccount(ctx: Context, email: string): Promise<boolean> {
	return (await loginOfAddress(ctx, email)) !== undefined;
}

/**
 * Login, person and first session at once. `has-account`: the owner of the address signs in instead. The part that
 * sent the link has looked at it.
 */
export async function joinInvited(
	ctx: Context,
	{ name, email, password, country, device }: JoinInvited,
): Promise<
	Result<
		{ readonly person: PersonId; readonly session: string; readonly cookies: AnswerCookie[] },
		InvitedRefusal
	>
> {
	demand(ctx, 'people.join');
	const weakness = weaknessOf(password, { name, email });
	if (weakness) return refused(weakness, 'password');
	const passwordHash = await hashOf(password);
	return inTransaction(ctx, async (inside) => {
		if (await loginOfAddress(inside, email)) return refused('has-account');
		const login = await openLogin(inside, { email, name, passwordHash });
		const person = await insertPersonOfLogin(inside, { login, name, email, locale: ctx.locale, country });
		await audit(inside, 'people.joined', { kind: 'person', id: person });
		return granted({ person, ...(await openSession(inside, { login, device, provedBy: 'letter' })) });
	});
}
