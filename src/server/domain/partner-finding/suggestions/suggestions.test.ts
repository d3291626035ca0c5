import { expect, test } from 'vitest';
import { answerRequest, blockPerson, requestsFor, sendRequest } from '#domain/contacts';
import { changeProfile } from '#domain/people';
import { NotFound } from '#platform/errors';
import { must } from '../../../../../tests/world/must.ts';
import { people, teacher, type PersonName } from '../../../../../tests/world/index.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import {
	addClassCard,
	changeClassCard,
	dropClassCard,
	ownClassCard,
	ownClassCards,
	putSuggestionAway,
	suggestPartners,
	takeSuggestionsBack,
	writePost,
	type WritePost,
} from '../index.ts';
import type { DescribeClass } from '../class-cards/change-class-cards.ts';

const world = testDatabase();
const monday = new Date('2026-10-05T08:00:00Z');
const later = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);
const as = (name: PersonName, now = monday) => world.as(teacher(name), { now });

const fifthYear: DescribeClass = {
	...{ name: '5b', agesFrom: 9, agesTo: 11, pupils: 24, languages: ['en'], subjects: ['music'] },
	...{ months: [10, 11], weekdays: [2], hours: undefined, away: [], wishes: 'Rivers.' },
};
const describe = async (name: PersonName, changes: Partial<DescribeClass> = {}) =>
	must(await addClassCard(as(name), { ...fifthYear, ...changes })).card;
const available = (name: PersonName, subjects: ['music'] | [] = []) =>
	changeProfile(as(name), {
		...{ available: true, wantsToFound: false, wishes: '', hidden: [], about: '', aboutLocale: 'en' },
		...{ languages: [{ language: 'en', level: 'C1' }], subjects, agesFrom: 9, agesTo: 11 },
	});
const songs: WritePost = {
	...{ languages: ['en'], subjects: ['music'], agesFrom: 9, agesTo: 11 },
	...{ countriesWanted: ['PT'], partnersWanted: 1, days: 60, kind: 'found-project' },
	...{ title: 'Songs', words: 'Sing with us.', locale: 'en' },
};
const suggestedTo = async (name: PersonName) =>
	(await suggestPartners(as(name, later(48)))).suggestions.map(({ hit }) => hit.card.id);

async function threeTeachers(): Promise<void> {
	await describe('ines');
	await available('freja');
	await available('amelie', ['music']);
	await available('lukas');
}

test('those who fit best come first, with a reason for each', async () => {
	await threeTeachers();
	await describe('freja', { subjects: ['music'], months: [11] });
	const { suggestions, class: mine } = await suggestPartners(as('ines'));
	expect(mine?.name).toBe('5b');
	expect(suggestions.map(({ hit }) => hit.card.id).slice(0, 2)).toEqual([people.freja.id, people.amelie.id]);
	expect(suggestions[0]?.theirClass?.name).toBe('5b');
	expect(suggestions[0]?.reasons).toContainEqual({ kind: 'months', months: [11] });
	for (const { reasons } of suggestions) expect(reasons.length).toBeGreaterThan(0);
});

test('holidays, hours and wishes of both classes are told as reasons', async () => {
	await threeTeachers();
	const terms = { months: [10, 11, 12], hours: { from: '09:00', to: '11:00' } };
	await describe('ines', { ...terms, away: [{ from: '2026-12-18', to: '2027-01-03' }] });
	await describe('freja', {
		...terms,
		...{ hours: { from: '11:30', to: '12:30' }, away: [{ from: '2026-10-12', to: '2026-10-18' }] },
		wishes: 'To follow rivers to the sea.',
	});
	const { suggestions, zone } = await suggestPartners(as('ines'), (await ownClassCards(as('ines')))[1]?.id);
	expect(zone).toBe('Europe/Lisbon');
	const freja = suggestions.find(({ hit }) => hit.card.id === people.freja.id);
	expect(freja?.reasons).toContainEqual({ kind: 'term', term: 'autumn', weeks: 10 });
	expect(freja?.reasons).toContainEqual({ kind: 'wishes', words: ['Rivers'] });
	// half past eleven in Aarhus is half past ten in Porto
	expect(freja?.reasons).toContainEqual({
		...{ kind: 'weekdays', weekdays: [2] },
		hours: { from: 9.5 * 60, to: 10 * 60 },
	});
});

