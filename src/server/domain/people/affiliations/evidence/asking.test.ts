import { beforeAll, expect, test } from 'vitest';
import {
	addSchoolAndState,
	answerAsHead,
	deviceOf,
	endAffiliation,
	enterMailbox,
	giveHint,
	headQuestionFor,
	ownAffiliations,
	signIn,
	stateAffiliation,
	statedColleagues,
	validatedAffiliations,
	vouchFor,
	writeToSchoolAgain,
} from '#domain/people';
import { chainsFor, grantStep, openLook } from '#domain/support';
import type { Context } from '#platform/context';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { newToken } from '#platform/ids';
import { compose, parts } from '#platform/part';
import { system, visitor, type Member, type Officer } from '#shared/actor';
import { allParts } from '../../../../parts.ts';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import {
	member,
	officer,
	people,
	schools,
	teacher,
	type PersonName,
} from '../../../../../../tests/world/index.ts';
import { must } from '../../../../../../tests/world/must.ts';
import { network, passPhrase, withLogin } from '../../../../../../tests/world/signing-in.ts';
import { people as part } from '../../part.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const days = 24 * 3_600_000;
const published = {
	address: 'direcao@ribeira.example',
	locale: 'fr',
	page: 'https://ribeira.example/contactos',
} as const;

/** Mette, who has an office in Denmark and no school, says that she works in Porto. */
async function stated() {
	const mine = database.as<Member>({ kind: 'member', person: people.mette.id, session: 's' });
	const { affiliation } = must(await stateAffiliation(mine, { school: schools.ribeira.id, role: 'teacher' }));
	const rui = database.as(await officer(database.as(visitor), 'rui'));
	const chain = (await chainsFor(rui, 'affiliation', [affiliation])).get(affiliation);
	if (!chain) throw new Error('no case');
	return { mine, rui, affiliation, case: chain.case, step: chain.steps[0]?.id ?? '' };
}

async function lookedAt(rui: Context<Officer>, id: string) {
	await openLook(rui, { case: id, reason: 'to-decide' });
}

async function lettersTo(address: string) {
	return database.db
		.selectFrom('platform.mail')
		.select(['subject', 'body', 'secret_link', 'locale'])
		.where('to_address', '=', address)
		.orderBy('id')
		.execute();
}

const tokenOf = (link: string | null | undefined) => link?.split('/').at(-1) ?? '';

async function stateOf(mine: Context, affiliation: string) {
	return (await ownAffiliations(mine)).find(({ id }) => id === affiliation)?.state;
}

/** The rule of every organisation, as it holds from the moment of the world on. */
async function ruleSays(changes: { head?: string; colleagues?: string }) {
	await database.db.updateTable('people.evidence_rule').set(changes).execute();
}

/** Rui enters the address that the school publishes, and the letter goes out. */
async function written() {
	const found = await stated();
	await lookedAt(found.rui, found.case);
	must(await enterMailbox(found.rui, { case: found.case, ...published }));
	const [letter] = await lettersTo(published.address);
	return { ...found, token: tokenOf(letter?.secret_link), letter };
}

test('a school whose address an officer found is written to in its language, and its yes validates at once', async () => {
	const { mine, affiliation, token, letter } = await written();
	expect(letter).toMatchObject({ locale: 'fr' });
	expect(letter?.body).toContain(people.mette.name);
	expect(letter?.secret_link).toMatch(/\/fr\/head\/[\w-]{43}$/);
	const anybody = database.as(visitor);
	expect(await headQuestionFor(anybody, token)).toMatchObject({
		name: people.mette.name,
		school: { id: schools.ribeira.id },
	});
	expect((await answerAsHead(anybody, { token, answer: 'works-here', network })).ok).toBe(true);
	expect(await stateOf(mine, affiliation)).toBe('validated');
	const chain = (await chainsFor(mine, 'affiliation', [affiliation])).get(affiliation);
	expect(chain?.steps[0]).toMatchObject({ state: 'granted', evidence: 'head' });
});

