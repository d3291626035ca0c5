import { expect, test } from 'vitest';
import { blockPerson } from '#domain/contacts';
import { system, visitor } from '#shared/actor';
import { people, teacher, type PersonName } from '../../../../../tests/world/index.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { must } from '../../../../../tests/world/must.ts';
import { changeAlerts, dropSearch, ownSearches, saveSearch, stopByLink, writePost } from '../index.ts';
import { signedToken } from '../signed-link.ts';
import { alertSavedSearches } from './alert.ts';
import { mostSearches } from './saved-search.ts';

const world = testDatabase();
const start = new Date('2026-10-05T08:00:00Z');
const on = (day: number) => new Date(start.getTime() + day * 24 * 3600 * 1000);
const as = (name: PersonName, day = 0) => world.as(teacher(name), { now: on(day) });
const look = (day: number) => alertSavedSearches(world.as(system, { now: on(day) }));

async function post(name: PersonName, day: number, title = 'Rivers'): Promise<void> {
	must(
		await writePost(as(name, day), {
			...{ kind: 'found-project', title, words: 'We look for a class.', locale: 'en' },
			...{ languages: ['en'], subjects: ['music'], agesFrom: 9, agesTo: 11 },
			...{ countriesWanted: [], partnersWanted: 1, days: 60 },
		}),
	);
}

async function told(name: PersonName) {
	const rows = await world.db
		.selectFrom('notices.notice')
		.select(['params', 'path', 'stop_path'])
		.where('person_id', '=', people[name].id)
		.where('kind', '=', 'search-found')
		.execute();
	return rows.map(({ params, ...rest }) => ({ ...rest, ...(params as { name: string; count: number }) }));
}

const rivers = { name: 'Rivers', query: 'q=rivers&kind=post&nonsense=1&after=1_2_x' };

test('only what can be found since then is told, each thing once, with a link to the search', async () => {
	await post('freja', -1);
	must(await saveSearch(as('ines'), rivers));
	await look(1);
	expect(await told('ines')).toEqual([]);
	await post('amelie', 1.5);
	await post('lukas', 1.6, 'Mountains');
	await look(2);
	expect(await told('ines')).toMatchObject([
		{ name: 'Rivers', count: 1, path: '/partners?q=rivers&kind=post' },
	]);
	await look(3);
	await look(3);
	expect(await told('ines')).toHaveLength(1);
});

test('nobody is told of people between whom and them there is a block, nor of their own posts', async () => {
	must(await saveSearch(as('ines'), rivers));
	await post('amelie', 0.5);
	await post('ines', 0.6);
	await blockPerson(as('amelie', 0.7), { person: people.ines.id });
	await look(1);
	expect(await told('ines')).toEqual([]);
});

test('one click in an alert stops it without signing in; what came meanwhile is not told later', async () => {
	const { search } = must(await saveSearch(as('ines'), rivers));
	await stopByLink(world.as(visitor), signedToken('stop search', search));
	await post('amelie', 0.5);
	await look(1);
	await changeAlerts(as('ines', 2), { search, stopped: false });
	await look(3);
	expect(await told('ines')).toEqual([]);
	await post('lukas', 3.5);
	await look(4);
	expect(await told('ines')).toMatchObject([{ count: 1 }]);
	await expect(stopByLink(world.as(visitor), signedToken('renew post', search))).rejects.toThrow('search');
});

test('a search is its owner’s alone, saved once, and twenty at most', async () => {
	const { search } = must(await saveSearch(as('ines'), rivers));
	expect(await saveSearch(as('ines'), { ...rivers, name: 'Again' })).toMatchObject({
		reason: 'saved-already',
	});
	await expect(dropSearch(as('freja'), { search })).rejects.toThrow('search');
	await expect(changeAlerts(as('freja'), { search, stopped: true })).rejects.toThrow('search');
	for (let turn = 1; turn < mostSearches; turn += 1)
		must(await saveSearch(as('ines'), { name: 'x', query: `q=x${turn}` }));
	expect(await saveSearch(as('ines'), { name: 'x', query: 'q=y' })).toMatchObject({
		reason: 'too-many-searches',
	});
	await dropSearch(as('ines'), { search });
	expect(await ownSearches(as('ines'))).toHaveLength(mostSearches - 1);
});
