import { expect, test } from 'vitest';
import { schools, teacher } from '../../../../tests/world/index.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { system, visitor, type Actor } from '#shared/actor';
import { pictures } from '#shared/pictures';
import {
	addPupils,
	bringClassBack,
	classFor,
	doorFor,
	endClassesOfOverProjects,
	keepClass,
	makeClass,
	openDoor,
	pupilOfRequest,
	renewCards,
	renewPictures,
	replaceOwnCode,
	replaceOwnPictures,
	setSigningInAtHome,
	shutDoor,
	signInByPictures,
	signInPupil,
	signsAtDoor,
} from './index.ts';
import { forgetPupils } from './forget.ts';
import { freeSigns, hashOfPictures, newPictures } from './picture-code.ts';

const world = testDatabase();
const ines = (changes = {}) => world.as(teacher('ines'), changes);
const network = '192.0.2.9';

async function aClass(count = 3) {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '1.A', locale: 'en' });
	const aliases = Array.from({ length: count }, (_, place) => `Otter ${place}`);
	const added = await addPupils(ines(), { class: made.value, aliases });
	if (!added.ok) throw new Error(added.reason);
	const cards = (await renewPictures(ines(), { class: made.value, pupils: added.value })).value;
	return { id: made.value, pupils: added.value, cards };
}

async function codeOnTheWall(id: string): Promise<string> {
	await openDoor(ines(), id);
	return (await doorFor(ines(), id)).door?.code ?? '';
}

const after = (minutes: number) => ({ now: new Date(ines().now.getTime() + minutes * 60_000) });
/** Four pictures that are not these. */
const others = ([first = 0, ...rest]: readonly number[]) => [(first + 1) % pictures.length, ...rest];

test('pictures are four different ones, kept differently for every pupil', () => {
	for (let round = 0; round < 50; round++) expect(new Set(newPictures()).size).toBe(4);
	expect(hashOfPictures('s', 'one', [1, 2, 3, 4])).not.toEqual(hashOfPictures('s', 'two', [1, 2, 3, 4]));
	expect(freeSigns(new Set([0, 59]))).toHaveLength(58);
});

test('with the code from the wall, the own sign and four pictures a pupil is in; without the code nobody is', async () => {
	const { id, pupils, cards } = await aClass();
	const [card] = cards;
	if (!card) throw new Error('no card');
	const tries = { sign: card.sign, pictures: card.pictures, network };
	expect(await signInByPictures(world.as(visitor), { code: '0000-0000-0000', ...tries })).toMatchObject({
		reason: 'door-shut',
	});
	const code = await codeOnTheWall(id);
	expect(await signsAtDoor(world.as(visitor), { code, network })).toMatchObject({
		value: cards.map(({ sign }) => sign).sort((one, other) => one - other),
	});
	const opened = await signInByPictures(world.as(visitor), { code: code.toLowerCase(), ...tries });
	expect(opened).toMatchObject({ ok: true, value: { pupil: pupils[0] } });
});

test('the door shuts by itself after an hour, by a button, and has another code each time', async () => {
	const { id, cards } = await aClass();
	const first = await codeOnTheWall(id);
	const at = (code: string, minutes = 0) => signsAtDoor(world.as(visitor, after(minutes)), { code, network });
	expect(await at(first, 59)).toMatchObject({ ok: true });
	expect(await at(first, 60)).toMatchObject({ reason: 'door-shut' });
	expect((await doorFor(ines(after(60)), id)).door).toBeUndefined();
	const second = await codeOnTheWall(id);
	expect(second).not.toBe(first);
	expect(await at(first)).toMatchObject({ reason: 'door-shut' });
	// a colleague may shut it, a teacher of another school does not find it
	await expect(shutDoor(world.as(teacher('freja')), id)).rejects.toThrow('class');
	await shutDoor(world.as(teacher('tiago')), id);
	expect(await at(second)).toMatchObject({ reason: 'door-shut' });
	expect(cards).toHaveLength(3);
	const rows = await world.db.selectFrom('pupils.door').selectAll().execute();
	expect(JSON.stringify(rows).toUpperCase()).not.toContain(second);
});

