import { expect, test } from 'vitest';
import { affiliations, people, schools, teacher } from '../../../../tests/world/index.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { system, visitor } from '#shared/actor';
import {
	addPupils,
	bringClassBack,
	bringPupilBack,
	changeClass,
	classFor,
	endClass,
	endPupil,
	inGroups,
	makeClass,
	notePupilSessionUses,
	pupilOfRequest,
	renewCards,
	signInPupil,
} from './index.ts';

const world = testDatabase();
const ines = () => world.as(teacher('ines'));
const asVisitor = () => world.as(visitor);

async function aClass(aliases = ['Quick Otter', 'Brave Falcon']) {
	const made = await makeClass(ines(), { school: schools.ribeira.id, name: '4.B', locale: 'en' });
	const added = await addPupils(ines(), { class: made.value, aliases });
	if (!added.ok) throw new Error(added.reason);
	return { id: made.value, pupils: added.value };
}

async function codeOf(id: string, pupil: string): Promise<string> {
	const cards = await renewCards(ines(), { class: id, pupils: [pupil] });
	return cards.value[0]?.code ?? '';
}

async function signIn(code: string, changes = {}) {
	return signInPupil(world.as(visitor, changes), { code, network: '192.0.2.7' });
}

const cookie = (token: string) => new Headers({ cookie: `opentwinning-pupil=${token}` });

test('a colleague of the same school looks after the class, a teacher of another school does not find it', async () => {
	const { id } = await aClass();
	const { pupils } = await classFor(world.as(teacher('tiago')), id);
	expect(pupils).toHaveLength(2);
	const [card] = (await renewCards(world.as(teacher('tiago')), { class: id, pupils: [pupils[0]?.id ?? ''] }))
		.value;
	expect(await signIn(card?.code ?? '')).toMatchObject({ ok: true });
	await expect(classFor(world.as(teacher('freja')), id)).rejects.toThrow('class');
	await expect(renewCards(world.as(teacher('freja')), { class: id, pupils: [] })).rejects.toThrow('class');
	await expect(classFor(asVisitor(), id)).rejects.toThrow('class');
});

test('nobody makes a class at a school of others', async () => {
	const elsewhere = { school: schools.skovbakke.id, name: '4.B', locale: 'en' as const };
	await expect(makeClass(ines(), elsewhere)).rejects.toThrow('pupils.make-class');
});

test('a teacher whose place has ended no longer finds the class', async () => {
	const { id } = await aClass();
	await world.db
		.insertInto('people.affiliation_ending')
		.values({ affiliation_id: affiliations.ines, ended_at: ines().now, ended_by: people.ines.id })
		.execute();
	await expect(classFor(ines(), id)).rejects.toThrow('class');
});

test('an alias stands once in a class, whatever its case and accents', async () => {
	const { id } = await aClass();
	expect(await addPupils(ines(), { class: id, aliases: ['QUICK OTTER'] })).toMatchObject({
		reason: 'alias-taken',
	});
	expect(await addPupils(ines(), { class: id, aliases: ['Été', 'ete'] })).toMatchObject({
		reason: 'alias-twice',
	});
	expect(await addPupils(ines(), { class: id, aliases: ['  '] })).toMatchObject({ reason: 'alias-empty' });
	const many = Array.from({ length: 59 }, (_, index) => `Otter ${index}`);
	expect(await addPupils(ines(), { class: id, aliases: many })).toMatchObject({ reason: 'class-full' });
	expect((await classFor(ines(), id)).pupils).toHaveLength(2);
});

test('a pupil signs in with the card, typed in any way, until the card is renewed', async () => {
	const { id, pupils } = await aClass();
	const [first = '', second = ''] = pupils;
	const code = await codeOf(id, first);
	const others = await codeOf(id, second);
	const opened = await signIn(` ${inGroups(code).toLowerCase()} `);
	if (!opened.ok) throw new Error(opened.reason);
	expect(await pupilOfRequest(asVisitor(), cookie(opened.value.token))).toMatchObject({
		actor: { pupil: first },
	});

	await codeOf(id, first);
	expect(await signIn(code)).toMatchObject({ ok: false, reason: 'unknown-code' });
	expect(await pupilOfRequest(asVisitor(), cookie(opened.value.token))).toBeUndefined();
	expect(await signIn(others)).toMatchObject({ ok: true });
});

test('no code can be read from the database', async () => {
	const { id, pupils } = await aClass();
	const code = await codeOf(id, pupils[0] ?? '');
	const rows = await world.db.selectFrom('pupils.card').selectAll().execute();
	expect(JSON.stringify(rows)).not.toContain(code);
});

