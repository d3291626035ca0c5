/** A teacher leaves a school: the place ends, and a colleague is asked to look after the classes. */
import {
	affiliationsOf,
	endAffiliation,
	personCards,
	teachersOfSchool,
	validatedAffiliations,
	type Affiliation,
	type AffiliationId,
	type EndingReason,
	type PersonCard,
} from '#domain/people';
import { schoolCards, type SchoolCard } from '#domain/schools';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import type { Events } from '#platform/part';
import { refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { demand } from './abilities.ts';
import { endClass } from './change-class.ts';
import { classesLookedAfter, offerClass, type ClassToHandOver } from './handovers.sql.ts';
import { teacherOf } from './make-class.ts';

export type Leaving = {
	readonly school: SchoolCard;
	/** The classes I look after there. */
	readonly classes: readonly ClassToHandOver[];
	/** Who may take them: validated teachers of the school. Nobody: the classes end with my place. */
	readonly colleagues: readonly PersonCard[];
	/** I am validated nowhere else: until I am, no TwinSpace and no class is open to me. */
	readonly isLast: boolean;
};

/** What leaving this school of mine means for its pupils. */
export async function leavingOf(ctx: Context, affiliation: AffiliationId): Promise<Leaving> {
	demand(ctx, 'pupils.see-classes');
	const { place, person } = await ownPlace(ctx, affiliation);
	const school = (await schoolCards(ctx, [place.school])).get(place.school);
	if (!school) throw new NotFound('school');
	const colleagues = await personCards(ctx, await colleaguesAt(ctx, place, person));
	return {
		school,
		classes: await classesLookedAfter(ctx, person, place.school),
		colleagues: [...colleagues.values()],
		isLast: (await validatedAffiliations(ctx, person)).length === 1,
	};
}

export type LeaveSchool = {
	readonly affiliation: AffiliationId;
	readonly reason: EndingReason;
	/** The colleague who is asked to look after the classes. */
	readonly to?: PersonId | undefined;
};

/**
 * Ends the place; projects and labels stay with the person. The classes are offered to the colleague, who accepts or
 * declines; where there is no colleague they end, as any class does. Refused when a colleague must be named first.
 */
export async function leaveSchool(
	ctx: Context,
	{ affiliation, reason, to }: LeaveSchool,
): Promise<Result<undefined, 'colleague-missing'>> {
	return inTransaction(ctx, async (ctx) => {
		demand(ctx, 'pupils.see-classes');
		const { place, person } = await ownPlace(ctx, affiliation);
		const classes = await classesLookedAfter(ctx, person, place.school);
		const colleagues = await colleaguesAt(ctx, place, person);
		const isKnown = to !== undefined && colleagues.includes(to);
		if (classes.length > 0 && colleagues.length > 0 && !isKnown) return refused('colleague-missing', 'to');
		for (const { id } of classes) {
			if (isKnown) await offerClass(ctx, id, { from: person, to });
			else await endClass(ctx, id);
			await audit(ctx, isKnown ? 'pupils.class-offered' : 'pupils.class-ended', { kind: 'class', id });
		}
		if (isKnown && classes.length > 0) await ask(ctx, { to, from: person, count: classes.length });
		return endAffiliation(ctx, { affiliation, reason });
	});
}

async function ask(
	ctx: Context,
	{ to, from, count }: { readonly to: PersonId; readonly from: PersonId; readonly count: number },
): Promise<void> {
	const name = (await personCards(ctx, [from])).get(from)?.name ?? '';
	const params = { name, count };
	await emit(ctx, 'notice', {
		to: [to],
		kind: 'classes-offered',
		params,
		names: [from],
		path: '/me/classes',
	});
}

async function ownPlace(ctx: Context, id: AffiliationId): Promise<{ place: Affiliation; person: PersonId }> {
	const person = teacherOf(ctx.actor);
	const place = (await affiliationsOf(ctx, person)).find((each) => each.id === id);
	if (place?.state !== 'validated') throw new NotFound('affiliation');
	return { place, person };
}

async function colleaguesAt(ctx: Context, { school }: Affiliation, person: PersonId): Promise<PersonId[]> {
	return (await teachersOfSchool(ctx, school)).filter((each) => each !== person);
}

/**
 * However a place ended, no class of it is left with somebody who is not there: any colleague may take it. open-to-all:
 * the person has ended the place.
 */
export async function leaveClassesBehind(
	ctx: Context,
	{ person, school }: Events['affiliation.ended'],
): Promise<void> {
	for (const { id } of await classesLookedAfter(ctx, person, school))
		await offerClass(ctx, id, { from: person, to: null });
}