test('T6: a thousand guesses at one pupil lock that pupil and nobody else, until a teacher gives new pictures', async () => {
	const { id, cards } = await aClass(3);
	const [victim, other] = cards;
	if (!victim || !other) throw new Error('no cards');
	const code = await codeOnTheWall(id);
	const tries = (card: typeof victim, row: readonly number[]) =>
		signInByPictures(world.as(visitor), { code, sign: card.sign, pictures: row, network });
	const answers = new Map<string, number>();
	for (let guess = 0; guess < 1000; guess++) {
		const answer = await tries(victim, others(victim.pictures)).then(
			(outcome) => (outcome.ok ? 'in' : outcome.reason),
			() => 'locked',
		);
		answers.set(answer, (answers.get(answer) ?? 0) + 1);
	}
	expect([...answers]).toEqual([
		['wrong-pictures', 6],
		['locked', 994],
	]);
	await expect(tries(victim, victim.pictures)).rejects.toThrow('too-often');
	expect(await tries(other, other.pictures)).toMatchObject({ ok: true });
	const [fresh] = (await renewPictures(ines(), { class: id, pupils: [victim.pupil] })).value;
	expect(fresh?.sign).toBe(victim.sign);
	expect(await tries(victim, fresh?.pictures ?? [])).toMatchObject({ ok: true });
}, 60_000);

test('T6: thirty pupils behind one address come in with pictures, and who tries on all of them finds the door shut', async () => {
	const { id, cards } = await aClass(30);
	const code = await codeOnTheWall(id);
	for (const { sign, pictures: row } of cards) {
		// each mistypes three times, then gets it right
		for (let wrong = 0; wrong < 3; wrong++)
			await signInByPictures(world.as(visitor), { code, sign, pictures: others(row), network });
		expect(await signInByPictures(world.as(visitor), { code, sign, pictures: row, network })).toMatchObject({
			ok: true,
		});
	}
	const guesses = cards.flatMap((card) => Array.from({ length: 6 }, () => card));
	for (const { sign, pictures: row } of guesses)
		await signInByPictures(world.as(visitor), { code, sign, pictures: others(row), network }).catch(
			() => undefined,
		);
	expect((await doorFor(ines(), id)).door).toBeUndefined();
});

test('where a class signs in at school only, a card opens something only while the door is open', async () => {
	const { id, pupils } = await aClass();
	const [card] = (await renewCards(ines(), { class: id, pupils: [pupils[0] ?? ''] })).value;
	const enter = () => signInPupil(world.as(visitor), { code: card?.code ?? '', network });
	expect(await enter()).toMatchObject({ ok: true });
	await setSigningInAtHome(ines(), { class: id, isAllowed: false });
	expect(await enter()).toMatchObject({ reason: 'home-closed' });
	await openDoor(ines(), id);
	expect(await enter()).toMatchObject({ ok: true });
	await shutDoor(ines(), id);
	expect(await enter()).toMatchObject({ reason: 'home-closed' });
	await setSigningInAtHome(ines(), { class: id, isAllowed: true });
	expect(await enter()).toMatchObject({ ok: true });
});

