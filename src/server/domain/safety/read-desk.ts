/** The moderators' queue, and one matter at the desk: its words only after they were opened on purpose. */
import { personCards } from '#domain/people';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { countAgainst } from '#platform/limits';
import type { Officer } from '#shared/actor';
import { demand, may } from './abilities.ts';
import { limits, roundOpen, type Evidence, type Matter, type MatterId } from './matter.ts';
import { insertLook, mattersAtDesk, runningLook } from './matters.sql.ts';
import { matterAtDesk } from './reach-matter.ts';
import { reportableKind, rooms, type Reportable } from './reportable.ts';
import { reportsAbout, type Report } from './reports.sql.ts';
import { suspensionsOf, type Suspension } from './suspensions.sql.ts';

/** What lies at the desk of the officer, without words of anybody. */
export async function mattersForDesk(ctx: Context, state: 'open' | 'settled'): Promise<Matter[]> {
	demand(ctx, 'safety.see-desk');
	const { organisation, officeKind } = ctx.actor as Officer;
	return mattersAtDesk(ctx, { organisation, central: officeKind === 'central' }, state);
}

export type MatterForDesk = {
	readonly matter: Omit<Matter, 'evidence' | 'author'>;
	/** Where whoever wrote it works or learns; never a name, and never an alias. */
	readonly country: string | null;
	readonly maySettle: boolean;
	readonly outcomes: Reportable['outcomes'];
	readonly reasons: Reportable['reasons'];
	readonly round: 1 | 2 | undefined;
	/** Once opened: the words as they were, what was reported, what the appeal says. */
	readonly opened:
		| {
				readonly until: Date;
				readonly evidence: Evidence | null;
				readonly reports: readonly Pick<Report, 'id' | 'reason' | 'words' | 'locale' | 'reportedAt'>[];
				/** Only adults are suspended here; pupils by their teachers. */
				readonly suspensions: readonly Suspension[] | undefined;
		  }
		| undefined;
};

/** Each read of the words under a look appends its line to the log before it answers. */
export async function matterForDesk(ctx: Context, id: MatterId): Promise<MatterForDesk> {
	const { matter, atDesk, officer } = await matterAtDesk(ctx, id);
	const until = await runningLook(ctx, matter.id, officer.office);
	const anew = matter.room === null ? asItIs : await rooms().withoutAliases(ctx, matter.room);
	const { evidence, author, ...shown } = inWords(matter, anew);
	const { outcomes, reasons } = reportableKind(matter.kind);
	const round = roundOpen(matter);
	const maySettle = round !== undefined && may(ctx.actor, 'safety.settle-at-desk', atDesk);
	const country = await countryOf(ctx, author);
	const base = { matter: shown, country, maySettle, outcomes, reasons, round };
	if (until === undefined) return { ...base, opened: undefined };
	await audit(
		ctx,
		'safety.words-read',
		{ kind: 'matter', id: matter.id },
		{ fields: ['evidence', 'reports', 'appeal'] },
	);
	const person =
		author.person ?? (author.member === null ? null : await rooms().personOf(ctx, author.member));
	return {
		...base,
		opened: {
			until,
			evidence,
			reports: (await reportsAbout(ctx, [matter.id])).map(
				({ id: report, reason, words, locale, reportedAt }) => ({
					id: report,
					reason,
					words: anew(words),
					locale,
					reportedAt,
				}),
			),
			suspensions: person === null ? undefined : await suspensionsOf(ctx, person),
		},
	};
}

const asItIs = (words: string) => words;

/** The matter with everything that somebody wrote written anew: an alias stays in its room. */
function inWords(matter: Matter, anew: (words: string) => string): Matter {
	const { evidence, appeal, decisions } = matter;
	return {
		...matter,
		evidence: evidence && { ...evidence, title: anew(evidence.title), words: anew(evidence.words) },
		appeal: appeal && { ...appeal, words: anew(appeal.words) },
		decisions: decisions.map((decision) => ({ ...decision, words: anew(decision.words) })),
	};
}

const lookMinutes = 30;

/** Opens the words for thirty minutes: an act that is written down, and that the teachers of the room see. */
export async function openWords(ctx: Context, id: MatterId): Promise<void> {
	const { matter, atDesk, officer } = await matterAtDesk(ctx, id);
	demand(ctx, 'safety.see-at-desk', atDesk);
	if ((await runningLook(ctx, matter.id, officer.office)) !== undefined) return;
	await countAgainst(ctx, limits.looks, officer.person);
	await inTransaction(ctx, async (inside) => {
		const endsAt = new Date(ctx.now.getTime() + lookMinutes * 60_000);
		await insertLook(inside, matter.id, officer.office, endsAt);
		await audit(inside, 'safety.words-opened', { kind: 'matter', id: matter.id });
	});
}

async function countryOf(ctx: Context, { person, member }: Matter['author']): Promise<string | null> {
	if (person !== null) return (await personCards(ctx, [person])).get(person)?.country ?? null;
	if (member === null) return null;
	return (await rooms().cards(ctx, [member])).get(member)?.country ?? null;
}
