import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { makeLogin } from '#domain/people';
import { consentsFor, erasePupil, exportPupil, giveConsent } from '#domain/pupils';
import { reportThing } from '#domain/safety';
import { likePost, postFor, writeOnWall, writeUpdate } from '#domain/spaces/updates';
import { NotFound } from '#platform/errors';
import { compose } from '#platform/part';
import { newId } from '#platform/ids';
import { system, type Member } from '#shared/actor';
import { aRoom } from '../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { teacher } from '../../../../tests/world/index.ts';
import { must } from '../../../../tests/world/must.ts';
import { passPhrase } from '../../../../tests/world/signing-in.ts';
import { allParts } from '../../parts.ts';
import { noteErasure } from './erasure-ledger.ts';
import { eraseMyself, erasePerson, exportMyself, replayErasures } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'own-rights-'));
process.env['OPENTWINNING_DATA'] = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
compose(allParts);
const world = testDatabase();

async function somebody(): Promise<Member> {
	const person = { id: newId(), name: 'Ada Brook', locale: 'en', country: 'PT' } as const;
	const email = `${person.id}@school.example`;
	await makeLogin(world.as(system), { person, email, password: passPhrase });
	return { kind: 'member', person: person.id, session: 's' };
}
const nameOf = async (person: string) =>
	(await world.db.selectFrom('people.person').select('name').where('id', '=', person).executeTakeFirst())
		?.name;

test('without a fresh proof nothing is handed out and nobody is forgotten', async () => {
	const ada = await somebody();
	await expect(exportMyself(world.as(ada))).rejects.toThrow('account');
	await expect(eraseMyself(world.as(ada))).rejects.toThrow('account');
	expect(await nameOf(ada.person)).toBe('Ada Brook');
});

test('whoever was forgotten is forgotten again after an older backup came back', async () => {
	const ada = await somebody();
	const ctx = world.as(system);
	await erasePerson(ctx, ada.person, 'own-wish');
	await noteErasure(ada.person);
	await noteErasure(ada.person);
	expect(readFileSync(join(folder, 'erasures'), 'utf8')).toContain(ada.person);
	expect(await replayErasures(ctx)).toBe(0);
	// the backup knows the name, and nothing of the erasure
	await world.db
		.updateTable('people.person')
		.set({ name: 'Ada Brook' })
		.where('id', '=', ada.person)
		.execute();
	await world.db.deleteFrom('privacy.erasure').where('person_id', '=', ada.person).execute();
	expect(await replayErasures(ctx)).toBe(1);
	expect(await nameOf(ada.person)).not.toBe('Ada Brook');
	expect(await replayErasures(ctx)).toBe(0);
});

/** The Heron, who has done something of everything, in a class of Ribeira, beside the Otter. */
async function aBusyPupil() {
	const room = await aRoom(world);
	const heron = world.as(room.heron);
	const said = (words: string) => ({ space: room.id, words, locale: 'en' });
	const { post } = must(await writeOnWall(heron, said('The heron flies at dawn')));
	must(await writeOnWall(world.as(room.otter), said('The otter sleeps at noon')));
	const { post: update } = must(await writeUpdate(world.as(teacher('freja')), said('Welcome')));
	must(await likePost(heron, { space: room.id, post: update, likes: true }));
	const report = { kind: 'post', thing: update, reason: 'other', words: 'The heron asks why' } as const;
	must(await reportThing(heron, report));
	const { class: id } = await world.db
		.selectFrom('pupils.pupil')
		.select('class_id as class')
		.where('id', '=', room.heron.pupil)
		.executeTakeFirstOrThrow();
	const [pupil, other] = [room.heron.pupil, room.otter.pupil];
	const given = { purposes: ['picture-inside'], givenBy: 'parent', language: 'pt' } as const;
	must(await giveConsent(world.as(teacher('ines')), { class: id, pupils: [pupil, other], ...given }));
	return { room, post, one: { class: id, pupil }, other };
}

test('R-EXP: a family is told all that is kept of its child, and nothing of another one', async () => {
	const { one } = await aBusyPupil();
	const { value } = await exportPupil(world.as(teacher('tiago')), one);
	const kept = JSON.stringify(value);
	for (const own of [
		'Swift Heron',
		'The heron flies at dawn',
		'The heron asks why',
		'picture-inside',
		'Two rivers',
	])
		expect(kept).toContain(own);
	expect(kept).not.toMatch(/Otter|otter|Lynx|Freja|Welcome/);
	await expect(exportPupil(world.as(teacher('freja')), one)).rejects.toThrow(NotFound);
	await expect(exportPupil(world.as(teacher('tiago')), { ...one, class: newId() })).rejects.toThrow(NotFound);
	const all = async () => {
		for (let file = 0; file < 20; file++) await exportPupil(world.as(teacher('tiago')), one);
	};
	await expect(all()).rejects.toThrow('too-often');
});

test('R-ERA: a pupil whom the family wants forgotten is gone at once, and again after an older backup came back', async () => {
	const { room, post, one, other } = await aBusyPupil();
	const ines = world.as(teacher('ines'));
	await expect(erasePupil(world.as(teacher('freja')), one)).rejects.toThrow(NotFound);
	const row = await world.db
		.selectFrom('pupils.pupil')
		.selectAll()
		.where('id', '=', one.pupil)
		.executeTakeFirstOrThrow();
	must(await erasePupil(ines, one));
	await noteErasure(one.pupil);
	expect(await tablesWith(row.alias)).toEqual([]);
	// a number that means nothing any more
	expect(await tablesWith(one.pupil)).toEqual(['privacy.erasure']);
	await expect(room.as(room.heron)).rejects.toThrow(NotFound);
	const { ctx, space } = await room.as(teacher('freja'));
	const wall = await postFor(ctx, space.id, post);
	expect(wall.post).toMatchObject({ words: 'The heron flies at dawn', by: { name: null, isPupil: true } });
	expect((await consentsFor(ines, one.class)).consents.map(({ pupil }) => pupil)).toEqual([other]);
	await expect(erasePupil(ines, one)).rejects.toThrow(NotFound);

	await world.db.insertInto('pupils.pupil').values(row).execute();
	await world.db.deleteFrom('privacy.erasure').where('person_id', '=', one.pupil).execute();
	expect(await tablesWith(row.alias)).toEqual(['pupils.pupil']);
	// the ledger of this file knows others, too
	expect(await replayErasures(world.as(system))).toBeGreaterThan(0);
	expect(await tablesWith(row.alias)).toEqual([]);
	expect(await replayErasures(world.as(system))).toBe(0);
});

/** Tables of the parts in which this stands somewhere. */
async function tablesWith(text: string): Promise<string[]> {
	const { rows } = await sql<{ name: string }>`
		select schemaname || '.' || tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') order by 1`.execute(
		world.db,
	);
	const found: string[] = [];
	for (const { name } of rows) {
		const hits = await sql`select from ${sql.table(name)} as each_row
			where strpos(to_jsonb(each_row)::text, ${text}) > 0 limit 1`.execute(world.db);
		if (hits.rows.length > 0) found.push(name);
	}
	return found;
}
