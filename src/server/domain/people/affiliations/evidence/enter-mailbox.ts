/** An officer enters where a school is written to, as a page says that anyone can open, and has the letter written. */
import { subjectForOffice, type CaseId } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import type { Locale } from '#shared/locales';
import { demand } from '../../abilities.ts';
import { isAddressOf } from '../../sign-in/addresses.sql.ts';
import { affiliationsById } from '../affiliations.sql.ts';
import { openCaseOf } from './case-of-place.ts';
import { replaceMailbox } from './evidence.sql.ts';
import { writeToSchool } from './head-letters.ts';
import { mailboxToWriteTo } from './mailboxes.ts';

export type EnterMailbox = {
	readonly case: CaseId;
	readonly address: string;
	readonly locale: Locale;
	/** The page on which the address stands for everyone to read. */
	readonly page: string;
};

export type LetterRefusal =
	'not-running' | 'head-not-asked' | 'school-written-enough' | 'no-mailbox' | 'own-address';

/** Keeps the address for this school and writes to it. Refused when it is the applicant's own. */
export async function enterMailbox(
	ctx: Context,
	{ case: id, address, locale, page }: EnterMailbox,
): Promise<Result<undefined, LetterRefusal>> {
	return inTransaction(ctx, async (ctx) => {
		const reached = await reachPlace(ctx, id);
		demand(ctx, 'people.write-to-school', reached);
		const { place } = reached;
		// whoever signs in with this address would confirm themself
		if (await isAddressOf(ctx, place.person, address)) return refused('own-address', 'address');
		const { office } = ctx.actor as Officer;
		await replaceMailbox(ctx, {
			...{ id: newId(), school: place.school, address, locale },
			...{ source: 'officer', sourcePage: page, office },
		});
		await audit(ctx, 'people.mailbox-entered', { kind: 'school', id: place.school }, { page });
		return write(ctx, reached);
	});
}

/** Writes once more to the address that is known, for instance when the letter was never found. */
export async function writeToSchoolAgain(
	ctx: Context,
	id: CaseId,
): Promise<Result<undefined, LetterRefusal>> {
	return inTransaction(ctx, async (ctx) => {
		const reached = await reachPlace(ctx, id);
		demand(ctx, 'people.write-to-school', reached);
		return write(ctx, reached);
	});
}

type Reached = Awaited<ReturnType<typeof reachPlace>>;

async function reachPlace(ctx: Context, id: CaseId) {
	const { kind, subject, conflict, lookIsOpen } = await subjectForOffice(ctx, id);
	const [place] = kind === 'affiliation' ? await affiliationsById(ctx, [subject]) : [];
	if (!place) throw new NotFound('case');
	return { place, conflict, lookIsOpen };
}

async function write(ctx: Context, { place }: Reached): Promise<Result<undefined, LetterRefusal>> {
	const open = await openCaseOf(ctx, place.id);
	if (!open) return refused('not-running');
	const { rule, organisation } = open;
	if (rule.head === 'off') return refused('head-not-asked');
	const mailbox = await mailboxToWriteTo(ctx, place.school);
	if (!mailbox) return refused('no-mailbox');
	if (await isAddressOf(ctx, place.person, mailbox.address)) return refused('own-address');
	const isWritten = await writeToSchool(ctx, { place, mailbox, rule, organisation });
	await audit(ctx, 'people.school-written', { kind: 'affiliation', id: place.id });
	return isWritten ? granted() : refused('school-written-enough');
}
