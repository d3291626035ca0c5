// Everybody of the world has done something of everything, with words that nobody else wrote.
import { answerRequest, blockPerson, keepDraft, sendRequest, writeMessage } from '#domain/contacts';
import { answerLink, linkDeskFor, makeLink, saveSearch, writePost } from '#domain/partner-finding';
import { askForNewPassword, askToJoin, changeProfile, makeLogin, stateAffiliation } from '#domain/people';
import { declineInvitation, foundProject, inviteCofounder, savePlan } from '#domain/projects';
import { reportThing } from '#domain/safety';
import { addSchool, giveHint } from '#domain/schools';
import { answerQuestion, askQuestion, openLook } from '#domain/support';
import type { Context } from '#platform/context';
import { once } from '#platform/forms';
import { countAgainst } from '#platform/limits';
import { system, visitor, type Teacher } from '#shared/actor';
import { isLocale } from '#shared/locales';
import { databaseAt } from '../world/database.ts';
import { member, officer, people, schools, teacher, type PersonName } from '../world/index.ts';
import { livelyWorld } from '../world/lively.ts';
import { must } from '../world/must.ts';
import { passPhrase, signedIn } from '../world/signing-in.ts';
import { sharedTemplate, type TestDatabases } from '../world/test-server.ts';

export const everybody = Object.keys(people) as PersonName[];
const teachers = everybody.filter((name) => 'validated' in people[name] && people[name].validated);

/** The address under which somebody of the world is written to and signs in. */
export const addressOf = (name: PersonName) => `${name}@example.org`;

/** Words of one person about one thing, found nowhere else. */
export const own = (name: PersonName, what: string) => `hoopoe ${name} ${what}`;

/** A template for `ownDatabase`, filled once in a run. */
export async function fullLives(databases: TestDatabases): Promise<TestDatabases> {
	return sharedTemplate(await livelyWorld(databases), 'full_lives', async (connection) => {
		const world = databaseAt(connection);
		await liveFully(world.as(system));
		await world.close();
	});
}

async function liveFully(ctx: Context): Promise<void> {
	for (const name of everybody) await signIn(ctx, name);
	await stateAndAsk(ctx);
	for (const [place, name] of teachers.entries()) {
		const next = teachers[(place + 1) % teachers.length] ?? name;
		const after = teachers[(place + 2) % teachers.length] ?? name;
		const by = { ...ctx, actor: teacher(name), now: new Date(ctx.now.getTime() + place * 60_000) };
		await tellOfOneself(by, name);
		await meet(by, name, next, after);
		await plan(by, name, next);
	}
}

async function signIn(ctx: Context, name: PersonName): Promise<void> {
	const person = people[name];
	const locale = isLocale(person.locale) ? person.locale : 'en';
	const email = addressOf(name);
	await makeLogin(ctx, { person: { ...person, locale }, email, password: passPhrase });
	await signedIn(ctx, email);
	const asVisitor = { ...ctx, actor: visitor };
	must(await askForNewPassword(asVisitor, { email, network: '192.0.2.8' }));
	// somebody tries to join with an address that has an account
	const joining = { name: person.name, email, password: passPhrase, country: 'PT', network: '192.0.2.8' };
	must(await askToJoin(asVisitor, joining));
}

/** Marco states where he works; the central desk looks, asks, and he answers. */
async function stateAndAsk(ctx: Context): Promise<void> {
	const marco = { ...ctx, actor: member('marco') };
	const added = {
		country: 'IT',
		name: 'Scuola del Ponte',
		town: 'Bologna',
		website: '',
		levels: ['primary'] as const,
		language: 'it',
	};
	must(await addSchool(marco, added as never));
	const { affiliation } = must(
		await stateAffiliation(marco, { school: schools.aurora.id, role: 'teacher' } as never),
	);
	const step = await ctx.db
		.selectFrom('support.case_step as step')
		.innerJoin('support.approval_case as approval', 'approval.id', 'step.case_id')
		.select(['step.id', 'step.case_id'])
		.where('approval.subject_id', '=', affiliation)
		.executeTakeFirstOrThrow();
	const anna = { ...ctx, actor: await officer(ctx, 'anna') };
	await openLook(anna, { case: step.case_id, reason: 'deciding' as never });
	const question = must(await askQuestion(anna, { step: step.id, words: own('marco', 'question') }));
	must(await answerQuestion(marco, { question, answer: own('marco', 'answer') }));
}

