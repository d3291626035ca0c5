/** The letter to the head of a school, in the head's language, with a link for one answer. */
import { t } from '#messages/people';
import { schoolCards } from '#domain/schools';
import { workingDaysFrom } from '#domain/support';
import { publicAddress } from '#platform/addresses';
import { asActor, type Context } from '#platform/context';
import { keyedHash, newId, sha256 } from '#platform/ids';
import { installation } from '#platform/installation';
import { queueMail } from '#platform/mail';
import { inLocale } from '#platform/messages';
import { system, type OrganisationId, type PersonId } from '#shared/actor';
import { formatDate } from '#shared/format';
import type { SchoolRole } from '#shared/vocabulary';
import type { AffiliationId } from '../affiliation.ts';
import { roleName } from '../affiliation-case.ts';
import { namesOf } from '../../persons.sql.ts';
import type { EvidenceRule, Mailbox } from './evidence.ts';
import { closeLetters, insertLetter, lettersSince } from './evidence.sql.ts';

/** So many letters a day to one school: nobody floods it with names. The officer decides about the others. */
export const lettersADay = 10;
const day = 24 * 3_600_000;

export type PlaceToConfirm = {
	readonly id: AffiliationId;
	readonly person: PersonId;
	readonly school: string;
	readonly role: SchoolRole;
};

type WriteToSchool = {
	readonly place: PlaceToConfirm;
	readonly mailbox: Mailbox;
	readonly rule: EvidenceRule;
	readonly organisation: OrganisationId;
};

/** Writes to the address of the school; the link of an older letter then opens nothing. False beyond the limit. */
export async function writeToSchool(
	ctx: Context,
	{ place, mailbox, rule, organisation }: WriteToSchool,
): Promise<boolean> {
	const lately = await lettersSince(ctx, mailbox.school, new Date(ctx.now.getTime() - day));
	if (lately >= lettersADay) return false;
	await closeLetters(ctx, place.id);
	const id = newId();
	const expiresAt = new Date(ctx.now.getTime() + rule.linkDays * day);
	await insertLetter(ctx, {
		id,
		affiliation: place.id,
		mailbox: mailbox.id,
		tokenHash: sha256(tokenOf(id)),
		remindAt: await workingDaysFrom(ctx, organisation, ctx.now, rule.remindAfterDays),
		expiresAt,
	});
	await sendHeadLetter(ctx, { letter: id, place, mailbox, expiresAt, again: false });
	return true;
}

/** Signed with the secret of the installation: the reminder carries the same link, and no row can open it. */
function tokenOf(letter: string): string {
	return keyedHash(installation().secret, `head-letter ${letter}`).toString('base64url');
}

type HeadMail = {
	readonly letter: string;
	readonly place: PlaceToConfirm;
	readonly mailbox: Mailbox;
	readonly expiresAt: Date;
	/** The first letter had no answer. */
	readonly again: boolean;
};

export async function sendHeadLetter(ctx: Context, mail: HeadMail): Promise<void> {
	const { letter, place, mailbox, expiresAt, again } = mail;
	const { locale } = mailbox;
	const card = (await schoolCards(asActor(ctx, system), [place.school])).get(place.school);
	const name = (await namesOf(ctx, [place.person])).get(place.person) ?? '';
	const link = publicAddress(`/${locale}/head/${tokenOf(letter)}`);
	const { subject, body } = inLocale(locale, () => {
		const values = { name, school: card?.name ?? '', role: roleName(place.role) };
		const until = formatDate(expiresAt, locale, 'UTC');
		return {
			subject: t(again ? 'people.letter.head.subject-again' : 'people.letter.head.subject', values),
			body: [
				t('people.letter.head.greeting', { school: values.school }),
				t('people.letter.head.body', values),
				link,
				t('people.letter.head.until', { until }),
				t('people.letter.head.why'),
				t('people.letter.end'),
			].join('\n\n'),
		};
	});
	const to = mailbox.address;
	await queueMail(ctx, { to, locale, subject, body, secretLink: link, concerns: [place.person] });
}