test('the link takes one answer', async () => {
	const { mine, affiliation, token } = await written();
	const anybody = database.as(visitor);
	must(await answerAsHead(anybody, { token, answer: 'not-known', network }));
	expect(await answerAsHead(anybody, { token, answer: 'works-here', network })).toMatchObject({
		reason: 'link-over',
	});
	expect(await headQuestionFor(anybody, token)).toBeUndefined();
	expect(await stateOf(mine, affiliation)).toBe('stated');
});

test('the link opens nothing when its time is over, the place has ended or an officer has decided', async () => {
	const { rui, step, token } = await written();
	const late = database.as(visitor, { now: new Date(rui.now.getTime() + 15 * days) });
	expect(await headQuestionFor(late, token)).toBeUndefined();
	expect((await answerAsHead(late, { token, answer: 'works-here', network })).ok).toBe(false);
	must(await grantStep(rui, { step }));
	expect(await headQuestionFor(database.as(visitor), token)).toBeUndefined();
});

test('the link of a place that has ended opens nothing', async () => {
	const { mine, affiliation, token } = await written();
	await endAffiliation(mine, { affiliation, reason: 'mistake' });
	expect((await answerAsHead(database.as(visitor), { token, answer: 'works-here', network })).ok).toBe(false);
});

test.each(['', 'x'.repeat(43), newToken(), "' or 1=1 --"])(
	'a link that is none of ours (%j) opens nothing',
	async (token) => {
		await written();
		expect(await headQuestionFor(database.as(visitor), token)).toBeUndefined();
		expect((await answerAsHead(database.as(visitor), { token, answer: 'works-here', network })).ok).toBe(
			false,
		);
	},
);

test('the next teacher of this school is asked about without an officer, and the same school never twice for one link', async () => {
	const first = await written();
	const marco = database.as(member('marco'));
	const { affiliation } = must(
		await stateAffiliation(marco, { school: schools.ribeira.id, role: 'teacher' }),
	);
	const letters = await lettersTo(published.address);
	expect(letters).toHaveLength(2);
	expect(letters[1]?.secret_link).not.toBe(first.letter?.secret_link);
	must(
		await answerAsHead(database.as(visitor), {
			token: tokenOf(letters[1]?.secret_link),
			answer: 'works-here',
			network,
		}),
	);
	expect(await stateOf(marco, affiliation)).toBe('validated');
	expect(await stateOf(first.mine, first.affiliation)).toBe('stated');
});

test('an address that the applicant gives is shown to the officer and never written to', async () => {
	const { mine, rui, affiliation, case: id } = await stated();
	const address = 'friend-of-mette@mail.example';
	must(await giveHint(mine, { affiliation, address, page: '' }));
	await lookedAt(rui, id);
	expect(await writeToSchoolAgain(rui, id)).toMatchObject({ reason: 'no-mailbox' });
	expect(await lettersTo(address)).toEqual([]);
	must(await enterMailbox(rui, { case: id, ...published }));
	expect(await lettersTo(address)).toEqual([]);
});

/** The register of Portugal says where the school is written to. */
async function registerSays(mailbox: string | null) {
	await database.db
		.updateTable('schools.school')
		.set({ mailbox })
		.where('id', '=', schools.ribeira.id)
		.execute();
}

test('a school whose register tells its address is written to at once, in the first language of its country', async () => {
	const address = 'secretaria@ribeira.example';
	await registerSays(address);
	const { mine, affiliation } = await stated();
	const [letter] = await lettersTo(address);
	expect(letter?.body).toContain(people.mette.name);
	const token = tokenOf(letter?.secret_link);
	must(await answerAsHead(database.as(visitor), { token, answer: 'works-here', network }));
	expect(await stateOf(mine, affiliation)).toBe('validated');
});

test('an address that the register no longer has is written to no more; one an officer found goes before it', async () => {
	await registerSays('secretaria@ribeira.example');
	const { rui, case: id } = await stated();
	await registerSays(null);
	await lookedAt(rui, id);
	expect(await writeToSchoolAgain(rui, id)).toMatchObject({ reason: 'no-mailbox' });
	must(await enterMailbox(rui, { case: id, ...published }));
	await registerSays('another@ribeira.example');
	must(await writeToSchoolAgain(rui, id));
	expect(await lettersTo(published.address)).toHaveLength(2);
	expect(await lettersTo('another@ribeira.example')).toEqual([]);
});

