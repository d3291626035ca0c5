/** What became of a report, for whoever holds its number; and what was decided about one's own words. */
import { organisationCards, type Organisation } from '#domain/support';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { personOf } from '#shared/actor';
import { demand } from './abilities.ts';
import { mayAppeal, roundOpen, type Decision, type Matter, type MatterId, type Side } from './matter.ts';
import { hoursFor, lastSettledAbout, looksAtWordsOf, matterById } from './matters.sql.ts';
import { rooms } from './reportable.ts';
import { numberSymbols, reportByNumber, type Report } from './reports.sql.ts';

/** A decision as both sides read it: what, by which rule, by whom, and that no machine decided. */
export type Statement = {
	readonly kind: string;
	readonly decisions: readonly Decision[];
	readonly waits: boolean;
	readonly mayAppeal: boolean;
	readonly appealedBy: Side | undefined;
};

/** What whoever reported sees. `hours`: how soon somebody looks. */
export type Receipt = Statement & {
	readonly number: string;
	readonly reason: Report['reason'];
	readonly reportedAt: Date;
	readonly hours: { readonly urgent: number; readonly other: number };
};

/** What became of the report with this number. NotFound for a number that was never given. Nothing of the thing is shown. */
export async function receiptFor(ctx: Context, number: string): Promise<Receipt> {
	demand(ctx, 'safety.look-up');
	const report = await reportOfNumber(ctx, number);
	const matter = await matterById(ctx, report.matter);
	if (!matter) throw new NotFound('report');
	const { reason, reportedAt } = report;
	const hours = { urgent: await hoursFor(ctx, true), other: await hoursFor(ctx, false) };
	return { ...statementOf(matter, 'reporter', ctx.now), number: report.number, reason, reportedAt, hours };
}

/** What was decided about my own words, with the words as they were. NotFound for anybody else's. */
export async function decisionFor(
	ctx: Context,
	id: MatterId,
): Promise<Statement & { readonly evidence: Matter['evidence'] }> {
	demand(ctx, 'safety.see-own');
	const matter = await ownMatter(ctx, id);
	return { ...statementOf(matter, 'author', ctx.now), evidence: matter.evidence };
}

/** A desk opened words of mine: which organisation, when, and what kind of thing it was. */
export type LookAtWords = {
	readonly id: string;
	readonly organisation: Organisation | undefined;
	readonly at: Date;
	readonly until: Date;
	readonly kind: string;
};

/** Looks of desks at what I wrote, the newest first. open-to-all who have an account, each their own. */
export async function looksAtMyWords(ctx: Context): Promise<LookAtWords[]> {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new NotFound('looks');
	const looks = await looksAtWordsOf(ctx, person);
	const organisations = await organisationCards(
		ctx,
		looks.map(({ organisation }) => organisation),
	);
	return looks.map((look) => ({ ...look, organisation: organisations.get(look.organisation) }));
}

/** A matter about something the actor wrote, once something was decided; named by its id, or by that of the thing. */
export async function ownMatter(ctx: Context, id: MatterId): Promise<Matter> {
	const matter = isId(id) ? await matterOf(ctx, id) : undefined;
	if (!matter || matter.settledAt === null || !(await isAuthor(ctx, matter))) throw new NotFound('matter');
	return matter;
}

async function matterOf(ctx: Context, id: string): Promise<Matter | undefined> {
	const last = (await lastSettledAbout(ctx, [id])).get(id);
	return matterById(ctx, last ?? id);
}

async function isAuthor(ctx: Context, { author, room }: Matter): Promise<boolean> {
	const person = personOf(ctx.actor);
	if (author.person !== null) return author.person === person;
	if (author.member === null || room === null) return false;
	if (person !== undefined) return (await rooms().personOf(ctx, author.member)) === person;
	return (await rooms().memberIn(ctx, room)) === author.member;
}

/** The report with a number as somebody types it: in groups or not, in any case. */
export async function reportOfNumber(ctx: Context, typed: string): Promise<Report> {
	const number = typed
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replace(/[OIL]/g, (sign) => (sign === 'O' ? '0' : '1'));
	const report = number.length === numberSymbols ? await reportByNumber(ctx, number) : undefined;
	if (!report) throw new NotFound('report');
	return report;
}

function statementOf(matter: Matter, side: Side, now: Date): Statement {
	return {
		kind: matter.kind,
		decisions: matter.decisions,
		waits: roundOpen(matter) !== undefined,
		mayAppeal: mayAppeal(matter, side, now),
		appealedBy: matter.appeal?.by,
	};
}