test('V7: a session ends after 45 idle minutes and at the end of the day in the school’s country', async () => {
	const { id, pupils } = await aClass();
	const code = await codeOf(id, pupils[0] ?? '');
	const evening = new Date('2026-10-05T22:30:00Z');
	const opened = await signIn(code, { now: evening });
	if (!opened.ok) throw new Error(opened.reason);
	// midnight in Portugal, summer time
	expect(opened.value.endsAt).toEqual(new Date('2026-10-05T23:00:00Z'));
	const at = (moment: string) =>
		pupilOfRequest(world.as(visitor, { now: new Date(moment) }), cookie(opened.value.token));
	expect(await at('2026-10-05T22:59:00Z')).toBeDefined();
	expect(await at('2026-10-05T23:00:00Z')).toBeUndefined();

	const morning = await signIn(code, { now: new Date('2026-10-06T08:00:00Z') });
	if (!morning.ok) throw new Error(morning.reason);
	const later = (moment: string) =>
		pupilOfRequest(world.as(visitor, { now: new Date(moment) }), cookie(morning.value.token));
	expect(await later('2026-10-06T08:44:00Z')).toBeDefined();
	expect(await later('2026-10-06T08:46:00Z')).toBeUndefined();
});

test('a pupil who reads all morning stays signed in, until the end of the day', async () => {
	const { id, pupils } = await aClass();
	const opened = await signIn(await codeOf(id, pupils[0] ?? ''), { now: new Date('2026-10-06T08:00:00Z') });
	if (!opened.ok) throw new Error(opened.reason);
	const at = (minute: number) => new Date(Date.parse('2026-10-06T08:00:00Z') + minute * 60_000);
	const arrives = (minute: number) =>
		pupilOfRequest(world.as(visitor, { now: at(minute) }), cookie(opened.value.token));
	let minute = 0;
	for (; minute < 14 * 60; minute += 40) {
		const arrived = await arrives(minute);
		expect([minute, arrived?.actor.kind]).toEqual([minute, 'pupil']);
		const session = arrived?.actor.session ?? '';
		await notePupilSessionUses(world.as(system), [{ session, at: at(minute) }]);
		// another process is late: the newer use holds
		await notePupilSessionUses(world.as(system), [{ session, at: at(minute - 30) }]);
	}
	expect(await arrives(14 * 60)).toBeDefined();
	// midnight in Portugal, summer time
	expect(await arrives(15 * 60)).toBeUndefined();
});

test('a session that was ended is not opened again by a late note', async () => {
	const { id, pupils } = await aClass();
	const opened = await signIn(await codeOf(id, pupils[0] ?? ''));
	if (!opened.ok) throw new Error(opened.reason);
	const arrived = await pupilOfRequest(asVisitor(), cookie(opened.value.token));
	await endPupil(ines(), { class: id, pupil: pupils[0] ?? '' });
	const late = new Date(asVisitor().now.getTime() + 60_000);
	await notePupilSessionUses(world.as(system), [{ session: arrived?.actor.session ?? '', at: late }]);
	expect(await pupilOfRequest(asVisitor(), cookie(opened.value.token))).toBeUndefined();
});

test('thirty pupils behind one address sign in, while a guesser there is stopped', async () => {
	const { id, pupils } = await aClass(Array.from({ length: 30 }, (_, index) => `Otter ${index}`));
	const cards = await renewCards(ines(), { class: id, pupils });
	for (const card of cards.value) expect(await signIn(card.code)).toMatchObject({ ok: true });
	let refusals = 0;
	const guess = async () => {
		for (let round = 0; round < 400; round++) {
			await signIn('0000-0000-0000');
			refusals += 1;
		}
	};
	await expect(guess()).rejects.toThrow('too-often');
	expect(refusals).toBeLessThanOrEqual(300);
	expect(await signIn(cards.value[0]?.code ?? '')).toMatchObject({ ok: true });
});

test('an ended pupil is out at once and the alias is not given to another child', async () => {
	const { id, pupils } = await aClass();
	const [first = ''] = pupils;
	const code = await codeOf(id, first);
	const opened = await signIn(code);
	if (!opened.ok) throw new Error(opened.reason);
	await endPupil(ines(), { class: id, pupil: first });
	expect(await pupilOfRequest(asVisitor(), cookie(opened.value.token))).toBeUndefined();
	expect(await signIn(code)).toMatchObject({ ok: false });
	expect(await addPupils(ines(), { class: id, aliases: ['Quick Otter'] })).toMatchObject({
		reason: 'alias-taken',
	});
});