test('who signs in with the address of the school’s register is looked at by an officer', async () => {
	await withLogin(database.as(system), 'mette');
	await registerSays('mette@school.example');
	const { rui, case: id } = await stated();
	expect(await lettersTo('mette@school.example')).toEqual([]);
	await lookedAt(rui, id);
	expect(await writeToSchoolAgain(rui, id)).toMatchObject({ reason: 'own-address' });
});

test('the applicant’s own address is no address of the school', async () => {
	await withLogin(database.as(system), 'mette');
	const { rui, case: id } = await stated();
	await lookedAt(rui, id);
	const own = { ...published, address: 'mette@school.example' };
	expect(await enterMailbox(rui, { case: id, ...own })).toMatchObject({ reason: 'own-address' });
});

test('no paper is taken: there is no way to send in what would show who somebody is, and no place for it', () => {
	const taken = parts().flatMap(({ files }) => Object.keys(files ?? {}));
	expect(taken.sort()).toEqual([
		...['material', 'material-captions', 'page-picture', 'person-photo', 'project-picture'],
		...['register-file', 'space-copy'],
	]);
	// of all that is kept of people and of cases, the photo of a profile alone is a file
	const columns = parts().flatMap(({ privacy }) =>
		Object.entries(privacy.columns).flatMap(([table, found]) =>
			Object.keys(found).map((column) => `${table}.${column}`),
		),
	);
	const files = columns.filter((column) =>
		/^(support|people)\..*[._](file|scan|document)s?(_|$)/.test(column),
	);
	expect(files).toEqual(['people.profile.photo_file_id']);
});

test('an officer writes only about cases of the own desk, with the names open', async () => {
	const { rui, case: id } = await stated();
	await expect(enterMailbox(rui, { case: id, ...published })).rejects.toThrow(Forbidden);
	const mette = database.as(await officer(database.as(visitor), 'mette'));
	await expect(enterMailbox(mette, { case: id, ...published })).rejects.toThrow(NotFound);
});

test('where the rule says so, the school’s yes is shown to the officer and decides nothing', async () => {
	await ruleSays({ head: 'shown' });
	const { mine, affiliation, token } = await written();
	must(await answerAsHead(database.as(visitor), { token, answer: 'works-here', network }));
	expect(await stateOf(mine, affiliation)).toBe('stated');
});

test('a school that does not answer is reminded once, with the same link; then its time is over', async () => {
	const { rui, token } = await written();
	const remind = part.jobs?.['remind-schools'];
	const at = (passed: number) => database.as(system, { now: new Date(rui.now.getTime() + passed * days) });
	await remind?.(at(1), undefined as never);
	expect(await lettersTo(published.address)).toHaveLength(1);
	await remind?.(at(9), undefined as never);
	await remind?.(at(9), undefined as never);
	const letters = await lettersTo(published.address);
	expect(letters).toHaveLength(2);
	expect(tokenOf(letters[1]?.secret_link)).toBe(token);
	await remind?.(at(15), undefined as never);
	const [row] = await database.db.selectFrom('people.head_letter').select(['closed_at', 'answer']).execute();
	expect(row).toMatchObject({ answer: null });
	expect(row?.closed_at).not.toBeNull();
});

test('a school gets ten letters a day at most', async () => {
	const { rui, case: id } = await written();
	for (let sent = 1; sent < 10; sent++) must(await writeToSchoolAgain(rui, id));
	expect(await writeToSchoolAgain(rui, id)).toMatchObject({ reason: 'school-written-enough' });
	expect(await lettersTo(published.address)).toHaveLength(10);
});

