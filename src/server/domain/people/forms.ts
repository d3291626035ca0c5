/** What the forms about accounts, affiliations and profiles carry. */
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { t } from '#messages/people';
import { isMailAddress } from '#platform/mail';
import { text } from '#shared/form-fields';

/** An address we are ready to write to, in small letters, the host as the network spells it. */
function mailAddress() {
	return text(254).transform(plainAddress).refine(isMailAddress, { error: () => t('people.problem.address') });
}

function plainAddress(typed: string): string {
	const at = typed.lastIndexOf('@');
	return `${typed.slice(0, at)}@${domainToASCII(typed.slice(at + 1))}`.toLowerCase();
}

/** As typed: spaces belong to a pass phrase. Its length is judged where it is chosen. */
function password() {
	return z.string().min(1).max(1000);
}

export const joinForm = z.object({
	name: text(100),
	email: mailAddress(),
	password: password(),
	country: z.string().regex(/^[A-Z]{2}$/),
});
export const addressForm = z.object({ email: mailAddress() });
export const signInForm = z.object({ email: mailAddress(), password: password() });
export const confirmForm = z.object({ password: z.string().max(1000).default('') });
export const newPasswordForm = z.object({ password: password() });
