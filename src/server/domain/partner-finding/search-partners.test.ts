import { describe, expect, test } from 'vitest';
import { blockPerson } from '#domain/contacts';
import { changeProfile, profileFor, type ProfileField } from '#domain/people';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { compose, parts } from '#platform/part';
import { system, visitor, type Actor } from '#shared/actor';
import { applicationIn, applies, decides } from '../../../../tests/world/a-label.ts';
import { anOpenProject } from '../../../../tests/world/a-project.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, officer, people, schools, teacher, type PersonName } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import {
	addressOf,
	placesFound,
	queryOf,
	searchPartners,
	writePost,
	type PartnerHit,
	type WritePost,
} from './index.ts';

compose(allParts);
const world = testDatabase();

const aPost: WritePost = {
	kind: 'found-project',
	title: 'Two rivers, one sea',
	words: 'My class measures a river each week and looks for another river.',
	locale: 'en',
	languages: ['en', 'fr'],
	subjects: ['biology'],
	agesFrom: 8,
	agesTo: 10,
	countriesWanted: [],
	partnersWanted: 1,
	days: 60,
};

async function post(author: PersonName, changes: Partial<WritePost> = {}): Promise<string> {
	const written = await writePost(world.as(teacher(author)), { ...aPost, ...changes });
	if (!written.ok) throw new Error(written.reason);
	return written.value.post;
}

const search = (address: string, actor: Actor = teacher('ines'), now = world.as(actor).now) =>
	searchPartners(world.as(actor, { now }), queryOf(new URLSearchParams(address)));
/** Teachers and posts alone, unless the address says otherwise. */
const teachers = (address: string) =>
	address === '' ? 'kind=person&kind=post' : `${address}&kind=person&kind=post`;
const titleOf = (hit: PartnerHit) =>
	hit.kind === 'post' ? hit.title : hit.kind === 'project' ? hit.card.title : hit.card.name;
const titles = (hits: readonly PartnerHit[]) => hits.map(titleOf);

describe('whoever is suspended', () => {
	const jobs = parts().find(({ name }) => name === 'people')?.jobs ?? {};

	test('is found by nobody, nor are their posts, nor are they counted; afterwards they are found again', async () => {
		const { now, ...ctx } = world.as(system);
		await post('freja');
		const seen = async () => {
			const { hits, counts } = await search(teachers('country=DK'));
			return { found: titles(hits).sort(), counted: counts.country?.['DK'] ?? 0 };
		};
		const before = await seen();
		expect(before).toEqual({ found: ['Freja Holm', 'Two rivers, one sea'], counted: 2 });
		const until = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
		await emit({ ...ctx, now }, 'person.suspended', { person: people.freja.id, until });
		expect(await seen()).toEqual({ found: [], counted: 0 });
		await expect(profileFor(world.as(teacher('ines')), people.freja.id)).rejects.toThrow();
		await jobs['end-suspensions']?.({ ...ctx, now } as never, {} as never);
		expect(await seen()).toEqual({ found: [], counted: 0 });
		await jobs['end-suspensions']?.({ ...ctx, now: until } as never, {} as never);
		expect(await seen()).toEqual(before);
	});

	test('is found again as soon as a moderator takes it back', async () => {
		const ctx = world.as(system);
		await emit(ctx, 'person.suspended', { person: people.freja.id, until: ctx.now });
		expect((await search(teachers('country=DK'))).total).toBe(0);
		await emit(ctx, 'person.suspended', { person: people.freja.id, until: null });
		expect((await search(teachers('country=DK'))).total).toBe(1);
	});
});

