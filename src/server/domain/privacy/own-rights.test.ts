import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeLogin } from '#domain/people';
import { compose } from '#platform/part';
import { newId } from '#platform/ids';
import { system, type Member } from '#shared/actor';
import { testDatabase } from '../../../../tests/world/database.ts';
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
