import { beforeAll, expect, test } from 'vitest';
import {
	actorOfRequest,
	addSchoolAndState,
	correctAffiliation,
	endAffiliation,
	ownAffiliations,
	stateAffiliation,
	teachersAt,
	validatedAffiliations,
} from '#domain/people';
import { answerQuestion, askQuestion, chainsFor, grantStep, openLook, refuseStep } from '#domain/support';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { compose } from '#platform/part';
import { system, visitor, type Member, type Officer } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { member, officer, people, schools, teacher } from '../../../../../tests/world/index.ts';
import { must } from '../../../../../tests/world/must.ts';
import { signedIn, withLogin } from '../../../../../tests/world/signing-in.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

/** Mette, who has an office in Denmark and no school, asks to become an eTwinner in Porto, where Rui is the officer. */
async function stated(role: 'teacher' | 'librarian' = 'teacher') {
	const mine = database.as<Member>({ kind: 'member', person: people.mette.id, session: 's' });
	const outcome = await stateAffiliation(mine, { school: schools.ribeira.id, role });
	if (!outcome.ok) throw new Error(outcome.reason);
	const rui = database.as(await officer(database.as(visitor), 'rui'));
	return { mine, rui, affiliation: outcome.value.affiliation };
}

/** The step of the case as the officer decides it. */
async function stepOf(ctx: Context, affiliation: string) {
	const chain = (await chainsFor(ctx, 'affiliation', [affiliation])).get(affiliation);
	const step = chain?.steps[0];
	if (!chain || !step) throw new Error('no case');
	return { chain, step: step.id, case: chain.case };
}

const noticesTo = (person: string) =>
	database.db.selectFrom('notices.notice').select('kind').where('person_id', '=', person).execute();

async function look(rui: Context<Officer>, caseId: string) {
	await openLook(rui, { case: caseId, reason: 'to-decide' });
}

test('a member who is validated is a teacher with the next request, without signing in again', async () => {
	const ctx = database.as(visitor);
	const { email, person } = await withLogin(ctx, 'mette');
	const headers = await signedIn(ctx, email);
	expect((await actorOfRequest(ctx, headers)).kind).toBe('member');
	const { rui, affiliation } = await stated();
	const { step, case: caseId } = await stepOf(rui, affiliation);
	await look(rui, caseId);
	expect((await grantStep(rui, { step })).ok).toBe(true);
	expect((await actorOfRequest(ctx, headers)).kind).toBe('teacher');
	expect(await validatedAffiliations(ctx, person)).toMatchObject([
		{ school: schools.ribeira.id, role: 'teacher' },
	]);
	expect(await noticesTo(person)).toEqual([{ kind: 'affiliation-validated' }]);
});

test('the status shows who has the case', async () => {
	const { mine } = await stated();
	const [place] = await ownAffiliations(mine);
	expect(place).toMatchObject({ state: 'stated', card: { name: schools.ribeira.name } });
	expect(place?.chain).toMatchObject({
		state: 'running',
		holder: 'National Support Organisation Portugal',
		applicantHolds: false,
	});
});

test('a question makes the applicant the holder until it is answered', async () => {
	const { mine, rui, affiliation } = await stated();
	const { step, case: caseId } = await stepOf(rui, affiliation);
	await look(rui, caseId);
	await askQuestion(rui, { step, words: 'Which class do you teach?' });
	const [asked] = await ownAffiliations(mine);
	expect(asked?.chain).toMatchObject({
		applicantHolds: true,
		openQuestion: { words: 'Which class do you teach?' },
	});
	const question = asked?.chain?.openQuestion?.id ?? '';
	expect((await answerQuestion(mine, { question, answer: '4B' })).ok).toBe(true);
	expect((await ownAffiliations(mine))[0]?.chain?.applicantHolds).toBe(false);
});

test('what was refused is corrected and decided again', async () => {
	const { mine, rui, affiliation } = await stated();
	const first = await stepOf(rui, affiliation);
	await look(rui, first.case);
	expect((await refuseStep(rui, { step: first.step, reason: 'role-not-eligible' })).ok).toBe(true);
	expect(await noticesTo(people.mette.id)).toEqual([{ kind: 'affiliation-refused' }]);
	expect((await ownAffiliations(mine))[0]?.chain?.state).toBe('refused');
	expect(
		(await correctAffiliation(mine, { affiliation, role: 'librarian', note: 'I run the library.' })).ok,
	).toBe(true);
	const [again] = await ownAffiliations(mine);
	expect(again).toMatchObject({ role: 'librarian', chain: { round: 2, state: 'running' } });
});

test('work without pupils is explained and locks nothing', async () => {
	const mine = database.as(member('marco'));
	const school = schools.ribeira.id;
	expect(await stateAffiliation(mine, { school, role: 'other-work' })).toMatchObject({
		reason: 'other-work',
		field: 'role',
	});
	expect((await stateAffiliation(mine, { school, role: 'head' })).ok).toBe(true);
});