async function tellOfOneself(ctx: Context<Teacher>, name: PersonName): Promise<void> {
	const about = {
		about: own(name, 'about'),
		wishes: own(name, 'wishes'),
		wantsToFound: true,
		hidden: [],
		aboutLocale: 'en',
		subjects: ['music'],
		agesFrom: 8,
		agesTo: 10,
		available: true,
		languages: [{ language: 'en', level: 'C1' }],
	} as const;
	must(await changeProfile(ctx, about));
	const wanted = {
		kind: 'found-project',
		title: own(name, 'title'),
		words: own(name, 'wanted'),
		locale: 'en',
		languages: ['en'],
		subjects: ['music'],
		agesFrom: 8,
		agesTo: 10,
		countriesWanted: [],
		partnersWanted: 1,
		days: 60,
	} as const;
	const details = { name: '', town: '', address: '', postcode: '', website: '' };
	const hint = { school: schools.ribeira.id, kind: 'other', words: own(name, 'hint'), ...details } as const;
	must(await giveHint(ctx, hint));
	const { post } = must(await writePost(ctx, wanted as never));
	must(await saveSearch(ctx, { name: own(name, 'search'), query: `q=${name}` }));
	const reporter = { ...ctx, actor: teacher(name === 'ines' ? 'freja' : 'ines') };
	must(
		await reportThing(reporter, {
			kind: 'partner-post',
			thing: post,
			reason: 'other',
			words: own(reporter.actor.person === people.ines.id ? 'ines' : 'freja', 'complaint'),
		}),
	);
	await once(ctx, { form: 'a-form', key: `key-of-${name}`, body: 'x' }, () =>
		Promise.resolve({ words: own(name, 'form') }),
	);
	await countAgainst(ctx, { name: 'a-limit', most: 9, seconds: 60 }, ctx.actor.person);
}

async function meet(
	ctx: Context<Teacher>,
	name: PersonName,
	next: PersonName,
	after: PersonName,
): Promise<void> {
	const asked = await sendRequest(ctx, { to: people[after].id, message: own(name, 'message') });
	if (asked.ok) {
		must(await answerRequest({ ...ctx, actor: teacher(after) }, { request: asked.value, accepted: true }));
		const message = must(await writeMessage(ctx, { to: people[after].id, words: own(name, 'message-on') }));
		const answering = { ...ctx, actor: teacher(after) };
		must(await writeMessage(answering, { to: people[name].id, words: own(after, 'message-back') }));
		must(
			await reportThing(answering, {
				kind: 'message',
				thing: message,
				reason: 'other',
				words: own(after, 'reported'),
			}),
		);
		must(await keepDraft(ctx, { to: people[after].id, words: own(name, 'begun') }));
	}
	if (name === 'liis') must(await blockPerson(ctx, { person: people[next].id }));
}

/** A draft of one's own, and one that the other declines with a word. */
async function plan(ctx: Context<Teacher>, name: PersonName, next: PersonName): Promise<void> {
	must(await foundProject(ctx, { kind: 'european', title: own(name, 'draft') }));
	const { address } = must(await foundProject(ctx, { kind: 'european', title: own(name, 'plan') }));
	const project = address.slice(-8);
	await makeLink(ctx, { project });
	const { link } = await linkDeskFor(ctx, project);
	// whom the founder has blocked finds the link over
	await answerLink({ ...ctx, actor: teacher(next) }, link?.path.split('/').at(-1) ?? '');
	const complete = {
		title: own(name, 'plan'),
		summary: own(name, 'summary'),
		languages: ['en'],
		subjects: ['music'],
		agesFrom: 8,
		agesTo: 10,
		pupilsExpected: 40,
		aims: own(name, 'aims'),
		workPlan: own(name, 'work'),
		expectedResults: own(name, 'results'),
		startsIn: '2026-11-01',
		endsIn: '2027-05-01',
		tools: ['pages'],
		themes: [],
		competences: [],
		erasmusNumber: '',
		partnersFrom: [],
	} as const;
	const [person_a_id = '', person_b_id = ''] = [people[name].id, people[next].id].sort();
	await ctx.db
		.insertInto('contacts.contact')
		.values({ person_a_id, person_b_id, since: ctx.now })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	must(await savePlan(ctx, { project, version: 1, cofounder: people[next].id, plan: complete as never }));
	const invited = await inviteCofounder(ctx, { project });
	if (!invited.ok) return;
	const words = own(next, `no-to-${name}`);
	const other = { ...ctx, actor: teacher(next) };
	must(await declineInvitation(other, { invitation: invited.value.invitation, words }));
}
