import { beforeEach, expect, test } from 'vitest';
import {
	actorOfRequest,
	affiliationsOf,
	correctAffiliation,
	deviceOf,
	stateAffiliation,
	validatedAffiliations,
} from '#domain/people';
import { answerRequest, contactsFor, sendRequest } from '#domain/contacts';
import { foundProject, ownProjects } from '#domain/projects';
import { makeClass, schoolsForClasses } from '#domain/pupils';
import { chainsFor, grantByEvidence, grantStep, looksFor, openLook, refuseStep } from '#domain/support';
import type { Context } from '#platform/context';
import { compose } from '#platform/part';
import { system, visitor, type Member, type Teacher } from '#shared/actor';
import { allParts } from '../../parts.ts';
import { aCohort, anInstitution, endOfStudies, studentList } from '../../../../tests/world/a-cohort.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, people, schools, teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { endCohorts } from './end-cohorts.ts';
import {
	acceptInvitation,
	cohortFor,
	invitationOf,
	inviteAgain,
	joinByInvitation,
	makeCohort,
	ownCohorts,
	sendCohortAgain,
	withdrawInvitation,
} from './index.ts';

const world = testDatabase();
beforeEach(() => compose(allParts));

const tiago = () => world.as(teacher('tiago'));
const rui = async () => world.as(await officer(world.as(system), 'rui'));
const password = 'quiet harbour lantern seven';
const day = 24 * 3600 * 1000;

/** The links in the letters, the newest last. */
async function linksTo(email: string): Promise<string[]> {
	const letters = await world.db
		.selectFrom('platform.mail')
		.select('secret_link')
		.where('to_address', '=', email)
		.orderBy('queued_at')
		.orderBy('id')
		.execute();
	return letters.map(({ secret_link }) => secret_link?.split('/').at(-1) ?? '');
}

async function stepOf(cohort: string) {
	const desk = await rui();
	const chain = (await chainsFor(desk, 'cohort', [cohort])).get(cohort);
	if (!chain) throw new Error('no case');
	await openLook(desk, { case: chain.case, reason: 'to-decide' });
	return { desk, step: chain.steps.at(-1)?.id ?? '' };
}

/** Ana comes in by her letter; what she is with the next request. */
async function anaJoins(token?: string) {
	const [link = ''] = token === undefined ? (await linksTo('ana@uni.example')).slice(-1) : [token];
	const input = {
		token: link,
		name: 'Ana Silva',
		password,
		network: '192.0.2.1',
		device: deviceOf(new Headers()),
	};
	return joinByInvitation(world.as(visitor), input);
}

async function ana(): Promise<{ readonly id: string; readonly email: string | null }> {
	return world.db
		.selectFrom('people.person')
		.select(['id', 'email'])
		.where('email', '=', 'ana@uni.example')
		.executeTakeFirstOrThrow();
}

test('everybody on the list is written to, comes in by the letter, and is validated by one decision', async () => {
	const { school, cohort } = await aCohort(world);
	const joined = must(await anaJoins());
	const headers = new Headers({
		cookie: joined.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
	});
	const acting = () => actorOfRequest(world.as(visitor), headers);
	expect((await acting()).kind).toBe('member');
	const { desk, step } = await stepOf(cohort);
	must(await grantStep(desk, { step }));
	expect((await acting()).kind).toBe('teacher');
	const { id } = await ana();
	expect(await affiliationsOf(desk, id)).toMatchObject([
		{ school, role: 'trainee-teacher', state: 'validated', isDefault: true },
	]);
	// who comes later is validated at once
	const [link = ''] = await linksTo('rui.costa@uni.example');
	must(await acceptInvitation(world.as(member('marco')), { token: link }));
	expect(await affiliationsOf(desk, people.marco.id)).toMatchObject([{ school, state: 'validated' }]);
	const { students } = await cohortFor(tiago(), cohort);
	expect(students.map(({ state }) => state)).toEqual(['accepted', 'accepted']);
});

test('a student teacher founds projects of teacher education and no other, and makes no class', async () => {
	const { school, cohort } = await aCohort(world);
	must(await anaJoins());
	const { desk, step } = await stepOf(cohort);
	must(await grantStep(desk, { step }));
	const actor: Teacher = { kind: 'teacher', person: (await ana()).id, session: 's' };
	const ctx = world.as(actor);
	expect(await foundProject(ctx, { kind: 'european', title: 'Rivers' })).toMatchObject({
		reason: 'still-studying',
	});
	must(await foundProject(ctx, { kind: 'initial-teacher-education', title: 'How children read' }));
	expect(await schoolsForClasses(ctx)).toEqual([]);
	await expect(makeClass(ctx, { school, name: '1A', locale: 'en' })).rejects.toThrow('make-class');
});