describe('a teacher looks for partners', () => {
	test('and finds every other validated teacher, never herself', async () => {
		const { hits, total, counts } = await search(teachers(''));
		expect(titles(hits).sort()).toEqual(
			['freja', 'tiago', 'amelie', 'yasmine', 'eleni', 'lukas', 'liis']
				.map((name) => people[name as PersonName].name)
				.sort(),
		);
		expect(total).toBe(7);
		// the school of each is found beside them
		expect(counts.kind).toEqual({ person: 7, school: 7 });
		expect(counts.country).toEqual({ PT: 1, DK: 1, FR: 1, TN: 1, GR: 1, AT: 1, EE: 1 });
		expect(counts.available).toEqual({ on: 7 });
	});

	test('and sees the school, town and country of each hit', async () => {
		await post('freja');
		for (const { card } of (await search(teachers('q=freja'))).hits) {
			expect(card).toMatchObject({
				name: 'Freja Holm',
				country: 'DK',
				school: { name: 'Skovbakkeskolen', town: 'Aarhus', country: 'DK' },
			});
		}
	});

	test.each([
		['freja', ['Freja Holm']],
		['FREJA hol', ['Freja Holm']],
		['skovbakke', ['Freja Holm']],
		['aarhus', ['Freja Holm']],
		['robots', ['Liis Tamm']],
		['ياسمين', ['ياسمين بن صالح']],
		['papadaki', ['Ελένη Παπαδάκη']],
		['biologie', ['Freja Holm', 'Liis Tamm']],
		['nobodyatall', []],
	])('by the words “%s”', async (text, names) => {
		expect(titles((await search(teachers(`q=${encodeURIComponent(text)}`))).hits).sort()).toEqual(
			[...names].sort(),
		);
	});

	test('by filters: one value of a group is enough, all groups must fit', async () => {
		const { hits, total, counts } = await search('country=DK&country=EE&country=FR&subject=biology');
		expect(titles(hits).sort()).toEqual(['Freja Holm', 'Liis Tamm']);
		expect(total).toBe(2);
		// the count behind a country ignores the chosen countries and keeps the subject
		expect(counts.country).toEqual({ DK: 1, EE: 1 });
		expect(counts.subject).toMatchObject({ biology: 2, history: 1 });
	});

	test('by the age of the pupils', async () => {
		expect(titles((await search('ages=3-6')).hits)).toEqual(['Tiago Nunes']);
		const { counts } = await search('');
		expect(counts.ages).toEqual({ '3-6': 1, '7-10': 4, '11-13': 5, '14-16': 3 });
	});

	test('post and teacher at once, and either alone', async () => {
		await post('freja');
		expect((await search('q=river')).counts.purpose).toMatchObject({ 'found-project': 1 });
		expect(titles((await search('q=river&purpose=found-project')).hits)).toEqual([aPost.title]);
		expect(titles((await search('q=holm&kind=person')).hits)).toEqual(['Freja Holm']);
		expect(titles((await search('q=river', teacher('freja'))).hits)).not.toContain(aPost.title);
	});

	test('what stands in the title comes first', async () => {
		await post('liis', { title: 'Forest and robots', words: 'Something with a lantern in it.' });
		await post('lukas', { title: 'Lantern light', words: 'Walks in the dark.' });
		expect(titles((await search('q=lantern')).hits)).toEqual(['Lantern light', 'Forest and robots']);
	});

	test('a post is found until it ends', async () => {
		await post('freja', { days: 14 });
		const { now } = world.as(visitor);
		const later = (days: number) => new Date(now.getTime() + days * 24 * 3600 * 1000);
		expect((await search('q=rivers', teacher('ines'), later(13))).total).toBe(1);
		expect((await search('q=rivers', teacher('ines'), later(15))).total).toBe(0);
	});

	test('page by page, each hit once and none left out', async () => {
		for (const author of ['freja', 'tiago', 'amelie', 'yasmine', 'eleni', 'lukas', 'liis'] as const) {
			for (let turn = 1; turn <= 5; turn++) await post(author, { title: `River ${author} ${turn}` });
		}
		for (const order of ['recent', 'relevance']) {
			const seen: string[] = [];
			let query = queryOf(new URLSearchParams(`q=river&order=${order}`));
			for (let page = 0; page < 5; page++) {
				const found = await searchPartners(world.as(teacher('ines')), query);
				expect(found.total).toBe(35);
				seen.push(...found.hits.map((hit) => hit.id));
				if (!found.next) break;
				query = queryOf(new URLSearchParams(addressOf({ ...query, after: found.next })));
			}
			expect([seen.length, new Set(seen).size]).toEqual([35, 35]);
		}
	});
});