test('a post stands for its author, and the country it looks for counts', async () => {
	await threeTeachers();
	must(await writePost(as('lukas'), songs));
	const [first, ...rest] = (await suggestPartners(as('ines'))).suggestions;
	expect(first?.hit).toMatchObject({ kind: 'post', title: 'Songs' });
	expect(first?.reasons).toContainEqual({ kind: 'wants-my-country' });
	expect(rest.map(({ hit }) => hit.card.id)).not.toContain(people.lukas.id);
	must(await putSuggestionAway(as('ines'), { thing: first?.hit.id ?? '' }));
	expect((await suggestPartners(as('ines'))).suggestions.map(({ hit }) => hit.id)).toContain(people.lukas.id);
	must(await takeSuggestionsBack(as('ines'), {}));
	must(await putSuggestionAway(as('ines'), { thing: people.lukas.id }));
	expect(await suggestedTo('ines')).not.toContain(people.lukas.id);
});

test('nobody blocked, no contact and nothing put away is suggested', async () => {
	await threeTeachers();
	expect(await suggestedTo('ines')).toContain(people.freja.id);
	must(await putSuggestionAway(as('ines'), { thing: people.freja.id }));
	must(await putSuggestionAway(as('ines'), { thing: people.freja.id }));
	await blockPerson(as('amelie'), { person: people.ines.id });
	must(await sendRequest(as('ines'), { to: people.lukas.id, message: 'Shall our classes sing together?' }));
	const [request] = await requestsFor(as('lukas'));
	must(await answerRequest(as('lukas', later(1)), { request: request?.id ?? '', accepted: true }));
	for (const gone of ['freja', 'amelie', 'lukas', 'ines'] as const)
		expect(await suggestedTo('ines')).not.toContain(people[gone].id);
	await expect(putSuggestionAway(as('ines'), { thing: people.amelie.id })).rejects.toThrow(NotFound);
	must(await takeSuggestionsBack(as('ines'), { thing: people.freja.id }));
	expect(await suggestedTo('ines')).toContain(people.freja.id);
});

test('a contact who looks for partners again is suggested by the post', async () => {
	await threeTeachers();
	must(await sendRequest(as('ines'), { to: people.lukas.id, message: 'Shall our classes sing together?' }));
	const [request] = await requestsFor(as('lukas'));
	must(await answerRequest(as('lukas', later(1)), { request: request?.id ?? '', accepted: true }));
	expect(await suggestedTo('ines')).not.toContain(people.lukas.id);
	must(await writePost(as('lukas'), songs));
	const { suggestions } = await suggestPartners(as('ines', later(48)));
	expect(suggestions.filter(({ hit }) => hit.card.id === people.lukas.id).map(({ hit }) => hit.kind)).toEqual(
		['post'],
	);
});

test('how soon somebody answers is told when they do', async () => {
	await threeTeachers();
	must(await sendRequest(as('amelie'), { to: people.freja.id, message: 'Shall our classes sing together?' }));
	const [request] = await requestsFor(as('freja'));
	must(await answerRequest(as('freja', later(30)), { request: request?.id ?? '', accepted: true }));
	const { suggestions } = await suggestPartners(as('ines', later(48)));
	const freja = suggestions.find(({ hit }) => hit.card.id === people.freja.id);
	expect(freja?.reasons).toContainEqual({ kind: 'answers', days: 2 });
});

test('whoever has said nothing of a class or in the profile is asked first', async () => {
	await changeProfile(as('ines'), {
		...{ available: true, wantsToFound: false, wishes: '', hidden: [], about: '', aboutLocale: 'en' },
		...{ languages: [], subjects: [], agesFrom: undefined, agesTo: undefined },
	});
	expect(await suggestPartners(as('ines'))).toMatchObject({ known: false, suggestions: [] });
});

test('a class is changed and removed by its teacher alone', async () => {
	const card = await describe('ines');
	must(await changeClassCard(as('ines'), { ...fifthYear, card, name: '6b' }));
	expect((await ownClassCards(as('ines'))).map(({ name }) => name)).toEqual(['6b']);
	await expect(ownClassCard(as('freja'), card)).rejects.toThrow(NotFound);
	await expect(changeClassCard(as('freja'), { ...fifthYear, card })).rejects.toThrow(NotFound);
	await expect(dropClassCard(as('freja'), { card })).rejects.toThrow(NotFound);
	must(await dropClassCard(as('ines'), { card }));
	expect(await ownClassCards(as('ines'))).toEqual([]);
});

test('ages that run backwards, and more classes than are kept, are refused', async () => {
	expect(await addClassCard(as('ines'), { ...fifthYear, agesFrom: 12 })).toMatchObject({
		reason: 'ages-backwards',
		field: 'ages-to',
	});
	for (let at = 0; at < 10; at++) await describe('ines', { name: `class ${at}` });
	expect(await addClassCard(as('ines'), fifthYear)).toMatchObject({ reason: 'too-many-class-cards' });
});
