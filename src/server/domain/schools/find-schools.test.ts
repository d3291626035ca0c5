import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { system } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { schools, teacher } from '../../../../tests/world/index.ts';
import { enterSchool, findSchools } from './index.ts';

const world = testDatabase();

const entered = [
	['PT', 'Escola Básica de São João', 'Évora'],
	['PT', 'Escola Secundária do Mar', 'Aveiro'],
	['PT', 'Escola Básica do Mar', 'Aveiro'],
	['DK', 'Ærøskøbing Skole', 'Ærø'],
	['DE', 'Grundschule an der Großen Straße', 'Köln'],
	['TR', 'Işık İlkokulu', 'İzmir'],
	['RS', 'Основна школа „Ђура Јакшић”', 'Ниш'],
	['TN', 'المدرسة الإعدادية ابن رشد', 'صفاقس'],
	['PL', 'Szkoła Podstawowa nr 12', 'Łódź'],
	['RO', 'Școala Gimnazială Ștefan cel Mare', 'Timișoara'],
] as const;

beforeEach(async () => {
	for (const [index, [country, name, town]] of entered.entries()) {
		const register = { scheme: 'test', code: String(index) };
		await enterSchool(world.as(system), { id: newId(), country, name, town, levels: [], register });
	}
});

const find = async (country: string, text: string) =>
	(await findSchools(world.as(teacher('ines')), { country, text })).map((hit) => hit.name);

describe('a teacher finds the school', () => {
	test.each([
		['PT', 'Escola Básica da Ribeira Porto', 'Escola Básica da Ribeira'],
		['PT', 'ESCOLA BASICA DA RIBEIRA', 'Escola Básica da Ribeira'],
		['PT', 'ribeyra', 'Escola Básica da Ribeira'],
		['PT', 'ribe por', 'Escola Básica da Ribeira'],
		['PT', 'porto ribeira', 'Escola Básica da Ribeira'],
		['PT', 'sao joao evora', 'Escola Básica de São João'],
		['PT', 'secundaria aveiro', 'Escola Secundária do Mar'],
		['DK', 'skov', 'Skovbakkeskolen'],
		['DK', 'bakkeskolen aarhus', 'Skovbakkeskolen'],
		['DK', 'skov bakke skole', 'Skovbakkeskolen'],
		['DK', 'aeroskobing', 'Ærøskøbing Skole'],
		['DK', 'ærøskobbing', 'Ærøskøbing Skole'],
		['DE', 'grossen strasse koln', 'Grundschule an der Großen Straße'],
		['TR', 'ISIK IZMIR', 'Işık İlkokulu'],
		['TR', 'ışık', 'Işık İlkokulu'],
		['GR', 'ΓΥΜΝΑΣΙΟ ΗΡΑΚΛΕΙΟ', '3ο Γυμνάσιο Ηρακλείου'],
		['GR', 'gymnasio irakleio', '3ο Γυμνάσιο Ηρακλείου'],
		['RS', 'djura jaksic nis', 'Основна школа „Ђура Јакшић”'],
		['RS', 'ђура јакшић', 'Основна школа „Ђура Јакшић”'],
		['TN', 'ابن رشد', 'المدرسة الإعدادية ابن رشد'],
		['TN', 'الاعداديه صفاقس', 'المدرسة الإعدادية ابن رشد'],
		['PL', 'szkola lodz 12', 'Szkoła Podstawowa nr 12'],
		['PL', 'szkola12 lodz', 'Szkoła Podstawowa nr 12'],
		['RO', 'scoala stefan timisoara', 'Școala Gimnazială Ștefan cel Mare'],
	])('in %s with “%s”', async (country, text, name) => {
		expect((await find(country, text))[0]).toBe(name);
	});
});

test('the name alone puts the shorter name first', async () => {
	expect(await find('PT', 'escola basica do mar')).toEqual([
		'Escola Básica do Mar',
		'Escola Secundária do Mar',
	]);
});

test('nothing typed, or nothing like it, finds nothing', async () => {
	for (const text of ['', '   ', '…—', 'zzzzqqq', 'x'.repeat(5000)])
		expect(await find('PT', text)).toEqual([]);
});

test('hostile text is only text', async () => {
	for (const text of ["'; drop table schools.school; --", '%', '%_%', '\\', '\u0000', '🦊🦊', '\ud800']) {
		expect(Array.isArray(await find('PT', text))).toBe(true);
	}
});

test('a closed school is not offered', async () => {
	await world.db
		.insertInto('schools.state_change')
		.values({ school_id: schools.ribeira.id, state: 'closed', noted_at: new Date() })
		.execute();
	expect(await find('PT', 'ribeira porto')).not.toContain('Escola Básica da Ribeira');
});

test('another country’s schools stay out, and pupils do not search', async () => {
	expect(await find('ES', 'ribeira')).toEqual([]);
	const pupil = { kind: 'pupil', pupil: newId(), session: 's' } as const;
	await expect(findSchools(world.as(pupil), { country: 'PT', text: 'ribeira' })).rejects.toThrow(
		'school.find',
	);
});