describe('words of many scripts and letters', () => {
	test.each([
		['İlkbahar ırmağı', ['ilkbahar', 'ILKBAHAR', 'irmagi', 'IRMAĞI', 'ırmağı']],
		['Ο ήλιος της θάλασσας', ['ηλιος', 'ΗΛΙΟΣ', 'ήλιοσ', 'ilios', 'θαλασσας']],
		['Școala și țărmul', ['scoala', 'şcoala', 'ȘCOALA', 'tarmul', 'ţărmul']],
		['Ђаци и река Љиг', ['ђаци', 'đaci', 'daci', 'ЉИГ', 'ljig']],
		['Đaci pišu pisma', ['ђаци', 'пишу', 'pisu', 'PIŠU']],
	])('“%s” is found however it is typed', async (title, typed) => {
		const id = await post('freja', { title });
		for (const text of typed) {
			const { hits } = await search(`kind=post&q=${encodeURIComponent(text)}`);
			expect([text, hits.map((hit) => hit.id)]).toEqual([text, [id]]);
		}
	});
});

describe('the counts behind the filters', () => {
	const counted = async (address: string) => (await search(teachers(address))).counts;

	test('level, role, wants to found and active lately count who is found by them', async () => {
		await post('freja', { kind: 'found-project' });
		const all = await counted('');
		for (const group of ['level', 'role', 'founding', 'active'] as const) {
			expect(Object.keys(all[group])).not.toEqual([]);
			for (const [value, count] of Object.entries(all[group])) {
				const { total, counts } = await search(teachers(`${group}=${value}`));
				expect([group, value, total]).toEqual([group, value, count]);
				// the own filter of a group changes nothing in its counts
				expect(counts[group]).toEqual(all[group]);
			}
		}
		expect(Object.keys(all.level).length).toBeGreaterThan(1);
	});

	test('whoever wants to found, or was here, is counted once for teacher and post each', async () => {
		await changeProfile(world.as(teacher('freja')), {
			...{ available: true, wantsToFound: true, wishes: '', hidden: [], about: '', aboutLocale: 'en' },
			...{ languages: [], subjects: [], agesFrom: undefined, agesTo: undefined },
		});
		expect((await counted('')).founding).toEqual({ on: 1 });
		await post('freja', { kind: 'found-project' });
		await post('liis', { kind: 'join-project' });
		expect((await counted('')).founding).toEqual({ on: 2 });
	});

	test('who is suspended, not validated or blocked is in no count of any group', async () => {
		const ctx = world.as(system);
		const sum = async (group: 'role' | 'available') =>
			Object.values((await counted(''))[group]).reduce((total, count) => total + count, 0);
		const [roles, available] = [await sum('role'), await sum('available')];
		await blockPerson(world.as(teacher('freja')), { person: people.ines.id });
		expect([await sum('role'), await sum('available')]).toEqual([roles - 1, available - 1]);
		await emit(ctx, 'person.suspended', { person: people.liis.id, until: new Date(ctx.now.getTime() + 1e8) });
		expect([await sum('role'), await sum('available')]).toEqual([roles - 2, available - 2]);
	});
});

test('the map of a country counts everything, also beyond the first pages', async () => {
	const many = 320;
	const lines = Array.from({ length: many }, (_, at) => ({
		...{ kind: 'project', school_ids: [schools.skovbakke.id], tags: ['kind:project', 'country:DK'] },
		...{ thing_id: newId(), owner_id: newId(), title: `Map ${at}`, words: '', fresh: at },
		...{ title_words: ' map', place_words: '', other_words: '' },
	}));
	await world.db.insertInto('partner_finding.search_entry').values(lines).execute();
	const query = queryOf(new URLSearchParams('country=DK&kind=project&kind=person&q='));
	const found = await placesFound(world.as(teacher('ines')), query);
	expect([found.page.total, found.looked]).toEqual([many + 1, many + 1]);
	expect(found.schools).toMatchObject([{ card: { name: 'Skovbakkeskolen', town: 'Aarhus' } }]);
	expect(new Set(found.schools?.[0]?.things).size).toBe(many + 1);
	const others = await placesFound(world.as(teacher('freja')), query);
	expect(others.schools?.map(({ things }) => things.length)).toEqual([many]);
	expect((await placesFound(world.as(teacher('ines')), queryOf(new URLSearchParams('')))).schools).toBe(
		undefined,
	);
});

