import { beforeAll, expect, test } from 'vitest';
import {
	addCoverage,
	addOrganisation,
	allOrganisationsFor,
	clockSettings,
	organisationCovering,
	organisationForCentral,
	previewClocks,
	removeCoverage,
	setClocks,
	undoClocks,
} from '#domain/support/central';
import { endOfficeAt, giveOfficeTo, officesAt } from '#domain/people';
import { changeCountry, countries, keptCountries } from '#domain/places';
import { Forbidden, NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { allParts } from '../../../parts.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { officer, people, type offices } from '../../../../../tests/world/index.ts';
import { withLogin } from '../../../../../tests/world/signing-in.ts';
import { clockRuleFor } from '../organisations.sql.ts';

const database = testDatabase();
beforeAll(() => compose(allParts));

const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const portugal = '00000000-0000-7000-8000-000000005054';
const school = (more: object = {}) => ({ country: 'BE', region: '', language: '', ...more });
const flemish = { name: 'Vlaanderen', country: 'BE', mail: null, locale: 'nl', timeZone: 'Europe/Brussels' };

test('a country may have several organisations: a school falls to the most particular rule', async () => {
	const anna = await at('anna');
	const id = await addOrganisation(anna, { ...flemish, weekend: [6, 7] });
	const falls = async (more: object) => (await organisationCovering(anna, school(more)))?.name;
	expect(await falls({ language: 'nl' })).toBe('National Support Organisation Belgium');
	const rule = { country: 'BE', region: null, language: 'nl' };
	expect(await addCoverage(anna, id, rule)).toMatchObject({ ok: true });
	expect(await falls({ language: 'nl' })).toBe('Vlaanderen');
	expect(await falls({ language: 'fr' })).toBe('National Support Organisation Belgium');
	expect(await addCoverage(anna, portugal, rule)).toMatchObject({ reason: 'coverage-exists' });
	const [held] = (await organisationForCentral(anna, id)).coverage;
	await removeCoverage(anna, held?.id ?? '');
	expect(await falls({ language: 'nl' })).toBe('National Support Organisation Belgium');
	expect((await allOrganisationsFor(anna)).find(({ organisation }) => organisation.id === id)).toMatchObject({
		coverage: 0,
		officers: 0,
	});
});

test('an office is given by address and told, never to oneself, and ended by somebody else', async () => {
	const anna = await at('anna');
	const { email } = await withLogin(anna, 'tiago');
	const own = await withLogin(anna, 'anna');
	const give = (address: string, kind: 'validator' | 'central' = 'validator') =>
		giveOfficeTo(anna, { address, organisation: portugal, kind });
	expect(await give('nobody@school.example')).toMatchObject({ reason: 'nobody-with-address' });
	expect(await give(own.email)).toMatchObject({ reason: 'office-to-oneself' });
	expect(await give(email, 'central')).toMatchObject({ reason: 'no-such-office' });
	expect(await give(email)).toMatchObject({ ok: true });
	const [, given] = await officesAt(anna, portugal);
	expect(given).toMatchObject({ name: people.tiago.name, givenByName: people.anna.name, endedAt: null });
	expect(await endOfficeAt(anna, portugal, given?.id ?? '')).toMatchObject({ ok: true });
	expect(await endOfficeAt(anna, portugal, given?.id ?? '')).toMatchObject({ reason: 'office-over' });
	const told = await database.db
		.selectFrom('notices.notice')
		.select(['kind', 'params'])
		.where('person_id', '=', people.tiago.id)
		.orderBy('id')
		.execute();
	expect(told.map(({ kind }) => kind).sort()).toEqual(['office-ended', 'office-given']);
	const central = (await allOrganisationsFor(anna)).find(({ organisation }) => organisation.central);
	const [mine] = await officesAt(anna, central?.organisation.id ?? '');
	expect(await endOfficeAt(anna, central?.organisation.id ?? '', mine?.id ?? '')).toMatchObject({
		reason: 'office-to-oneself',
	});
});

test('clocks have versions: seen before they hold, effective from their day, taken back by another', async () => {
	const anna = await at('anna');
	const later = (days: number) => ({ ...anna, now: new Date(anna.now.getTime() + days * 86_400_000) });
	const change = {
		...{ kind: 'affiliation', organisation: portugal, remind: 3, escalate: 6 },
		since: later(7).now,
	};
	expect(await previewClocks(anna, change)).toMatchObject({ value: { before: { remind: 5, escalate: 10 } } });
	expect(await setClocks(anna, { ...change, escalate: 3 })).toMatchObject({ reason: 'clocks-backwards' });
	expect(await setClocks(later(8), change)).toMatchObject({ reason: 'since-past' });
	expect(await setClocks(anna, change)).toMatchObject({ ok: true });
	const rule = (days: number) => clockRuleFor(later(days), 'affiliation', portugal);
	expect([await rule(6), await rule(8)]).toEqual([
		{ remind: 5, escalate: 10 },
		{ remind: 3, escalate: 6 },
	]);
	expect(await clockRuleFor(later(8), 'project', portugal)).toEqual({ remind: 5, escalate: 10 });
	const second = { ...change, remind: 4, since: later(9).now };
	await setClocks(later(8), second);
	const [newest] = await clockSettings(later(10));
	expect(newest).toMatchObject({ state: 'holds', setBy: people.anna.id });
	await undoClocks(later(10), newest?.number ?? 0);
	expect(await rule(11)).toEqual({ remind: 3, escalate: 6 });
	const versions = await clockSettings(later(11));
	expect(versions.map(({ state }) => state)).toEqual(['holds', 'past', 'past', 'holds']);
	const first = versions.find((version) => version.setBy === undefined);
	expect(await undoClocks(later(11), first?.number ?? 0)).toMatchObject({ reason: 'nothing-before' });
});

test('a country that is suspended cannot be chosen, keeps its place among the forty-six, and comes back', async () => {
	const anna = await at('anna');
	const details = {
		...{ group: 'associated' as const, note: undefined, timeZone: 'Atlantic/Reykjavik', languages: ['is'] },
		...{ joinedOn: undefined, leftOn: undefined },
	} as const;
	const chosen = async () => (await countries(anna)).some(({ code }) => code === 'IS');
	await changeCountry(anna, 'IS', { ...details, suspendedOn: '2026-01-01' });
	expect(await chosen()).toBe(false);
	const kept = await keptCountries(anna);
	expect([kept.length, kept.find(({ code }) => code === 'IS')?.state]).toEqual([46, 'suspended']);
	expect(kept.filter(({ asterisk }) => asterisk).map(({ code, status }) => [code, status])).toEqual([
		['XK', 'kosovo'],
		['PS', 'palestine'],
	]);
	await changeCountry(anna, 'IS', { ...details, suspendedOn: undefined });
	expect(await chosen()).toBe(true);
});

test('none of this is for the officers of one country', async () => {
	const rui = await at('rui');
	const deeds = [
		() => allOrganisationsFor(rui),
		() => organisationForCentral(rui, portugal),
		() => addOrganisation(rui, { ...flemish, weekend: [] }),
		() => addCoverage(rui, portugal, { country: 'ES', region: null, language: null }),
		() => giveOfficeTo(rui, { address: 'x@school.example', organisation: portugal, kind: 'validator' }),
		() => clockSettings(rui),
		() => undoClocks(rui, 1),
		() => keptCountries(rui),
	];
	for (const deed of deeds) await expect(deed()).rejects.toThrow(Forbidden);
	await expect(organisationForCentral(await at('anna'), people.ines.id)).rejects.toThrow(NotFound);
});