test('the first teacher of a school that came from no register is validated by an officer only', async () => {
	const marco = database.as(member('marco'));
	const { affiliation } = must(
		await addSchoolAndState(marco, { name: 'Escola do Vale', town: 'Viseu', country: 'PT', role: 'teacher' }),
	);
	const rui = database.as(await officer(database.as(visitor), 'rui'));
	const chains = await chainsFor(rui, 'affiliation', [affiliation]);
	const id = chains.get(affiliation)?.case ?? '';
	const [school] = await ownAffiliations(marco);
	const ofSchool = (await chainsFor(rui, 'school', [school?.school ?? ''])).get(school?.school ?? '');
	must(await grantStep(rui, { step: ofSchool?.steps[0]?.id ?? '' }));
	await lookedAt(rui, id);
	const address = 'direcao@vale.example';
	must(await enterMailbox(rui, { case: id, ...published, address }));
	const [letter] = await lettersTo(address);
	must(
		await answerAsHead(database.as(visitor), {
			token: tokenOf(letter?.secret_link),
			answer: 'works-here',
			network,
		}),
	);
	expect(await stateOf(marco, affiliation)).toBe('stated');
	must(await grantStep(rui, { step: chains.get(affiliation)?.steps[0]?.id ?? '' }));
	expect(await stateOf(marco, affiliation)).toBe('validated');
	// while the only teacher there is suspended, the next one is again the first
	const until = new Date(rui.now.getTime() + days);
	await emit(database.as(system), 'person.suspended', { person: people.marco.id, until });
	const mette = database.as<Member>({ kind: 'member', person: people.mette.id, session: 's' });
	const second = must(await stateAffiliation(mette, { school: school?.school ?? '', role: 'teacher' }));
	const newest = (await lettersTo(address)).at(-1);
	const token = tokenOf(newest?.secret_link);
	must(await answerAsHead(database.as(visitor), { token, answer: 'works-here', network }));
	expect(await stateOf(mette, second.affiliation)).toBe('stated');
});

/** A teacher of the world in a browser, so many days after the world began. */
async function inBrowser(name: PersonName, token: string, passed = 31) {
	const ctx = database.as(system);
	const { email } = await withLogin(ctx, name);
	const device = { ...deviceOf(new Headers()), token };
	must(await signIn(database.as(visitor), { email, password: passPhrase, network, device }));
	const { id } = await database.db
		.selectFrom('people.session as session')
		.innerJoin('people.person as person', 'person.login_id', 'session.login_id')
		.select('session.id')
		.where('person.id', '=', people[name].id)
		.orderBy('session.created_at', 'desc')
		.executeTakeFirstOrThrow();
	const now = new Date(ctx.now.getTime() + passed * days);
	return database.as({ ...teacher(name), session: id }, { now });
}

test('two colleagues who have long been validated validate a third, where the rule lets them', async () => {
	await ruleSays({ colleagues: 'decides' });
	const { mine, affiliation } = await stated();
	const ines = await inBrowser('ines', newToken());
	const tiago = await inBrowser('tiago', newToken());
	expect(await statedColleagues(ines)).toMatchObject([
		{ affiliation, name: people.mette.name, said: undefined },
	]);
	must(await vouchFor(ines, { affiliation, says: 'works-here' }));
	must(await vouchFor(ines, { affiliation, says: 'works-here' }));
	expect(await stateOf(mine, affiliation)).toBe('stated');
	must(await vouchFor(tiago, { affiliation, says: 'works-here' }));
	expect(await stateOf(mine, affiliation)).toBe('validated');
	expect(await statedColleagues(ines)).toEqual([]);
});

test.each(['leaves the school', 'is suspended'])(
	'the word of a colleague who %s weighs nothing',
	async (how) => {
		await ruleSays({ colleagues: 'decides' });
		const { mine, affiliation } = await stated();
		const ines = await inBrowser('ines', newToken());
		must(await vouchFor(ines, { affiliation, says: 'works-here' }));
		if (how === 'is suspended') {
			const until = new Date(ines.now.getTime() + days);
			await emit(ines, 'person.suspended', { person: people.ines.id, until });
		} else {
			const [place] = await validatedAffiliations(ines, people.ines.id);
			must(await endAffiliation(ines, { affiliation: place?.id ?? '', reason: 'left' }));
		}
		must(await vouchFor(await inBrowser('tiago', newToken()), { affiliation, says: 'works-here' }));
		expect(await stateOf(mine, affiliation)).toBe('stated');
	},
);

test('by the usual rule colleagues are shown to the officer and decide nothing', async () => {
	const { mine, affiliation } = await stated();
	for (const name of ['ines', 'tiago'] as const)
		must(await vouchFor(await inBrowser(name, newToken()), { affiliation, says: 'works-here' }));
	expect(await stateOf(mine, affiliation)).toBe('stated');
});

