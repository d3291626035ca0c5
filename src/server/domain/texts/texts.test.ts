import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors';
import { visitor } from '#shared/actor';
import { problemOf } from '#shared/house-text';
import { locales, type Locale } from '#shared/locales';
import { testDatabase } from '../../../../tests/world/database.ts';
import { officer, type offices } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import {
	comparedVersions,
	houseTexts,
	restoreText,
	textFor,
	textsForDesk,
	versionsForDesk,
	writeText,
} from './index.ts';

const database = testDatabase();
const at = async (name: keyof typeof offices) => database.as(await officer(database.as(visitor), name));
const read = async (locale: Locale) => textFor(database.as(visitor, { locale }), 'conduct');
const danish = { text: 'conduct', locale: 'da' } as const;

test('each text ships in each language, with the same shape and no mark that leads nowhere', async () => {
	for (const text of houseTexts) {
		const shapes = await Promise.all(
			locales.map(async (locale) => {
				const { blocks } = await textFor(database.as(visitor, { locale }), text);
				return blocks.map(({ kind }) => kind).join(' ');
			}),
		);
		expect(new Set(shapes), text).toHaveLength(1);
		expect(shapes[0]).toContain('heading');
	}
	const anna = await at('anna');
	for (const { text, locale } of await textsForDesk(anna)) {
		const [shipped] = await versionsForDesk(anna, { text, locale });
		expect(problemOf(shipped?.body ?? ''), `${text} ${locale}`).toBeUndefined();
	}
});

test('an own text holds in its language; the others keep theirs and say where the own one stands', async () => {
	const anna = await at('anna');
	must(await writeText(anna, { ...danish, body: '## Hos os\nVi hilser på hinanden.', base: 0 }));
	const own = await read('da');
	expect(own.blocks).toMatchObject([{ kind: 'heading', text: 'Hos os' }, { kind: 'paragraph' }]);
	expect([own.since, own.ownElsewhere]).toEqual([anna.now, []]);
	const french = await read('fr');
	expect(french.ownElsewhere).toEqual(['da']);
	expect(french.blocks.length).toBeGreaterThan(10);
});

test('versions are compared word by word, and an earlier one, also the shipped one, holds again', async () => {
	const anna = await at('anna');
	const shipped = (await read('da')).blocks;
	const write = async (body: string) => {
		const [newest] = await versionsForDesk(anna, danish);
		must(await writeText(anna, { ...danish, body, base: newest?.number ?? 0 }));
	};
	await write('## Hos os\nVi hilser på alle.');
	await write('## Hos os\nVi hilser altid på alle.');
	const versions = await versionsForDesk(anna, danish);
	const [second, first] = versions;
	expect(versions.map(({ isShipped }) => isShipped)).toEqual([false, false, true]);
	expect(comparedVersions(versions, second!.number, first!.number)).toContainEqual({
		text: 'altid ',
		how: 'added',
	});
	must(await restoreText(anna, { ...danish, number: first!.number, base: second!.number }));
	expect((await read('da')).blocks).toMatchObject([{}, { parts: [{ text: 'Vi hilser på alle.' }] }]);
	const [third] = await versionsForDesk(anna, danish);
	must(await restoreText(anna, { ...danish, number: 0, base: third!.number }));
	expect((await read('da')).blocks).toEqual(shipped);
	expect(await versionsForDesk(anna, danish)).toHaveLength(5);
});

test('nothing is written over what somebody else wrote meanwhile, twice, or with marks that lead nowhere', async () => {
	const anna = await at('anna');
	const body = '## Hos os\nVi hilser.';
	must(await writeText(anna, { ...danish, body, base: 0 }));
	const [newest] = await versionsForDesk(anna, danish);
	const base = newest!.number;
	const refusal = async (changes: { body?: string; base?: number }) => {
		const outcome = await writeText(anna, { ...danish, body: '## Ny', base, ...changes });
		return outcome.ok ? undefined : outcome.reason;
	};
	expect(await refusal({ base: 0 })).toBe('changed-meanwhile');
	expect(await refusal({ body })).toBe('nothing-changed');
	expect(await refusal({ body: '## Ny\n[x](javascript:x)' })).toBe('wrong-link');
	await expect(restoreText(anna, { ...danish, number: 4711, base })).rejects.toThrow(NotFound);
	expect(await versionsForDesk(anna, danish)).toHaveLength(2);
});

test('everybody reads; only the central desk sees versions and writes', async () => {
	const rui = await at('rui');
	await expect(textsForDesk(rui)).rejects.toThrow(Forbidden);
	await expect(versionsForDesk(rui, danish)).rejects.toThrow(Forbidden);
	await expect(writeText(rui, { ...danish, body: '## Ny', base: 0 })).rejects.toThrow(Forbidden);
	await expect(restoreText(rui, { ...danish, number: 0, base: 0 })).rejects.toThrow(Forbidden);
	expect((await textFor(rui, 'conduct')).blocks.length).toBeGreaterThan(0);
});
