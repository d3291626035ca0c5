/** All SQL of evidence: rules, mailboxes, letters to heads, the words of colleagues. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { OfficeId, OrganisationId, PersonId } from '#shared/actor';
import { isLocale } from '#shared/locales';
import { isNotSuspended } from '../../sign-in/suspension.sql.ts';
import type { AffiliationId } from '../affiliation.ts';
import type { ColleagueAnswer, EvidenceRule, HeadAnswer, HeadLetter, Mailbox, Vouch } from './evidence.ts';

/** The rule of this organisation that holds now, else the one of all. */
export async function evidenceRuleOf(ctx: Context, organisation: OrganisationId): Promise<EvidenceRule> {
	const row = await ctx.db
		.selectFrom('people.evidence_rule')
		.select([
			'head',
			'colleagues',
			'colleagues_needed',
			'colleague_after_days',
			'link_days',
			'remind_after_days',
		])
		.where((eb) => eb.or([eb('organisation_id', 'is', null), eb('organisation_id', '=', organisation)]))
		.where('since', '<=', ctx.now)
		.orderBy(sql`organisation_id is null`)
		.orderBy('since', 'desc')
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	return {
		head: row.head as EvidenceRule['head'],
		colleagues: row.colleagues as EvidenceRule['colleagues'],
		colleaguesNeeded: row.colleagues_needed,
		colleagueAfterDays: row.colleague_after_days,
		linkDays: row.link_days,
		remindAfterDays: row.remind_after_days,
	};
}

export async function mailboxOf(ctx: Context, school: string): Promise<Mailbox | undefined> {
	const row = await ctx.db
		.selectFrom('people.school_mailbox')
		.select(['id', 'school_id', 'address', 'locale', 'source', 'source_page', 'entered_at'])
		.where('school_id', '=', school)
		.where('replaced_at', 'is', null)
		.executeTakeFirst();
	return row && mailboxOfRow(row);
}

type MailboxRow = {
	readonly id: string;
	readonly school_id: string;
	readonly address: string;
	readonly locale: string;
	readonly source: string;
	readonly source_page: string | null;
	readonly entered_at: Date;
};

function mailboxOfRow(row: MailboxRow): Mailbox {
	return {
		id: row.id,
		school: row.school_id,
		address: row.address,
		locale: isLocale(row.locale) ? row.locale : 'en',
		source: row.source as Mailbox['source'],
		sourcePage: row.source_page ?? undefined,
		enteredAt: row.entered_at,
	};
}

export type NewMailbox = Omit<Mailbox, 'enteredAt' | 'sourcePage'> & {
	readonly sourcePage?: string | undefined;
	readonly office?: OfficeId | undefined;
};

/** Takes the place of the one before, which stays as history. */
export async function replaceMailbox(ctx: Context, mailbox: NewMailbox): Promise<void> {
	await ctx.db
		.updateTable('people.school_mailbox')
		.set({ replaced_at: ctx.now })
		.where('school_id', '=', mailbox.school)
		.where('replaced_at', 'is', null)
		.execute();
	await ctx.db
		.insertInto('people.school_mailbox')
		.values({
			id: mailbox.id,
			school_id: mailbox.school,
			address: mailbox.address,
			locale: mailbox.locale,
			source: mailbox.source,
			source_page: mailbox.sourcePage ?? null,
			entered_by: mailbox.office ?? null,
			entered_at: ctx.now,
		})
		.execute();
}

export type MailboxHint = { readonly address: string; readonly page: string };

export async function hintFor(ctx: Context, affiliation: AffiliationId): Promise<MailboxHint | undefined> {
	return ctx.db
		.selectFrom('people.mailbox_hint')
		.select(['address', 'page'])
		.where('affiliation_id', '=', affiliation)
		.executeTakeFirst();
}

export async function keepHint(ctx: Context, affiliation: AffiliationId, hint: MailboxHint): Promise<void> {
	await ctx.db
		.insertInto('people.mailbox_hint')
		.values({ affiliation_id: affiliation, ...hint, given_at: ctx.now })
		.onConflict((conflict) => conflict.column('affiliation_id').doUpdateSet({ ...hint, given_at: ctx.now }))
		.execute();
}