test('a pupil takes another code with the present one; every other browser is put out', async () => {
	const { id, pupils } = await aClass();
	const [pupil = '', stranger = ''] = pupils;
	const [card, strangers] = (await renewCards(ines(), { class: id, pupils: [pupil, stranger] })).value;
	const enter = (code = '') => signInPupil(world.as(visitor), { code, network });
	const here = await enter(card?.code);
	const elsewhere = await enter(card?.code);
	if (!here.ok || !elsewhere.ok) throw new Error('not in');
	const cookie = (token: string) => new Headers({ cookie: `opentwinning-pupil=${token}` });
	const me = (await pupilOfRequest(world.as(visitor), cookie(here.value.token)))?.actor as Actor;
	expect(await replaceOwnCode(world.as(me), strangers?.code ?? '')).toMatchObject({ reason: 'not-mine' });
	const fresh = await replaceOwnCode(world.as(me), card?.code ?? '');
	if (!fresh.ok) throw new Error(fresh.reason);
	expect(await enter(card?.code)).toMatchObject({ reason: 'unknown-code' });
	expect(await enter(fresh.value.code)).toMatchObject({ ok: true });
	expect(await pupilOfRequest(world.as(visitor), cookie(here.value.token))).toBeDefined();
	expect(await pupilOfRequest(world.as(visitor), cookie(elsewhere.value.token))).toBeUndefined();
});

test('a pupil takes other pictures with the present ones, and a teacher cannot in the pupil’s place', async () => {
	const { id, cards } = await aClass();
	const [card] = cards;
	if (!card) throw new Error('no card');
	const me: Actor = { kind: 'pupil', pupil: card.pupil, session: '00' };
	const fresh = others(card.pictures);
	const wrong = { present: fresh, fresh };
	expect(await replaceOwnPictures(world.as(me), wrong)).toMatchObject({ reason: 'not-mine' });
	const short = { present: card.pictures, fresh: [1, 2] };
	expect(await replaceOwnPictures(world.as(me), short)).toMatchObject({ reason: 'no-pictures' });
	expect(await replaceOwnPictures(world.as(me), { present: card.pictures, fresh })).toMatchObject({
		ok: true,
	});
	await expect(replaceOwnPictures(ines(), { present: fresh, fresh })).rejects.toThrow(
		'pupils.replace-secret',
	);
	const code = await codeOnTheWall(id);
	const enter = (row: readonly number[]) =>
		signInByPictures(world.as(visitor), { code, sign: card.sign, pictures: row, network });
	expect(await enter(card.pictures)).toMatchObject({ reason: 'wrong-pictures' });
	expect(await enter(fresh)).toMatchObject({ ok: true });
});

test('R-RET: a class ends with the school year, unless a teacher keeps it for the next', async () => {
	const { id } = await aClass();
	const kept = await aClass(1);
	const { endsOn } = await classFor(ines(), id);
	expect(endsOn.slice(4)).toBe('-08-31');
	expect(
		await keepClass(ines({ now: new Date(`${Number(endsOn.slice(0, 4)) - 1}-12-01`) }), id),
	).toMatchObject({
		reason: 'too-early',
	});
	expect(await keepClass(ines({ now: new Date(`${endsOn.slice(0, 4)}-06-15`) }), kept.id)).toMatchObject({
		ok: true,
	});
	const lastDay = new Date(`${endsOn}T20:00:00Z`);
	await forgetPupils(world.as(system, { now: lastDay }));
	expect((await classFor(ines(), id)).endedAt).toBeUndefined();
	const dayAfter = new Date(lastDay.getTime() + 86_400_000);
	await forgetPupils(world.as(system, { now: dayAfter }));
	expect((await classFor(ines(), id)).endedAt).toEqual(dayAfter);
	expect((await classFor(ines(), kept.id)).endedAt).toBeUndefined();
	// brought back it has a school year before it
	await bringClassBack(ines({ now: dayAfter }), id);
	expect((await classFor(ines(), id)).endsOn).toBe(`${Number(endsOn.slice(0, 4)) + 1}-08-31`);
});

test('R-RET: a class ends with its last project, and not again when a teacher has brought it back', async () => {
	const { id } = await aClass();
	const over = new Date(ines().now.getTime() + 60_000);
	await endClassesOfOverProjects(world.as(system, after(5)), [{ class: id, over }]);
	expect((await classFor(ines(), id)).endedAt).toBeDefined();
	await bringClassBack(ines(after(10)), id);
	await endClassesOfOverProjects(world.as(system, after(15)), [{ class: id, over }]);
	expect((await classFor(ines(), id)).endedAt).toBeUndefined();
});
