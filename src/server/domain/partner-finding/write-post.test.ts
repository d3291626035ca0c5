import { expect, test } from 'vitest';
import { blockPerson } from '#domain/contacts';
import { changeProfile } from '#domain/people';
import { compose } from '#platform/part';
import { visitor, type Teacher } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { member, people, schools, teacher } from '../../../../tests/world/index.ts';
import { allParts } from '../../parts.ts';
import {
	closePost,
	ownPosts,
	postFor,
	queryOf,
	renewPost,
	searchPartners,
	writePost,
	type WritePost,
} from './index.ts';
import { mostRunningPosts } from './post.ts';

compose(allParts);
const world = testDatabase();
const day = 24 * 3600 * 1000;
const after = (days: number) => new Date(world.as(visitor).now.getTime() + days * day);
const at = (actor: Teacher, days: number) => world.as(actor, { now: after(days) });
const ines = () => world.as(teacher('ines'));

const aPost: WritePost = {
	kind: 'found-project',
	title: 'Lanterns in winter',
	words: 'Small lanterns, long evenings.',
	locale: 'en',
	languages: ['en'],
	subjects: ['art'],
	agesFrom: 8,
	agesTo: 10,
	countriesWanted: ['DK'],
	partnersWanted: 2,
	pupils: 24,
	startsIn: '2027-01-01',
	lastsMonths: 3,
	days: 60,
};

async function written(changes: Partial<WritePost> = {}): Promise<string> {
	const outcome = await writePost(ines(), { ...aPost, ...changes });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.value.post;
}

const found = async (days = 0) =>
	(await searchPartners(at(teacher('freja'), days), queryOf(new URLSearchParams('q=lanterns')))).total;

test('a post stands under the author’s school, to be read and found by other teachers', async () => {
	const id = await written();
	const read = await postFor(world.as(teacher('freja')), id);
	expect(read).toMatchObject({
		state: 'running',
		own: false,
		author: { name: 'Inês Carvalho' },
		post: { title: aPost.title, school: schools.ribeira.id, expiresAt: after(60), countriesWanted: ['DK'] },
	});
	expect(read.post).toMatchObject({ pupils: 24, startsIn: '2027-01-01', lastsMonths: 3 });
	expect(await postFor(ines(), await written({ pupils: undefined, startsIn: undefined }))).toMatchObject({
		post: { pupils: undefined, startsIn: undefined, lastsMonths: 3 },
	});
	expect(await found()).toBe(2);
	expect((await postFor(ines(), id)).own).toBe(true);
});

test('it expires by itself, and one click lets it run again', async () => {
	const id = await written({ days: 14 });
	await expect(postFor(at(teacher('freja'), 15), id)).rejects.toThrow('post');
	expect(await found(15)).toBe(0);
	expect((await postFor(at(teacher('ines'), 15), id)).state).toBe('expired');
	expect(await renewPost(at(teacher('ines'), 15), { post: id })).toMatchObject({ ok: true });
	expect((await postFor(at(teacher('freja'), 74), id)).post.expiresAt).toEqual(after(75));
	expect(await found(74)).toBe(1);
});

test.each(['filled', 'withdrawn'] as const)(
	'a post that is %s is found no more and not renewed',
	async (reason) => {
		const id = await written();
		expect(await closePost(ines(), { post: id, reason })).toMatchObject({ ok: true });
		expect(await closePost(ines(), { post: id, reason: 'withdrawn' })).toMatchObject({ ok: true });
		expect(await found()).toBe(0);
		await expect(postFor(world.as(teacher('freja')), id)).rejects.toThrow('post');
		expect((await ownPosts(ines())).map(({ state }) => state)).toEqual([reason]);
		expect(await renewPost(ines(), { post: id })).toMatchObject({ reason: 'closed-already' });
	},
);

test('nobody but the author changes it', async () => {
	const id = await written();
	for (const other of ['freja', 'tiago'] as const) {
		await expect(renewPost(world.as(teacher(other)), { post: id })).rejects.toThrow('partners.change-post');
		await expect(closePost(world.as(teacher(other)), { post: id, reason: 'filled' })).rejects.toThrow(
			'partners.change-post',
		);
	}
});

test('members and visitors neither write nor read', async () => {
	const id = await written();
	for (const actor of [visitor, member('marco')]) {
		await expect(writePost(world.as(actor), aPost)).rejects.toThrow('partners.write-post');
		await expect(postFor(world.as(actor), id)).rejects.toThrow('post');
	}
});

test('whom the author has blocked does not find the post', async () => {
	const id = await written();
	await blockPerson(ines(), { person: people.freja.id });
	await expect(postFor(world.as(teacher('freja')), id)).rejects.toThrow('post');
	expect(await found()).toBe(0);
});

test('so many posts run at once and no more', async () => {
	const ids = [];
	for (let turn = 0; turn < mostRunningPosts; turn++) ids.push(await written());
	expect(await writePost(ines(), aPost)).toMatchObject({ reason: 'too-many-running' });
	await closePost(ines(), { post: ids[0] ?? '', reason: 'filled' });
	expect(await writePost(ines(), aPost)).toMatchObject({ ok: true });
});

test('ages that run backwards are refused beside their field', async () => {
	expect(await writePost(ines(), { ...aPost, agesFrom: 11 })).toEqual({
		ok: false,
		reason: 'ages-backwards',
		field: 'ages-to',
	});
});

test('a changed profile is found by its new words at once', async () => {
	const about = 'We build kites.';
	const profile = {
		available: true,
		wantsToFound: true,
		wishes: '',
		hidden: [],
		languages: [],
		subjects: [],
		agesFrom: undefined,
		agesTo: undefined,
		about,
		aboutLocale: 'en',
	} as const;
	await changeProfile(ines(), profile);
	const kites = queryOf(new URLSearchParams('q=kites'));
	expect(
		(await searchPartners(world.as(teacher('freja')), kites)).hits.map((hit) =>
			hit.kind === 'person' ? [hit.card.name, hit.words] : [],
		),
	).toEqual([['Inês Carvalho', about]]);
});
