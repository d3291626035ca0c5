/** A student teacher comes in by the link of the letter: with the account they have, or with a new one. */
import {
	enterCohortPlace,
	hasAccount,
	joinInvited,
	personCards,
	validateCohortPlaces,
	type InvitedRefusal,
	type JoinInvited,
} from '#domain/people';
import { schoolCards } from '#domain/schools';
import { audit } from '#platform/audit';
import type { AnswerCookie } from '#platform/cookies';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { sha256 } from '#platform/ids';
import { countAgainst, type Limit } from '#platform/limits';
import { granted, refused, type Result } from '#platform/result';
import { system, type Member, type PersonId, type Teacher } from '#shared/actor';
import { demand } from './abilities.ts';
import type { Student } from './cohort.ts';
import { approvalOf, cohortsById } from './cohorts.sql.ts';
import { noteAcceptance, studentOfToken } from './students.sql.ts';

/** Tries at opening invitations, from one network: a whole cohort sits in one room. */
const triesFromNetwork: Limit = { name: 'cohorts.invitations', most: 600, seconds: 3600 };

export type Invitation = {
	readonly name: string;
	readonly email: string;
	readonly cohort: string;
	readonly institution: string;
	readonly town: string;
	readonly country: string;
	readonly educator: string;
	/** The address has an account: its owner signs in first. */
	readonly hasAccount: boolean;
};

/** What a link invites to; undefined when it opens nothing (any more). Looking does not use it up. */
export async function invitationOf(ctx: Context, token: string): Promise<Invitation | undefined> {
	demand(ctx, 'cohort.accept');
	const found = await openInvitation(ctx, token);
	if (!found) return undefined;
	const { student, cohort, institution } = found;
	const educator = cohort.educator
		? (await personCards(ctx, [cohort.educator])).get(cohort.educator)
		: undefined;
	return {
		name: student.name,
		email: student.email ?? '',
		cohort: cohort.name,
		institution: institution.name,
		town: institution.town,
		country: institution.country,
		educator: educator?.name ?? '',
		hasAccount: await hasAccount(ctx, student.email ?? ''),
	};
}

type Accepted = Result<undefined, 'link-over' | 'stated-before'>;

/** With the account one has: the place at the institution comes beside the others. */
export async function acceptInvitation(
	ctx: Context,
	{ token }: { readonly token: string },
): Promise<Accepted> {
	demand(ctx, 'cohort.accept');
	const { person } = ctx.actor as Member | Teacher;
	return inTransaction(ctx, (inside) => accept(inside, token, person));
}

/** With a new account under the address of the letter, which the link has proved. */
export async function joinByInvitation(
	ctx: Context,
	{
		token,
		network,
		...input
	}: Omit<JoinInvited, 'email' | 'country'> & { readonly token: string; readonly network: string },
): Promise<Result<{ readonly cookies: AnswerCookie[] }, InvitedRefusal | 'link-over' | 'stated-before'>> {
	demand(ctx, 'cohort.accept');
	await countAgainst(ctx, triesFromNetwork, network);
	return inTransaction(ctx, async (inside) => {
		const found = await openInvitation(inside, token);
		if (!found?.student.email) return refused('link-over');
		const joined = await joinInvited(inside, {
			...input,
			email: found.student.email,
			country: found.institution.country,
		});
		if (!joined.ok) return joined;
		const { cookies, person, session } = joined.value;
		const member: Member = { kind: 'member', person, session };
		const accepted = await accept(asActor(inside, member), token, person);
		return accepted.ok ? granted({ cookies }) : accepted;
	});
}

async function accept(ctx: Context, token: string, person: PersonId): Promise<Accepted> {
	const found = await openInvitation(ctx, token);
	if (!found) return refused('link-over');
	const { student, cohort } = found;
	const place = await enterCohortPlace(ctx, { person, school: cohort.school });
	if (!place.ok) return place;
	const { affiliation } = place.value;
	if (!(await noteAcceptance(ctx, student.id, { person, affiliation }))) return refused('link-over');
	const approval = await approvalOf(ctx, cohort.id);
	if (approval !== undefined)
		await validateCohortPlaces(ctx, { affiliations: [affiliation], case: approval });
	await audit(ctx, 'cohorts.accept', { kind: 'cohort', id: cohort.id }, { student: student.id });
	return granted();
}

async function openInvitation(ctx: Context, token: string) {
	if (!/^[\w-]{43}$/.test(token)) return undefined;
	const student: Student | undefined = await studentOfToken(ctx, sha256(token));
	const [cohort] = student ? await cohortsById(ctx, [student.cohort]) : [];
	if (!student || !cohort || cohort.endedAt) return undefined;
	const institution = (await schoolCards(asActor(ctx, system), [cohort.school])).get(cohort.school);
	return institution && { student, cohort, institution };
}