test('T1: nobody speaks for a colleague within thirty days of the own validation', async () => {
	const { affiliation } = await stated();
	const ines = await inBrowser('ines', newToken(), 29);
	expect(await statedColleagues(ines)).toMatchObject([{ mayFrom: expect.any(Date) as Date }]);
	expect(await vouchFor(ines, { affiliation, says: 'works-here' })).toMatchObject({
		reason: 'validated-too-lately',
	});
});

test('T1: two accounts in one browser are one voice', async () => {
	await ruleSays({ colleagues: 'decides' });
	const { mine, affiliation } = await stated();
	const browser = newToken();
	must(await vouchFor(await inBrowser('ines', browser), { affiliation, says: 'works-here' }));
	must(await vouchFor(await inBrowser('tiago', browser), { affiliation, says: 'works-here' }));
	expect(await stateOf(mine, affiliation)).toBe('stated');
});

test('T1: nobody speaks for somebody from a browser in which that person has signed in', async () => {
	const browser = newToken();
	const marco = database.as<Member>({ kind: 'member', person: people.marco.id, session: 's' });
	const place = { school: schools.ribeira.id, role: 'teacher' } as const;
	const { affiliation } = must(await stateAffiliation(marco, place));
	await inBrowser('marco', browser);
	expect(await vouchFor(await inBrowser('ines', browser), { affiliation, says: 'works-here' })).toMatchObject(
		{
			reason: 'same-browser',
		},
	);
});

test('a browser that nobody noted speaks for nobody', async () => {
	const { affiliation } = await stated();
	const later = { now: new Date(database.as(system).now.getTime() + 31 * days) };
	expect(
		await vouchFor(database.as(teacher('ines'), later), { affiliation, says: 'works-here' }),
	).toMatchObject({
		reason: 'browser-unknown',
	});
});

test('T1: nobody speaks for themself, or for people of other schools', async () => {
	const freja = await inBrowser('freja', newToken());
	const { affiliation } = must(
		await stateAffiliation(freja, { school: schools.ribeira.id, role: 'teacher' }),
	);
	await expect(vouchFor(freja, { affiliation, says: 'works-here' })).rejects.toThrow(NotFound);
	const amelie = await inBrowser('amelie', newToken());
	await expect(vouchFor(amelie, { affiliation, says: 'works-here' })).rejects.toThrow(NotFound);
	expect(await statedColleagues(amelie)).toEqual([]);
});

test('a colleague who does not know the person leaves it to an officer, whatever the school says', async () => {
	const { mine, affiliation, token } = await written();
	must(await vouchFor(await inBrowser('ines', newToken()), { affiliation, says: 'not-known' }));
	must(await answerAsHead(database.as(visitor), { token, answer: 'works-here', network }));
	expect(await stateOf(mine, affiliation)).toBe('stated');
});

test('a suspended colleague learns of nobody who asks', async () => {
	const later = { now: new Date(database.as(system).now.getTime() + 31 * days) };
	const until = new Date(later.now.getTime() + days);
	await emit(database.as(system, later), 'person.suspended', { person: people.tiago.id, until });
	const mine = database.as<Member>({ kind: 'member', person: people.mette.id, session: 's' }, later);
	must(await stateAffiliation(mine, { school: schools.ribeira.id, role: 'teacher' }));
	const told = await database.db
		.selectFrom('notices.notice')
		.select('person_id')
		.where('kind', '=', 'colleague-stated')
		.execute();
	expect(told).toEqual([{ person_id: people.ines.id }]);
});

test('colleagues who may speak are told by name who asks, others are not', async () => {
	const later = { now: new Date(database.as(system).now.getTime() + 31 * days) };
	const mine = database.as<Member>({ kind: 'member', person: people.mette.id, session: 's' }, later);
	must(await stateAffiliation(mine, { school: schools.ribeira.id, role: 'teacher' }));
	const told = await database.db
		.selectFrom('notices.notice')
		.select('person_id')
		.where('kind', '=', 'colleague-stated')
		.execute();
	expect(told.map(({ person_id }) => person_id).sort()).toEqual([people.ines.id, people.tiago.id].sort());
});
