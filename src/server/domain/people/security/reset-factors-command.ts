/**
 * `npm run cli -- factors reset EMAIL REASON`: whoever runs the machine helps somebody who lost phone, key and paper.
 * There is no page for it: who asks is seen in person or heard on a number that was known before.
 */
import { userInfo } from 'node:os';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { CommandError, type Command } from '#platform/part';
import { personOfAddress } from '../persons.sql.ts';
import {
	deleteAuthenticator,
	deletePasskeys,
	deleteRecoveryCodes,
	factorsOf,
} from '../sign-in/factors.sql.ts';
import { loginOfAddress } from '../sign-in/logins.sql.ts';
import { deleteSessionsOf } from '../sign-in/sessions.sql.ts';
import { writeChangeLetter } from './security-letters.ts';

/** Fewer words tell nobody later why it was done. */
const leastReason = 10;

export const resetFactorsCommand: Command = {
	usage: 'EMAIL REASON',
	summary:
		'Take the code app, passkeys and recovery codes off the account with this address, end its sessions and tell its person. REASON says how you know who asked, in quotation marks.',
	run: async (ctx, [email, reason, ...rest], say) => {
		if (!email || !reason || reason.trim().length < leastReason || rest.length > 0)
			throw new CommandError(
				'Say whose account and how you know who asked: factors reset EMAIL "called back on the number of the organisation".',
			);
		const address = email.toLowerCase();
		const login = await loginOfAddress(ctx, address);
		const person = await personOfAddress(ctx, address);
		if (!login || !person) throw new CommandError(`Nobody signs in with ${email}.`);
		const factors = await factorsOf(ctx, login.id);
		if (!factors.app && factors.passkeys === 0)
			throw new CommandError(`${person.name} has no second factor: there is nothing to reset.`);
		await resetFactors(ctx, login.id, reason.trim());
		say(
			`${person.name} signs in with the password alone now, is signed out everywhere and was told by letter.`,
		);
		say('A desk opens for them once they have set up a second factor anew.');
	},
};

/** Whoever has the machine has everything: open-to-all, and called by the command line alone. */
async function resetFactors(ctx: Context, login: string, reason: string): Promise<void> {
	await inTransaction(ctx, async (ctx) => {
		await deleteAuthenticator(ctx, login);
		await deletePasskeys(ctx, login);
		await deleteRecoveryCodes(ctx, login);
		await deleteSessionsOf(ctx, login);
		await writeChangeLetter(ctx, login, 'factors-reset');
		await audit(
			ctx,
			'people.factors-reset',
			{ kind: 'login', id: login },
			{ reason, account: userInfo().username },
		);
	});
}