describe('a town', () => {
	test('finds what the map counts there, and nothing that only has its name', async () => {
		await anOpenProject(world);
		await post('freja', { title: 'Letters to Porto' });
		const map = await placesFound(world.as(teacher('liis')), queryOf(new URLSearchParams('country=PT')));
		const things = map.schools?.filter(({ card }) => card.town === 'Porto').flatMap((at) => at.things);
		const { hits, total, counts, without } = await search('country=PT&town=PT+Porto', teacher('liis'));
		expect(hits.map(({ id }) => id).sort()).toEqual([...new Set(things)].sort());
		expect([total, counts.town]).toEqual([hits.length, { 'PT Porto': total }]);
		expect(hits.map(({ kind }) => kind)).toContain('project');
		expect(titles(hits)).not.toContain('Letters to Porto');
		expect(without.town).toBe(map.page.total);
		// the town is one of its country
		expect((await search('town=DK+Porto')).total).toBe(0);
	});

	test('is in no count unless it is chosen', async () => {
		expect((await search('')).counts.town).toEqual({});
		const { counts } = await search('kind=person&town=DK+Aarhus&town=PT+Porto&town=PT+Nowhere');
		expect(counts.town).toEqual({ 'DK Aarhus': 1, 'PT Porto': 1 });
	});

	test('is another one as soon as the school has moved', async () => {
		const { id } = schools.skovbakke;
		await world.db.updateTable('schools.school').set({ town: 'Ry: by' }).where('id', '=', id).execute();
		await emit(world.as(system), 'school.changed', { schools: [id] });
		expect((await search('town=DK+Aarhus')).total).toBe(0);
		expect((await search('town=DK+Ry:+by&kind=person')).counts.town).toEqual({ 'DK Ry: by': 1 });
	});
});

describe('whoever must not be found', () => {
	test('a person who is not validated any more is in no list and no count, nor are her posts', async () => {
		await post('freja');
		await world.db
			.insertInto('people.affiliation_ending')
			.expression((eb) =>
				eb
					.selectFrom('people.affiliation')
					.select(({ val }) => ['id', val(new Date()).as('ended_at'), 'person_id'])
					.where('person_id', '=', people.freja.id),
			)
			.columns(['affiliation_id', 'ended_at', 'ended_by'])
			.execute();
		const { hits, total, counts } = await search(teachers(''));
		expect([hits.length, total]).toEqual([6, 6]);
		expect(counts.country).not.toHaveProperty('DK');
		expect((await search('q=freja')).total).toBe(0);
		expect((await search('q=rivers')).total).toBe(0);
	});

	test('a pending member is found by nobody', async () => {
		expect((await search('q=marco')).total).toBe(0);
		expect((await search(teachers(''))).counts.country).not.toHaveProperty('IT');
	});

	test('who blocked me and whom I blocked are left out, also from the counts', async () => {
		await blockPerson(world.as(teacher('freja')), { person: people.ines.id });
		for (const [one, other] of [
			['ines', 'DK'],
			['freja', 'PT'],
		] as const) {
			const { counts } = await search(teachers(''), teacher(one));
			expect(counts.country[other] ?? 0).toBe(one === 'ines' ? 0 : 1);
		}
		expect((await search('q=freja')).total).toBe(0);
		expect((await search('q=ines', teacher('freja'))).total).toBe(0);
	});

	test('only validated teachers search', async () => {
		for (const actor of [visitor, member('marco')])
			await expect(search('', actor)).rejects.toThrow('partners.search');
	});
});

