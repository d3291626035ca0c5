// Each person of the world takes along everything about themself, and nothing about anybody else.
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { exportPerson } from '#domain/privacy';
import { parts } from '#platform/part';
import { system } from '#shared/actor';
import { ownDatabase } from '../world/database.ts';
import { member, people, teacher, type PersonName } from '../world/index.ts';
import { addressOf, everybody, fullLives, own } from './full-lives.ts';

const world = ownDatabase(fullLives);

async function exportOf(name: PersonName): Promise<string> {
	return JSON.stringify(await exportPerson(world.as(system), people[name].id));
}

/** Personal columns that are not handed out, each with its reason. */
const heldBack: Readonly<Record<string, string>> = {
	'people.credential.password': 'a check sum is no use to anybody but a thief',
	'people.session.token': 'whoever has it is signed in',
	'people.authenticator.secret': 'whoever has it makes codes',
	'people.recovery_code.code_hash': 'a check sum of what only paper holds',
	'people.device.token_hash': 'a check sum of what only the browser holds',
	'contacts.request.message_hash': 'made of the message, which is handed out',
	'contacts.message.words_hash': 'made of the message, which is handed out',
	'contacts.message.about_title': 'what somebody else called it',
	'contacts.message.about_path': 'a page of somebody else',
	'projects.project.folded': 'made of title and summary, which are handed out',
	'partner_finding.search_entry': 'a copy of profile and posts, which are handed out',
	'safety.matter.evidence': 'own words, handed out where they stand, and again once something is decided',
	'spaces_pages.page_change': 'pieces that only the editor reads; what they make is handed out as versions',
	'notices.notice.stop_path': 'a key to be used once',
	'notices.notice.params': 'handed out unless it names others',
	'notices.notice.named': 'numbers of others',
};

/** Links by which a row is about somebody else, who takes it along. */
const aboutOthers = new Set([
	'projects.project.cofounder_choice_id',
	'contacts.request.to_person_id',
	'contacts.message.to_person_id',
	'contacts.side.other_person_id',
	'contacts.draft.other_person_id',
	'spaces.member.left_by',
	'spaces_updates.post.wall_member_id',
	// what is a child's is never handed to an adult
	'pupils.pupil.made_by',
	'pupils.card.made_by',
	'pupils.consent.attested_by',
]);

type Place = { readonly table: string; readonly link: string; readonly columns: readonly string[] };

/** Every table that points to a person, a sign-in or a membership, with its columns about that person. */
async function places(to: string): Promise<Place[]> {
	const links = await sql<{ table: string; column: string }>`
		select own.relnamespace::regnamespace || '.' || own.relname as table, attribute.attname as column
		from pg_constraint as key
		join pg_class as own on own.oid = key.conrelid
		join pg_attribute as attribute on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
		where key.contype = 'f' and key.confrelid = ${to}::regclass`.execute(world.db);
	const own = links.rows.filter(({ table, column }) => !aboutOthers.has(`${table}.${column}`));
	return own.map(({ table, column: link }) => {
		const classed = parts().flatMap(({ privacy }) => Object.entries(privacy.columns[table] ?? {}));
		const columns = classed.flatMap(([column, said]) => (said === 'none' || said.person ? [] : [column]));
		return { table, link, columns };
	});
}

/** What stands about a person in a place: the values of all columns that are handed out. */
async function valuesAt(
	{ table, link, columns }: Place,
	ids: readonly string[],
): Promise<[string, string][]> {
	if (ids.length === 0) return [];
	const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(world.db);
	const mine = found.rows.filter((row) => ids.includes(String(row[link])));
	return mine.flatMap((row) =>
		columns
			.filter(
				(column) =>
					!(`${table}.${column}` in heldBack) && !(table in heldBack) && !/_id$|^id$|_by$/.test(column),
			)
			.flatMap((column): [string, string][] => {
				const value = row[column];
				if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
				return [[`${table}.${column}`, JSON.stringify(value)]];
			}),
	);
}

const withWords = everybody.filter((name) => 'validated' in people[name] && people[name].validated);

describe.each(everybody)('%s', (name) => {
	test('takes along every value that stands about them in any table', async () => {
		const exported = await exportOf(name);
		const { id } = people[name];
		const login = await world.db
			.selectFrom('people.person')
			.select('login_id')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		const memberships = await world.db
			.selectFrom('spaces.member')
			.select('id')
			.where('person_id', '=', id)
			.execute();
		const about = [
			...(await Promise.all((await places('people.person')).map((place) => valuesAt(place, [id])))),
			...(await Promise.all(
				(await places('people.login')).map((place) => valuesAt(place, [login.login_id ?? ''])),
			)),
			...(await Promise.all(
				(await places('spaces.member')).map((place) =>
					valuesAt(
						place,
						memberships.map((row) => row.id),
					),
				),
			)),
		].flat();
		expect(about.length).toBeGreaterThan(5);
		expect([
			...new Set(about.filter(([, value]) => !exported.includes(value)).map(([column]) => column)),
		]).toEqual([]);
		for (const mine of [people[name].name, addressOf(name)]) expect(exported).toContain(mine);
	});

	test('R-EXP: takes along nothing of anybody else', async () => {
		const exported = await exportOf(name);
		for (const other of everybody.filter((each) => each !== name)) {
			expect(exported).not.toContain(addressOf(other));
			expect([other, exported.includes(people[other].name)]).toEqual([other, false]);
			for (const what of ['about', 'message', 'title', 'wanted', 'draft', 'aims', 'work', 'form'])
				expect(exported).not.toContain(own(other, what));
		}
	});
});

test.each(withWords)('%s finds all own words again', async (name) => {
	const exported = await exportOf(name);
	for (const what of ['about', 'title', 'wanted', 'draft', 'plan', 'summary', 'aims', 'work', 'results'])
		expect(exported).toContain(own(name, what));
	const before = withWords[(withWords.indexOf(name) + withWords.length - 1) % withWords.length] ?? name;
	// within one school nobody can be invited
	if (name !== 'tiago') expect(exported).toContain(own(name, `no-to-${before}`));
});

test('a person exports themself and nobody else', async () => {
	await expect(exportPerson(world.as(teacher('ines')), people.freja.id)).rejects.toThrow('privacy.export');
	await expect(exportPerson(world.as(member('marco')), people.ines.id)).rejects.toThrow('privacy.export');
	expect(Object.keys(await exportPerson(world.as(teacher('ines')), people.ines.id))).toContain('people');
});
