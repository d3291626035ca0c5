/** The letter that invites a student teacher, in the language of the educator's page. */
import { t } from '#messages/cohorts';
import { publicAddress } from '#platform/addresses';
import type { Context } from '#platform/context';
import { newToken, sha256 } from '#platform/ids';
import { queueMail } from '#platform/mail';
import { formatDate } from '#shared/format';
import { invitationDays } from './cohort.ts';

const day = 24 * 3600 * 1000;

/** A link that is known here and in the letter only. */
export function newInvitation(ctx: Context): {
	readonly token: string;
	readonly tokenHash: Buffer;
	readonly expiresAt: Date;
} {
	const token = newToken();
	const expiresAt = new Date(ctx.now.getTime() + invitationDays * day);
	return { token, tokenHash: sha256(token), expiresAt };
}

export type Invited = {
	readonly name: string;
	readonly email: string;
	readonly educator: string;
	readonly institution: string;
	readonly cohort: string;
};

export async function writeInvitation(
	ctx: Context,
	to: Invited,
	{ token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): Promise<void> {
	const { name, email, educator, institution, cohort } = to;
	const link = publicAddress(`/${ctx.locale}/cohort/${token}`);
	const until = formatDate(expiresAt, ctx.locale, 'UTC');
	const body = [
		t('cohorts.letter.greeting', { name }),
		t('cohorts.letter.body', { educator, institution, cohort }),
		link,
		t('cohorts.letter.until', { date: until }),
		t('cohorts.letter.not-you'),
	].join('\n\n');
	const subject = t('cohorts.letter.subject', { institution });
	await queueMail(ctx, { to: email, locale: ctx.locale, subject, body, secretLink: link });
}