test('a place is stated once', async () => {
	const { mine } = await stated();
	expect(await stateAffiliation(mine, { school: schools.ribeira.id, role: 'head' })).toMatchObject({
		reason: 'stated-before',
	});
	expect((await stateAffiliation(mine, { school: schools.skovbakke.id, role: 'head' })).ok).toBe(true);
});

test('who was wrong about the school takes it back and states another', async () => {
	const { mine, affiliation } = await stated();
	expect((await endAffiliation(mine, { affiliation })).ok).toBe(true);
	expect(await ownAffiliations(mine)).toEqual([]);
	expect((await stateAffiliation(mine, { school: schools.ribeira.id, role: 'teacher' })).ok).toBe(true);
});

test('on the page of a school everybody sees how many take part, teachers see who, and nobody sees who is suspended', async () => {
	const at = async (ctx: Context) => {
		const { count, teachers } = await teachersAt(ctx, { id: schools.ribeira.id });
		return [count, teachers.map(({ id }) => id).sort()];
	};
	const both = [people.ines.id, people.tiago.id].sort();
	const freja = database.as(teacher('freja'));
	expect(await at(freja)).toEqual([2, both]);
	for (const actor of [visitor, member('marco')]) expect(await at(database.as(actor))).toEqual([2, []]);
	const until = new Date(freja.now.getTime() + 24 * 3_600_000);
	await emit(database.as(system), 'person.suspended', { person: people.tiago.id, until });
	expect(await at(freja)).toEqual([1, [people.ines.id]]);
	expect(await at({ ...freja, now: until })).toEqual([2, both]);
});

test('a teacher who leaves the only school is a member again', async () => {
	const ctx = database.as(visitor);
	const { email, person } = await withLogin(ctx, 'ines');
	const headers = await signedIn(ctx, email);
	const [place] = await validatedAffiliations(ctx, person);
	await endAffiliation(database.as(teacher('ines')), { affiliation: place?.id ?? '', reason: 'left' });
	expect((await actorOfRequest(ctx, headers)).kind).toBe('member');
});

test('at a school the role of a validated place is put right at once, and written down', async () => {
	const ines = database.as(teacher('ines'));
	const [place] = await validatedAffiliations(ines, people.ines.id);
	must(await correctAffiliation(ines, { affiliation: place?.id ?? '', role: 'librarian', note: '' }));
	expect(await validatedAffiliations(ines, people.ines.id)).toMatchObject([{ role: 'librarian' }]);
	const noted = await database.db
		.selectFrom('platform.audit_entry')
		.select('details')
		.where('action', '=', 'people.role-changed')
		.execute();
	expect(noted).toEqual([{ details: { before: 'teacher', role: 'librarian' } }]);
});

test('nobody corrects or ends the place of another', async () => {
	const { affiliation } = await stated();
	const other = database.as(teacher('ines'));
	await expect(correctAffiliation(other, { affiliation, role: 'head', note: '' })).rejects.toThrow(NotFound);
	await expect(endAffiliation(other, { affiliation })).rejects.toThrow(NotFound);
});

test('officers and visitors state no place', async () => {
	const rui = database.as(await officer(database.as(visitor), 'rui'));
	for (const ctx of [rui, database.as(visitor)]) {
		await expect(stateAffiliation(ctx, { school: schools.ribeira.id, role: 'teacher' })).rejects.toThrow(
			Forbidden,
		);
	}
});

const newSchool = { name: 'Escola do Vale', town: 'Viseu', country: 'PT', website: '' };

test('a school that no register has is added and stated in one step; its own case comes first', async () => {
	const mine = database.as(member('marco'));
	const outcome = await addSchoolAndState(mine, { ...newSchool, role: 'teacher' });
	if (!outcome.ok) throw new Error(outcome.reason);
	const place = (await ownAffiliations(mine)).find(({ id }) => id === outcome.value.affiliation);
	expect(place).toMatchObject({
		card: { name: newSchool.name },
		chain: { state: 'waits', waitsFor: { kind: 'school' } },
	});
});

test('when the place is refused no school is made', async () => {
	const mine = database.as(member('marco'));
	expect(await addSchoolAndState(mine, { ...newSchool, role: 'other-work' })).toMatchObject({
		reason: 'other-work',
	});
	expect(
		await addSchoolAndState(mine, { ...newSchool, website: 'no website', role: 'teacher' }),
	).toMatchObject({
		reason: 'website-unreadable',
	});
	const made = await mine.db
		.selectFrom('schools.school')
		.select('id')
		.where('name', '=', newSchool.name)
		.execute();
	expect(made).toEqual([]);
});