test('a student teacher does not make an educator of herself, nor an educator a student', async () => {
	const { cohort } = await aCohort(world);
	must(await anaJoins());
	const { desk, step } = await stepOf(cohort);
	must(await grantStep(desk, { step }));
	const actor: Teacher = { kind: 'teacher', person: (await ana()).id, session: 's' };
	const turns = async (ctx: Context<Teacher>, role: 'educator' | 'teacher' | 'trainee-teacher') => {
		const places = await validatedAffiliations(ctx, ctx.actor.person);
		return correctAffiliation(ctx, { affiliation: places.at(-1)?.id ?? '', role, note: '' });
	};
	expect(await turns(world.as(actor), 'educator')).toMatchObject({ reason: 'role-decided', field: 'role' });
	expect(await turns(world.as(actor), 'teacher')).toMatchObject({ reason: 'role-decided' });
	expect((await ownCohorts(world.as(actor))).institutions).toEqual([]);
	expect(await turns(tiago(), 'trainee-teacher')).toMatchObject({ reason: 'role-decided' });
});

test('when the studies end the place ends; the account goes on at a school as everybody’s', async () => {
	const { cohort } = await aCohort(world);
	const joined = must(await anaJoins());
	const headers = new Headers({
		cookie: joined.cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
	});
	const { desk, step } = await stepOf(cohort);
	must(await grantStep(desk, { step }));
	const { id } = await ana();
	const studying = world.as<Teacher>({ kind: 'teacher', person: id, session: 's' });
	const { address } = must(
		await foundProject(studying, { kind: 'initial-teacher-education', title: 'How children read' }),
	);
	const request = must(
		await sendRequest(studying, { to: people.tiago.id, message: 'Shall we stay in touch?' }),
	);
	must(await answerRequest(tiago(), { request, accepted: true }));
	const after = (ctx: Context) => ({ ...ctx, now: new Date(ctx.now.getTime() + 366 * day) });
	await endCohorts(world.as(system));
	expect(await affiliationsOf(desk, id)).toHaveLength(1);
	await endCohorts(after(world.as(system)) as Context<typeof system>);
	await endCohorts(after(world.as(system)) as Context<typeof system>);
	expect(await affiliationsOf(desk, id)).toEqual([]);
	const notices = await world.db
		.selectFrom('notices.notice')
		.select('kind')
		.where('person_id', '=', id)
		.orderBy('told_at')
		.execute();
	expect(notices.map(({ kind }) => kind).filter((kind) => kind === 'studies-ended')).toHaveLength(1);
	const graduate: Member = { kind: 'member', person: id, session: 's' };
	const { affiliation } = must(
		await stateAffiliation(world.as(graduate), { school: schools.ribeira.id, role: 'teacher' }),
	);
	await grantByEvidence(world.as(system), { kind: 'affiliation', subject: affiliation, evidence: 'head' });
	// validated at a school, with everything from the years of study in hand
	expect(await affiliationsOf(desk, id)).toMatchObject([{ school: schools.ribeira.id, state: 'validated' }]);
	const actor = await actorOfRequest(world.as(visitor), headers);
	expect(actor.kind).toBe('teacher');
	const teaching = world.as(actor as Teacher);
	expect((await ownProjects(teaching)).map(({ path }) => path)).toEqual([expect.stringContaining(address)]);
	expect((await contactsFor(teaching)).map((contact) => contact.id)).toEqual([people.tiago.id]);
	must(await foundProject(teaching, { kind: 'european', title: 'Rivers' }));
	// who never came in is forgotten, with name and address
	const left = await world.db.selectFrom('teacher_education.student').select(['name', 'email']).execute();
	expect(left).toEqual([{ name: '', email: null }]);
});

test('a link opens once, not after thirty days, not when it was taken back, and not when a newer one was sent', async () => {
	const { cohort } = await aCohort(world);
	const { students } = await cohortFor(tiago(), cohort);
	const one = { cohort, student: students.find(({ name }) => name === 'Ana Silva')?.id ?? '' };
	const [first = ''] = await linksTo('ana@uni.example');
	const late = { ...world.as(visitor), now: new Date(world.as(visitor).now.getTime() + 31 * day) };
	expect(await invitationOf(late, first)).toBeUndefined();
	must(await inviteAgain(tiago(), one));
	expect(await invitationOf(world.as(visitor), first)).toBeUndefined();
	const [, second = ''] = await linksTo('ana@uni.example');
	expect(await invitationOf(world.as(visitor), second)).toMatchObject({
		name: 'Ana Silva',
		hasAccount: false,
	});
	must(await withdrawInvitation(tiago(), one));
	expect(await anaJoins(second)).toMatchObject({ reason: 'link-over' });
	must(await inviteAgain(tiago(), one));
	must(await anaJoins());
	expect(await anaJoins()).toMatchObject({ reason: 'link-over' });
	expect(await withdrawInvitation(tiago(), one)).toMatchObject({ reason: 'accepted-before' });
});

