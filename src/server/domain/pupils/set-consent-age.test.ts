import { expect, test } from 'vitest';
import { Forbidden } from '#platform/errors';
import { visitor } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
import { officer, type offices } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import {
	consentAgeIn,
	consentAges,
	previewConsentAge,
	setConsentAge,
	undoConsentAge,
	unknownConsentAge,
} from './index.ts';

const database = testDatabase();
const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const day = 24 * 3_600_000;

test('R-AGE: an age holds from its day on with its source; unknown is sixteen; a mistake is taken back', async () => {
	const anna = await at('anna');
	const since = new Date(anna.now.getTime() + day);
	const then = { ...anna, now: since };
	const tunisia = { country: 'TN', age: 14, source: 'Organic law 2026-1, section 3', since };
	expect(must(await previewConsentAge(anna, tunisia))).toBe(unknownConsentAge);
	must(await setConsentAge(anna, tunisia));
	expect(await consentAgeIn(anna, 'TN')).toEqual({ age: 16, source: undefined });
	expect(await consentAgeIn(then, 'TN')).toEqual({ age: 14, source: tunisia.source });
	const before = await consentAgeIn(anna, 'PT');
	must(await setConsentAge(anna, { country: 'PT', age: 16, source: 'A mistake', since: anna.now }));
	expect((await consentAgeIn(anna, 'PT')).age).toBe(16);
	const [wrong] = (await consentAges(anna)).filter(({ country }) => country === 'PT');
	must(await undoConsentAge(anna, wrong?.number ?? 0));
	expect(await consentAgeIn(anna, 'PT')).toEqual(before);
	const [first] = (await consentAges(anna)).filter(({ country }) => country === 'TN');
	expect(await undoConsentAge(anna, first?.number ?? 0)).toMatchObject({ reason: 'nothing-before' });
	expect(await setConsentAge(anna, { ...tunisia, since: new Date(0) })).toMatchObject({
		reason: 'since-past',
	});
});

test('only the central desk reads and sets ages', async () => {
	const rui = await at('rui');
	const input = { country: 'PT', age: 14, source: 'Nobody', since: rui.now };
	await expect(consentAges(rui)).rejects.toThrow(Forbidden);
	await expect(previewConsentAge(rui, input)).rejects.toThrow(Forbidden);
	await expect(setConsentAge(rui, input)).rejects.toThrow(Forbidden);
	await expect(undoConsentAge(rui, 1)).rejects.toThrow(Forbidden);
});
