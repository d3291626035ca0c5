import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { countries, countryLabel, footnotesOf, isActiveCountry, timeZoneOf } from './index.ts';

const world = testDatabase();
const later = (days: number) => ({ now: new Date(Date.parse('2026-10-05T09:00:00Z') + days * 86_400_000) });

test('forty-six countries can be chosen, in the order of the reader’s alphabet', async () => {
	const english = await countries(world.as(visitor, { locale: 'en' }));
	expect(english).toHaveLength(46);
	expect(english[0]?.name).toBe('Albania');
	const danish = (await countries(world.as(visitor, { locale: 'da' }))).map((country) => country.name);
	expect(danish.at(-1)).toBe('Østrig');
});

test('Kosovo and Palestine carry an asterisk and owe a footnote, others none', async () => {
	const ctx = world.as(visitor);
	const labels = [
		await countryLabel(ctx, 'XK'),
		await countryLabel(ctx, 'PT'),
		await countryLabel(ctx, 'PS'),
	];
	expect(labels.map((label) => label.name)).toEqual(['Kosovo*', 'Portugal', 'Palestine*']);
	expect(footnotesOf([...labels, ...labels])).toEqual([labels[0]?.note, labels[2]?.note]);
	expect(labels[0]?.note).toContain('1244/1999');
});

test('a footnote speaks the reader’s language', async () => {
	expect((await countryLabel(world.as(visitor, { locale: 'fr' }), 'XK')).note).toContain('Kosovo');
	expect((await countryLabel(world.as(visitor, { locale: 'ar' }), 'PS')).note).toContain('فلسطين');
});

test('a country that has left keeps its name and cannot be chosen', async () => {
	await world.db
		.updateTable('places.country')
		.set({ left_on: '2026-12-31' })
		.where('code', '=', 'IS')
		.execute();
	const ctx = world.as(visitor, later(120));
	expect(await isActiveCountry(ctx, 'IS')).toBe(false);
	expect((await countries(ctx)).map((country) => country.code)).not.toContain('IS');
	expect((await countryLabel(ctx, 'IS')).name).toBe('Iceland');
});

test('each country has a time zone that the clock of the machine knows', async () => {
	for (const { timeZone } of await countries(world.as(visitor, later(240)))) {
		expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
	}
	expect(await timeZoneOf(world.as(visitor), 'TN')).toBe('Africa/Tunis');
});