export type NewLetter = {
	readonly id: string;
	readonly affiliation: AffiliationId;
	readonly mailbox: string;
	readonly tokenHash: Buffer;
	readonly remindAt: Date;
	readonly expiresAt: Date;
};

export async function insertLetter(ctx: Context, letter: NewLetter): Promise<void> {
	await ctx.db
		.insertInto('people.head_letter')
		.values({
			id: letter.id,
			affiliation_id: letter.affiliation,
			mailbox_id: letter.mailbox,
			token_hash: letter.tokenHash,
			written_at: ctx.now,
			remind_at: letter.remindAt,
			expires_at: letter.expiresAt,
		})
		.execute();
}

/** How many letters this school got since then: nobody floods it with other people's names. */
export async function lettersSince(ctx: Context, school: string, since: Date): Promise<number> {
	const { count } = await ctx.db
		.selectFrom('people.head_letter as letter')
		.innerJoin('people.school_mailbox as mailbox', 'mailbox.id', 'letter.mailbox_id')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('mailbox.school_id', '=', school)
		.where('letter.written_at', '>', since)
		.executeTakeFirstOrThrow();
	return count;
}

function letters(ctx: Context) {
	return ctx.db
		.selectFrom('people.head_letter')
		.select([
			'id',
			'affiliation_id',
			'written_at',
			'reminded_at',
			'expires_at',
			'closed_at',
			'answer',
			'answered_at',
		]);
}

type LetterRow = Awaited<ReturnType<ReturnType<typeof letters>['executeTakeFirstOrThrow']>>;

function letterOf(row: LetterRow): HeadLetter {
	return {
		id: row.id,
		affiliation: row.affiliation_id,
		writtenAt: row.written_at,
		remindedAt: row.reminded_at ?? undefined,
		expiresAt: row.expires_at,
		closedAt: row.closed_at ?? undefined,
		answer: (row.answer as HeadAnswer | null) ?? undefined,
		answeredAt: row.answered_at ?? undefined,
	};
}

/** The letter of this token while it can be answered. */
export async function openLetterOf(ctx: Context, tokenHash: Buffer): Promise<HeadLetter | undefined> {
	const row = await letters(ctx)
		.where('token_hash', '=', tokenHash)
		.where('closed_at', 'is', null)
		.where('expires_at', '>', ctx.now)
		.executeTakeFirst();
	return row && letterOf(row);
}

export async function lettersAbout(
	ctx: Context,
	affiliations: readonly AffiliationId[],
): Promise<HeadLetter[]> {
	if (affiliations.length === 0) return [];
	const rows = await letters(ctx)
		.where('affiliation_id', 'in', [...affiliations])
		.orderBy('written_at')
		.execute();
	return rows.map(letterOf);
}

/** True for the one answer that is first. */
export async function answerLetter(ctx: Context, id: string, answer: HeadAnswer): Promise<boolean> {
	const answered = await ctx.db
		.updateTable('people.head_letter')
		.set({ answer, answered_at: ctx.now, closed_at: ctx.now })
		.where('id', '=', id)
		.where('closed_at', 'is', null)
		.executeTakeFirst();
	return answered.numUpdatedRows === 1n;
}

/** A new letter, a decision, an end: the link of the one before opens nothing any more. */
export async function closeLetters(ctx: Context, affiliation: AffiliationId): Promise<void> {
	await ctx.db
		.updateTable('people.head_letter')
		.set({ closed_at: ctx.now })
		.where('affiliation_id', '=', affiliation)
		.where('closed_at', 'is', null)
		.execute();
}

/** Letters whose time is over without an answer; each is answered once, however many workers ask. */
export function takeSilentLetters(ctx: Context): Promise<{ affiliation: AffiliationId }[]> {
	return ctx.db
		.updateTable('people.head_letter')
		.set({ closed_at: ctx.now })
		.where('closed_at', 'is', null)
		.where('expires_at', '<=', ctx.now)
		.returning('affiliation_id as affiliation')
		.execute();
}

export type DueLetter = {
	readonly id: string;
	readonly affiliation: AffiliationId;
	readonly mailbox: string;
};

/** Letters the school is to be reminded of, marked as reminded. */
export function takeLettersToRemind(ctx: Context): Promise<DueLetter[]> {
	return ctx.db
		.updateTable('people.head_letter')
		.set({ reminded_at: ctx.now })
		.where('closed_at', 'is', null)
		.where('reminded_at', 'is', null)
		.where('remind_at', '<=', ctx.now)
		.returning(['id', 'affiliation_id as affiliation', 'mailbox_id as mailbox'])
		.execute();
}

