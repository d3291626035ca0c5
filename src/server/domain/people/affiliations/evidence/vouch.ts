/** A validated teacher says of somebody who states the same school: I know this person, or I do not. */
import { schoolCards, type SchoolCard } from '#domain/schools';
import { audit } from '#platform/audit';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { granted, refused, type Result } from '#platform/result';
import { system, type Teacher } from '#shared/actor';
import { isOneOf, schoolRoles, type SchoolRole } from '#shared/vocabulary';
import { demand } from '../../abilities.ts';
import { namesOf } from '../../persons.sql.ts';
import type { Affiliation, AffiliationId } from '../affiliation.ts';
import { lockPerson, runningAffiliations } from '../affiliations.sql.ts';
import { browserOfSession, browserKnows } from './browsers.sql.ts';
import { openCaseOf } from './case-of-place.ts';
import { validatedBefore, type ColleagueAnswer, type EvidenceRule } from './evidence.ts';
import { keepVouch, undecidedAt, vouchesFor } from './evidence.sql.ts';
import { weighEvidence } from './weigh-evidence.ts';

/** Somebody who says that they work at my school. */
export type StatedColleague = {
	readonly affiliation: AffiliationId;
	readonly name: string;
	readonly role: SchoolRole;
	readonly school: SchoolCard;
	readonly statedAt: Date;
	/** What I have said about them. */
	readonly said: ColleagueAnswer | undefined;
	/** From when on I may speak for colleagues here; undefined when I may now. */
	readonly mayFrom: Date | undefined;
};

/** Those who state a school at which I am validated, while their case runs and the rule asks colleagues. */
export async function statedColleagues(ctx: Context): Promise<StatedColleague[]> {
	demand(ctx, 'people.vouch');
	const { person } = teacherIn(ctx);
	const mine = await validatedPlaces(ctx);
	const found =
		mine.length === 0
			? []
			: await undecidedAt(
					ctx,
					mine.map(({ school }) => school),
				);
	const names = await namesOf(
		ctx,
		found.map((each) => each.person),
	);
	const cards = await schoolCards(
		asActor(ctx, system),
		mine.map(({ school }) => school),
	);
	const colleagues: StatedColleague[] = [];
	for (const each of found) {
		const open = each.person === person ? undefined : await openCaseOf(ctx, each.id);
		const school = cards.get(each.school);
		if (!open || open.rule.colleagues === 'off' || !school || !isOneOf(schoolRoles, each.role)) continue;
		const said = (await vouchesFor(ctx, each.id)).find((vouch) => vouch.person === person)?.says;
		const own = mine.find((place) => place.school === each.school);
		colleagues.push({
			...{ affiliation: each.id, name: names.get(each.person) ?? '', role: each.role, school, said },
			statedAt: each.statedAt,
			mayFrom: own && mayFrom(open.rule, own, ctx.now),
		});
	}
	return colleagues;
}

export type VouchFor = { readonly affiliation: AffiliationId; readonly says: ColleagueAnswer };

/**
 * Keeps the word of a colleague; with enough of them the place is validated, where the rule says so. Refused before
 * one has been validated long enough, and in a browser in which the other has signed in, too.
 */
export async function vouchFor(
	ctx: Context,
	{ affiliation, says }: VouchFor,
): Promise<Result<undefined, 'validated-too-lately' | 'same-browser' | 'browser-unknown'>> {
	return inTransaction(ctx, async (ctx) => {
		demand(ctx, 'people.vouch');
		const { person, session } = teacherIn(ctx);
		const { place, open, own } = await reachColleague(ctx, affiliation);
		if (mayFrom(open.rule, own, ctx.now)) return refused('validated-too-lately');
		const browser = await browserOfSession(ctx, session);
		if (says === 'works-here' && browser === undefined) return refused('browser-unknown');
		if (browser && (await browserKnows(ctx, browser, place.person))) return refused('same-browser');
		await keepVouch(ctx, place.id, { person, says, browser });
		await audit(ctx, 'people.vouched', { kind: 'affiliation', id: place.id }, { says });
		await weighEvidence(ctx, place);
		return granted();
	});
}

/** Somebody of my school other than me whose case runs; for anyone else there is nothing to say. */
async function reachColleague(ctx: Context, id: AffiliationId) {
	const mine = await validatedPlaces(ctx);
	const found =
		mine.length === 0
			? []
			: await undecidedAt(
					ctx,
					mine.map(({ school }) => school),
				);
	const place = found.find((each) => each.id === id && each.person !== teacherIn(ctx).person);
	const own = mine.find((each) => each.school === place?.school);
	if (!place || !own) throw new NotFound('affiliation');
	await lockPerson(ctx, place.person);
	const open = await openCaseOf(ctx, place.id);
	if (!open || open.rule.colleagues === 'off') throw new NotFound('affiliation');
	return { place, open, own };
}

async function validatedPlaces(ctx: Context): Promise<Affiliation[]> {
	const places = await runningAffiliations(ctx, [teacherIn(ctx).person]);
	return places.filter(({ state }) => state === 'validated');
}

function teacherIn({ actor }: Context): Teacher {
	if (actor.kind !== 'teacher') throw new Forbidden('people.vouch');
	return actor;
}

function mayFrom(rule: EvidenceRule, own: Affiliation, now: Date): Date | undefined {
	const since = own.validatedAt ?? now;
	const waits = since.getTime() - validatedBefore(rule, now).getTime();
	return waits > 0 ? new Date(now.getTime() + waits) : undefined;
}