test('an address with an account signs in first; a weak password leaves the link as it was', async () => {
	await aCohort(world);
	const [token = ''] = await linksTo('ana@uni.example');
	const weak = { token, name: 'Ana', password: 'ana', network: '192.0.2.1', device: deviceOf(new Headers()) };
	expect((await joinByInvitation(world.as(visitor), weak)).ok).toBe(false);
	must(await anaJoins(token));
	const other = await makeCohort(tiago(), {
		school: (await ownCohorts(tiago())).institutions[0]?.id ?? '',
		name: 'Secondary 2026',
		endsOn: endOfStudies(tiago()),
		list: studentList,
	});
	must(other);
	expect(await invitationOf(world.as(visitor), (await linksTo('ana@uni.example'))[1] ?? '')).toMatchObject({
		hasAccount: true,
	});
	expect(await anaJoins()).toMatchObject({ reason: 'has-account' });
});

test('V8: an officer who opens a cohort has opened each of its people: all count, and who has an account sees it', async () => {
	const { cohort } = await aCohort(world);
	must(await anaJoins());
	const ana = await world.db
		.selectFrom('people.person')
		.select('id')
		.where('name', '=', 'Ana Silva')
		.executeTakeFirstOrThrow();
	const { desk } = await stepOf(cohort);
	await stepOf(cohort);
	const { students } = await cohortFor(tiago(), cohort);
	const [counted] = await world.db
		.selectFrom('platform.limit_count')
		.select('count')
		.where('key', '=', `support.looks:${desk.actor.person}`)
		.execute();
	expect(counted).toEqual({ count: 1 + students.length });
	const asAna = world.as({ kind: 'member', person: ana.id, session: 'x' } as never);
	expect(await looksFor(asAna)).toMatchObject([{ reason: 'to-decide' }]);
	expect(await looksFor(tiago())).toMatchObject([{ reason: 'to-decide' }]);
});

test('what was refused is asked again with a word', async () => {
	const { cohort } = await aCohort(world);
	const { desk, step } = await stepOf(cohort);
	must(await refuseStep(desk, { step, reason: 'not-confirmed-by-school' }));
	must(await sendCohortAgain(tiago(), { cohort, note: 'The dean has written to you.' }));
	const again = await stepOf(cohort);
	must(await grantStep(again.desk, { step: again.step }));
	expect((await cohortFor(tiago(), cohort)).cohort.approvedAt).not.toBeNull();
});

test('an unclear list, an impossible end and too many letters a day write to nobody', async () => {
	const school = await anInstitution(world);
	const input = { school, name: 'Primary', endsOn: endOfStudies(tiago()), list: studentList };
	const make = (changes: Partial<typeof input>) => makeCohort(tiago(), { ...input, ...changes });
	expect(await make({ list: 'Ana Silva' })).toMatchObject({ reason: 'list-unclear', field: 'list' });
	expect(await make({ list: 'Name;E-mail' })).toMatchObject({ reason: 'list-empty' });
	expect(await make({ endsOn: '2001-01-01' })).toMatchObject({ reason: 'end-impossible' });
	const many = (from: number) =>
		Array.from({ length: 145 }, (_, place) => `Somebody New <s${from + place}@uni.example>`).join('\n');
	must(await make({ list: many(0) }));
	must(await make({ list: many(1000) }));
	expect(await make({ list: many(2000) })).toMatchObject({ reason: 'too-many-today' });
	expect(await linksTo('s2000@uni.example')).toEqual([]);
});

test('only educators of the institution know of its cohorts', async () => {
	const { school, cohort } = await aCohort(world);
	const ines = world.as(teacher('ines'));
	await expect(cohortFor(ines, cohort)).rejects.toThrow('cohort');
	await expect(withdrawInvitation(ines, { cohort, student: cohort })).rejects.toThrow('cohort');
	const input = { school, name: 'Mine', endsOn: endOfStudies(ines), list: studentList };
	await expect(makeCohort(ines, input)).rejects.toThrow('school');
	expect(await ownCohorts(ines)).toEqual({ institutions: [], cohorts: [] });
});