export async function mailboxById(ctx: Context, id: string): Promise<Mailbox> {
	const row = await ctx.db
		.selectFrom('people.school_mailbox')
		.select(['id', 'school_id', 'address', 'locale', 'source', 'source_page', 'entered_at'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	return mailboxOfRow(row);
}

/** What colleagues say of a place, as long as they are colleagues: validated there still, and not suspended. */
export async function vouchesFor(ctx: Context, affiliation: AffiliationId): Promise<Vouch[]> {
	const rows = await ctx.db
		.selectFrom('people.vouch as vouch')
		.innerJoin('people.affiliation as stated', 'stated.id', 'vouch.affiliation_id')
		.innerJoin('people.person as person', 'person.id', 'vouch.person_id')
		.innerJoin('people.affiliation as own', (join) =>
			join.onRef('own.person_id', '=', 'vouch.person_id').onRef('own.school_id', '=', 'stated.school_id'),
		)
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'own.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'own.id')
		.select(['vouch.person_id', 'vouch.says', 'vouch.browser_hash', 'vouch.made_at'])
		.where('vouch.affiliation_id', '=', affiliation)
		.where('ending.affiliation_id', 'is', null)
		.where(isNotSuspended(ctx.now))
		.orderBy('vouch.made_at')
		.execute();
	return rows.map((row) => ({
		person: row.person_id,
		says: row.says as ColleagueAnswer,
		browser: row.browser_hash?.toString('hex'),
		madeAt: row.made_at,
	}));
}

/** What a colleague says last holds. */
export async function keepVouch(
	ctx: Context,
	affiliation: AffiliationId,
	vouch: { readonly person: PersonId; readonly says: ColleagueAnswer; readonly browser: Buffer | undefined },
): Promise<void> {
	const row = { says: vouch.says, browser_hash: vouch.browser ?? null, made_at: ctx.now };
	await ctx.db
		.insertInto('people.vouch')
		.values({ affiliation_id: affiliation, person_id: vouch.person, ...row })
		.onConflict((conflict) => conflict.columns(['affiliation_id', 'person_id']).doUpdateSet(row))
		.execute();
}

export type Colleague = { readonly person: PersonId; readonly validatedAt: Date };

/** Validated at this school since before then, there still and not suspended, the newest to have been here first. */
export async function colleaguesAt(ctx: Context, school: string, before: Date): Promise<Colleague[]> {
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.innerJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.innerJoin('people.person as person', 'person.id', 'affiliation.person_id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.select(['affiliation.person_id as person', 'validation.validated_at as validatedAt'])
		.where('affiliation.school_id', '=', school)
		.where('validation.validated_at', '<=', before)
		.where('ending.affiliation_id', 'is', null)
		.where(isNotSuspended(ctx.now))
		.orderBy('person.last_active_at', 'desc')
		.execute();
}

/** The persons who are validated at this school now. */
export async function teachersOfSchool(ctx: Context, school: string): Promise<PersonId[]> {
	return (await colleaguesAt(ctx, school, ctx.now)).map(({ person }) => person);
}

/** How many are validated at the school and still there. */
export async function teachersAt(ctx: Context, school: string): Promise<number> {
	return (await colleaguesAt(ctx, school, ctx.now)).length;
}

/** Places at these schools that are stated and not decided yet, with who states them. */
export function undecidedAt(ctx: Context, schools: readonly string[]) {
	return ctx.db
		.selectFrom('people.affiliation as affiliation')
		.leftJoin('people.affiliation_validation as validation', 'validation.affiliation_id', 'affiliation.id')
		.leftJoin('people.affiliation_ending as ending', 'ending.affiliation_id', 'affiliation.id')
		.select(['affiliation.id', 'affiliation.person_id as person', 'affiliation.school_id as school'])
		.select(['affiliation.role', 'affiliation.stated_at as statedAt'])
		.where('affiliation.school_id', 'in', [...schools])
		.where('validation.affiliation_id', 'is', null)
		.where('ending.affiliation_id', 'is', null)
		.orderBy('affiliation.stated_at')
		.execute();
}
