// Everything in its place before the round begins: two grounds, people who wait, and the cast at its doors.
import { blockPerson, sendRequest } from '#domain/contacts';
import { makeLogin, setEvidenceRule, stateAffiliation } from '#domain/people';
import { pictureDeskFor, shortIdOf } from '#domain/projects';
import { addSchool } from '#domain/schools';
import { addHolidays, askQuestion, openLook, refuseStep } from '#domain/support';
import { setClocks } from '#domain/support/central';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import type { Member } from '#shared/actor';
import type { WorldDatabase } from '../world/database.ts';
import { honestPicture } from '../world/hostile-files.ts';
import { affiliations, member, officer, people, schools, teacher } from '../world/index.ts';
import type { RunningPlatform } from '../world/running-platform.ts';
import { join, passPhrase } from '../world/signing-in.ts';
import type { Visiting } from '../world/visiting.ts';
import { enter, roles, signingIn, type Role } from './cast.ts';
import { atThisMoment, layOut, type Grounds } from './grounds.ts';
import { must, pairOf, type Pair } from './pair.ts';
import { registersOf, sendRegister, type Registers } from './registers.ts';
import type { Ground, Planted } from './secrets.ts';

/** A ground, with what waits there: a school that somebody added, and cases of people who stated a place. */
export type Place = Grounds &
	Registers & {
		readonly school: string;
		readonly openedCase: string;
		readonly unopenedCase: string;
		/** The founder's place. */
		readonly affiliation: string;
	};

export type Stage = {
	readonly places: Readonly<Record<Ground, Place>>;
	readonly cast: Readonly<Record<Role, Visiting>>;
	readonly planted: readonly Planted[];
};

/** Builds it all in the platform's own database; once for a file of tests. */
export async function setStage(platform: RunningPlatform): Promise<Stage> {
	const world = atThisMoment(platform);
	const signedIn = signingIn(platform);
	const [here, there] = [pairOf(world, 'here', signedIn), pairOf(world, 'there', signedIn)];
	const marco = world.as(member('marco'));
	const places = {
		here: { ...(await layOut(world, here)), ...(await wait(world, here, marco)) },
		there: {
			...(await layOut(world, there)),
			...(await wait(world, there, world.as(await newcomer(there, 'opened')))),
		},
	};
	await writeToEachOther(world, here);
	const since = new Date();
	const evidence = {
		...({ organisation: null, head: 'decides', colleagues: 'shown' } as const),
		...{ colleaguesNeeded: 2, colleagueAfterDays: 30, linkDays: 14, remindAfterDays: 5 },
	};
	const clocks = { kind: '*', organisation: undefined, remind: 6, escalate: 12, since };
	const anna = world.as(await officer(here.system(), 'anna'), { now: since });
	must(await setClocks(anna, clocks));
	must(await setEvidenceRule(anna, { ...evidence, since }));
	await here.sendPicture(here.founder, people[here.founder].id, await honestPicture(), 'person-photo');
	const draft = await pictureDeskFor(world.as(teacher(here.founder)), shortIdOf(places.here.draft) ?? '');
	await here.sendPicture(here.founder, draft.id, await honestPicture(), 'project-picture');
	const entered = await Promise.all(
		roles.map(async (role) => {
			const code = places.here.codes[role as keyof Grounds['codes']];
			return [role, await enter(platform, role, { signedIn, code })] as const;
		}),
	);
	await nameThePending(here);
	const cast = Object.fromEntries(entered) as Record<Role, Visiting>;
	for (const { sentImport } of Object.values(places)) await sendRegister(cast.central, sentImport);
	return { places, cast, planted: [...here.planted, ...there.planted] };
}

/**
 * Somebody added a school and stated two places at others, one of which was refused; so did somebody else. The officer
 * opened the case of the first, has questions, and a day off.
 */
async function wait(world: WorldDatabase, pair: Pair, adder: Context) {
	const [country, school] =
		pair.ground === 'here' ? (['PT', 'ribeira'] as const) : (['TN', 'ibnKhaldoun'] as const);
	const name = `Escola ${pair.say('school that waits')}`;
	const added = must(await addSchool(adder, { name, town: 'Braga', country }));
	const openedCase = await stateAt(adder, schools[school].id);
	const desk = await pair.atDesk(pair.desks[0]);
	await openLook(desk, { case: openedCase, reason: 'to-decide' });
	must(await askQuestion(desk, { step: await stepOf(desk, openedCase), words: 'Which class?' }));
	const caseOfSchool = await caseOf(desk, added.school);
	must(await askQuestion(desk, { step: await stepOf(desk, caseOfSchool), words: 'Which street?' }));
	const newYear = `${desk.now.getUTCFullYear()}-01-01`;
	must(await addHolidays(desk, { from: newYear, until: undefined, name: 'New Year' }));
	const refusing = await pair.atDesk('mette');
	const step = await stepOf(refusing, await stateAt(adder, schools.skovbakke.id));
	must(await refuseStep(refusing, { step, reason: 'wrong-school' }));
	const other = world.as(await newcomer(pair, 'unopened'));
	return {
		school: added.school,
		affiliation: affiliations[pair.founder],
		openedCase,
		unopenedCase: await stateAt(other, schools[school].id),
		...(await registersOf(pair, country, schools[school].id)),
	};
}

/** Somebody new, whose name and address are secrets. */
async function newcomer(pair: Pair, which: 'opened' | 'unopened'): Promise<Member> {
	const name = pair.say(`name in an ${which} case`);
	const email = `${pair.say(`e-mail in an ${which} case`)}@school.example`;
	const person = { id: newId(), name, locale: 'en', country: 'PT' } as const;
	const id = await makeLogin(pair.system(), { person, email, password: passPhrase });
	return { kind: 'member', person: id, session: 's' };
}

async function stateAt(ctx: Context, school: string): Promise<string> {
	return caseOf(ctx, must(await stateAffiliation(ctx, { school, role: 'teacher' })).affiliation);
}

async function caseOf({ db }: Context, subject: string): Promise<string> {
	const query = db.selectFrom('support.approval_case').select('id').where('subject_id', '=', subject);
	return (await query.executeTakeFirstOrThrow()).id;
}

async function stepOf({ db }: Context, inCase: string): Promise<string> {
	const query = db.selectFrom('support.case_step').select('id').where('case_id', '=', inCase);
	return (await query.executeTakeFirstOrThrow()).id;
}

async function writeToEachOther(world: WorldDatabase, here: Pair): Promise<void> {
	await blockPerson(here.as('ines'), { person: people.liis.id });
	const message = `Dear colleague, ${here.say('message to a contact')}.`;
	must(await sendRequest(here.as('freja'), { to: people.amelie.id, message }));
	await join(world.as({ kind: 'system' }), { email: `${here.say('e-mail of a joining')}@school.example` });
}

/** Those of the cast who wait are people of the world, with the addresses they sign in by. */
async function nameThePending(here: Pair): Promise<void> {
	here.plant('name in an opened case', people.marco.name);
	here.plant('e-mail in an opened case', 'marco@school.example');
	here.plant('e-mail of the founder', 'ines@school.example');
}