test('an ended pupil can be brought back, and the card is good again', async () => {
	const { id, pupils } = await aClass();
	const [first = ''] = pupils;
	const code = await codeOf(id, first);
	await endPupil(ines(), { class: id, pupil: first });
	expect((await classFor(ines(), id)).ended).toMatchObject([{ id: first, alias: 'Quick Otter' }]);
	await expect(bringPupilBack(world.as(teacher('freja')), { class: id, pupil: first })).rejects.toThrow(
		'class',
	);
	expect(await bringPupilBack(ines(), { class: id, pupil: first })).toMatchObject({ ok: true });
	expect((await classFor(ines(), id)).ended).toEqual([]);
	expect(await signIn(code)).toMatchObject({ ok: true });
	await expect(bringPupilBack(ines(), { class: id, pupil: first })).rejects.toThrow('pupil');
});

test('a full class takes nobody back', async () => {
	const { id, pupils } = await aClass();
	const [first = ''] = pupils;
	await endPupil(ines(), { class: id, pupil: first });
	await addPupils(ines(), { class: id, aliases: Array.from({ length: 59 }, (_, at) => `Otter ${at}`) });
	expect(await bringPupilBack(ines(), { class: id, pupil: first })).toMatchObject({ reason: 'class-full' });
});

test('a class that ends takes its pupils along, and brings exactly those back', async () => {
	const { id, pupils } = await aClass();
	const [otter = '', falcon = ''] = pupils;
	const code = await codeOf(id, falcon);
	const opened = await signIn(code);
	if (!opened.ok) throw new Error(opened.reason);
	const earlier = world.as(teacher('ines'), { now: new Date(ines().now.getTime() - 1000) });
	await endPupil(earlier, { class: id, pupil: otter });
	await endClass(ines(), id);
	expect(await pupilOfRequest(asVisitor(), cookie(opened.value.token))).toBeUndefined();
	expect(await signIn(code)).toMatchObject({ ok: false });
	const ended = await classFor(ines(), id);
	expect([ended.endedAt, ended.pupils.length, ended.ended.length]).toEqual([ines().now, 0, 1]);
	for (const deed of [
		addPupils(ines(), { class: id, aliases: ['Calm Heron'] }),
		renewCards(ines(), { class: id, pupils: [] }),
		changeClass(ines(), { class: id, name: 'x', locale: 'en' }),
		endClass(ines(), id),
	]) {
		await expect(deed).rejects.toThrow('pupils.look-after-class');
	}
	await expect(bringClassBack(world.as(teacher('freja')), id)).rejects.toThrow('class');
	await bringClassBack(ines(), id);
	expect((await classFor(ines(), id)).pupils.map((pupil) => pupil.id)).toEqual([falcon]);
	expect(await signIn(code)).toMatchObject({ ok: true });
	await expect(bringClassBack(ines(), id)).rejects.toThrow('pupils.bring-class-back');
});

test('another name and language are those of the cards from now on', async () => {
	const { id } = await aClass();
	await changeClass(ines(), { class: id, name: '5.B', locale: 'fr' });
	expect(await classFor(ines(), id)).toMatchObject({ name: '5.B', locale: 'fr' });
});

test('cards come in the order in which they are asked for', async () => {
	const { id, pupils } = await aClass(['Zebra', 'Badger', 'Otter']);
	const cards = await renewCards(ines(), { class: id, pupils });
	expect(cards.value.map((card) => card.alias)).toEqual(['Zebra', 'Badger', 'Otter']);
});

test('of a list that cannot be taken the first alias that is wrong is named', async () => {
	const { id } = await aClass();
	const add = (...aliases: string[]) => addPupils(ines(), { class: id, aliases });
	expect(await add('Calm Heron', 'calm heron')).toMatchObject({ field: 'aliases-1', reason: 'alias-twice' });
	expect(await add('A', 'B', 'Quick Otter')).toMatchObject({ field: 'aliases-2', reason: 'alias-taken' });
	expect(await add(' ', 'B')).toMatchObject({ field: 'aliases-0', reason: 'alias-empty' });
});

test('R-PSE: a pupil’s rows hold an alias and nothing that names a child or reaches one', async () => {
	const columns = Object.keys((await import('./part.ts')).pupils.privacy.columns['pupils.pupil'] ?? {});
	expect(columns.sort()).toEqual([
		'alias',
		'class_id',
		'ended_at',
		'folded_alias',
		'id',
		'last_used_on',
		'made_at',
		'made_by',
	]);
});