test('whatever stands in the address is read or left away', () => {
	const odd = queryOf(
		new URLSearchParams(
			'q=%20a%20&country=xx&country=PT&country=PT&subject=nothing&town=Porto&town=PT+Porto&town=PT+&ages=1-2&order=up&after=1_2_3&kind=person',
		),
	);
	expect(odd).toMatchObject({ text: 'a', order: 'relevance' });
	expect(odd).not.toHaveProperty('after');
	expect(odd.chosen).toMatchObject({ kind: ['person'], country: ['PT'], town: ['PT Porto'], subject: [] });
	expect(addressOf(odd).toString()).toBe('q=a&kind=person&country=PT&town=PT+Porto');
	expect(queryOf(addressOf(odd))).toEqual(odd);
});

test('hostile words are only words', async () => {
	for (const text of ["' or 1=1 --", '%', '_', '\\', '\u0000', '🦊', 'a'.repeat(4000), '<script>']) {
		await search(new URLSearchParams({ q: text }).toString());
	}
});

describe('what a teacher hides is neither shown nor found, and what is shown is both', () => {
	const parts = {
		languages: { address: 'language=mt&kind=person', seen: (profile: Profile) => profile.languages.length },
		subjects: {
			address: 'subject=astronomy&kind=person',
			seen: (profile: Profile) => profile.subjects.length,
		},
		ages: { address: 'ages=17-20&kind=person', seen: (profile: Profile) => profile.agesFrom },
		wishes: { address: 'q=lighthouse&kind=person', seen: (profile: Profile) => profile.wishes },
		about: { address: 'q=observatory&kind=person', seen: (profile: Profile) => profile.about },
	} as const;
	type Profile = Awaited<ReturnType<typeof profileFor>>['profile'];
	const filled = {
		available: true,
		wantsToFound: true,
		languages: [{ language: 'mt', level: 'C1' }],
		subjects: ['astronomy'],
		agesFrom: 18,
		agesTo: 19,
		about: 'A small observatory.',
		wishes: 'Every lighthouse of the sea.',
		aboutLocale: 'en',
	} as const;

	test.each(Object.entries(parts))('%s', async (field, { address, seen }) => {
		for (const hidden of [[], [field as ProfileField]]) {
			await changeProfile(world.as(teacher('freja')), { ...filled, hidden });
			const { hits } = await search(address);
			const { profile } = await profileFor(world.as(teacher('ines')), people.freja.id);
			const isHidden = hidden.length > 0;
			expect(hits.map(({ id }) => id)).toEqual(isHidden ? [] : [people.freja.id]);
			expect(Boolean(seen(profile))).toBe(!isHidden);
			const founding = await search('founding=on&kind=person');
			expect(founding.total).toBe(isHidden && field === 'wishes' ? 0 : 1);
		}
	});
});

test('a label is found with its teacher, its project and its school from the moment it is awarded', async () => {
	const project = await anOpenProject(world);
	const ines = world.as(teacher('ines'));
	await applies(ines, project);
	const labelled = (kind: string) => search(`label=on&kind=${kind}`, teacher('freja'));
	expect((await labelled('person')).total).toBe(0);
	const desk = world.as(await officer(world.as(system), 'rui'));
	await decides(desk, (await applicationIn(ines, project))?.case ?? '', 4, true);
	const found = { person: people.ines.id, school: schools.ribeira.id };
	for (const [kind, id] of Object.entries(found)) {
		const page = await labelled(kind);
		expect([page.total, page.hits[0]?.id, page.counts.label['on']]).toEqual([1, id, 1]);
		expect(page.hits).toMatchObject([{ labelled: true }]);
	}
	expect((await labelled('project')).hits).toMatchObject([{ kind: 'project', labelled: true }]);
	const others = await search('kind=person&country=DK&country=EE', teacher('ines'));
	expect(others.hits.length).toBeGreaterThan(0);
	expect(others.hits.filter((hit) => 'labelled' in hit && hit.labelled)).toEqual([]);
	expect((await search('kind=person', teacher('freja'))).counts.label['on']).toBe(1);
});
