// Two people who have done something of everything are made one account, on a copy of the world, and taken apart again.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
	actorOfRequest,
	proveOtherAccount,
	otherAccount,
	ownMergings,
	separateOwnAccounts,
	uniteOwnAccounts,
} from '#domain/people';
import { seeToMergings } from '../../src/server/domain/people/merging/unite-accounts.ts';
import type { Context, Database } from '#platform/context';
import { parts } from '#platform/part';
import { system, visitor } from '#shared/actor';
import { ownDatabase } from '../world/database.ts';
import { people, schools, type PersonName } from '../world/index.ts';
import { must } from '../world/must.ts';
import { network, passPhrase, signedIn, withCookies } from '../world/signing-in.ts';
import { addressOf, fullLives } from './full-lives.ts';

const world = ownDatabase(fullLives);

async function onACopy(work: (db: Database) => Promise<void>): Promise<void> {
	const transaction = await world.db.startTransaction().execute();
	try {
		await work(transaction);
	} finally {
		await transaction.rollback().execute();
	}
}

/** Each column that names a person, as the manifests have it. */
const naming = () =>
	parts().flatMap(({ privacy }) =>
		Object.entries(privacy.columns).flatMap(([table, columns]) =>
			Object.entries(columns).flatMap(([column, said]) =>
				said !== 'none' && said.person === true ? [{ table, column }] : [],
			),
		),
	);

/** Which rows name whom: table, column → the persons, sorted; without what merging itself notes. */
async function namesIn(db: Database): Promise<Record<string, string>> {
	const found: Record<string, string> = {};
	for (const { table, column } of naming()) {
		if (table.startsWith('people.merging')) continue;
		const { rows } = await sql<{ all: string | null }>`
			select string_agg(to_jsonb(whole) ->> ${column}, ' ' order by to_jsonb(whole) ->> ${column}) as "all"
			from ${sql.table(table)} as whole`.execute(db);
		found[`${table}.${column}`] = rows[0]?.all ?? '';
	}
	return found;
}

/** Describes the account that is given up, and goes with it. */
const describes = ['people.person', 'people.profile', 'people.spoken_language'];

/**
 * What stays with the account that is given up, and why: a row that both accounts have is held once, by what these columns
 * say, and nobody has themself for a contact. Whatever else names it was forgotten by a `unite`.
 */
const heldOnce: Readonly<Record<string, readonly string[]>> = {
	// both know the same colleague, or each other
	'contacts.contact': ['person_a_id', 'person_b_id'],
	// blocked once for both
	'contacts.block': ['person_id', 'blocked_person_id'],
	// both have begun a letter to the same person, or one to both
	'contacts.draft': ['person_id', 'other_person_id'],
	// they wrote to each other
	'contacts.message': ['from_person_id', 'to_person_id'],
	'contacts.side': ['person_id', 'other_person_id'],
	'contacts.request': ['from_person_id', 'to_person_id'],
	// both work in one TwinSpace, or in one project
	'spaces.member': ['space_id', 'person_id'],
	'projects.partner': ['project_id', 'person_id'],
	// both answered one link
	'partner_finding.link_answer': ['invitation_id', 'person_id'],
	// both applied for the label of one project
	'recognition.application': ['project_id', 'person_id'],
};

/** Rows that name the account that is given up and have no reason to. */
async function leftBehind(db: Database, given: string, kept: string): Promise<string[]> {
	const left: string[] = [];
	const tables = new Set(naming().map(({ table }) => table));
	for (const table of tables) {
		if (table.startsWith('people.merging') || describes.includes(table)) continue;
		const columns = naming().flatMap((each) => (each.table === table ? [each.column] : []));
		const { rows } = await sql<{ row: Record<string, string> }>`
			select to_jsonb(whole) as row from ${sql.table(table)} as whole`.execute(db);
		const isLeft = (row: Record<string, string>) => columns.some((column) => row[column]?.includes(given));
		const keyOf = (row: Record<string, string>) =>
			(heldOnce[table] ?? []).map((column) => (row[column] === given ? kept : (row[column] ?? '')));
		const sorted = (key: string[]) => (table === 'contacts.contact' ? key.sort() : key).join(' ');
		const held = new Set(rows.flatMap(({ row }) => (isLeft(row) ? [] : [sorted(keyOf(row))])));
		for (const { row } of rows.filter(({ row }) => isLeft(row))) {
			const key = keyOf(row);
			const isTwice = held.has(sorted([...key])) || (key[0] === kept && key[1] === kept);
			if (heldOnce[table] === undefined || !isTwice) left.push(`${table} ${JSON.stringify(row)}`);
		}
	}
	return left;
}

async function signedInAs(ctx: Context, name: PersonName): Promise<Context> {
	return { ...ctx, actor: await actorOfRequest(ctx, await signedIn(ctx, addressOf(name))) };
}

async function provenOther(ctx: Context, name: PersonName) {
	const input = { email: addressOf(name), password: passPhrase, code: '', network };
	const { cookies } = must(await proveOtherAccount(ctx, input));
	return otherAccount(ctx, withCookies(cookies));
}

const pairs: readonly (readonly [PersonName, PersonName])[] = [
	['freja', 'tiago'],
	// founder and partner of the same project
	['freja', 'ines'],
	['ines', 'freja'],
	['amelie', 'yasmine'],
	// validated at the school where the other account waits to be
	['tiago', 'marco'],
];

/** Tiago teaches at the school that Marco has stated. */
async function meetAtOneSchool(db: Database): Promise<void> {
	await db
		.updateTable('people.affiliation')
		.set({ school_id: schools.aurora.id })
		.where('person_id', '=', people.tiago.id)
		.execute();
}

async function united(db: Database, given: PersonName, kept: PersonName) {
	const ctx = { ...world.as(visitor), db };
	const own = await signedInAs(ctx, kept);
	const before = { ...(await namesIn(db)), ...(await placesIn(db)), ...(await roomsIn(db)) };
	must(await uniteOwnAccounts(own, { other: await provenOther(own, given) }));
	return { own, before };
}

/** Whether places and their cases stand as before: those are no columns that name a person. */
async function placesIn(db: Database): Promise<Record<string, string>> {
	const { rows } = await sql<{ all: string }>`
		select string_agg(place.id || ':' || place.is_default || ':' || coalesce(ended.reason, '-') || ':' ||
			exists (select from support.approval_case as asked join support.case_round as round on round.case_id = asked.id
				where asked.subject_id = place.id and round.decided_at is null), ' ' order by place.id) as "all"
		from people.affiliation as place left join people.affiliation_ending as ended on ended.affiliation_id = place.id`.execute(
		db,
	);
	return { places: rows[0]?.all ?? '' };
}

/** Every membership of a room and every part in a project as it stands, to the letter. */
async function roomsIn(db: Database): Promise<Record<string, string>> {
	const { rows } = await sql<{ members: string; partners: string }>`
		select (select string_agg(member::text, ' ' order by id) from spaces.member) as members,
			(select string_agg(partner::text, ' ' order by partner::text) from projects.partner) as partners`.execute(db);
	return { ...rows[0] };
}

/** As what a person stands in rooms and projects now, each once. */
async function standingOf(db: Database, person: string): Promise<Record<string, string>> {
	const { rows } = await sql<{ where: string; as: string }>`
		select space_id::text as "where", role as "as" from spaces.member
			where person_id = ${person} and left_at is null and goes_on_as is null
		union all select project_id::text, standing from projects.partner where person_id = ${person} and until is null
		order by 1`.execute(db);
	return Object.fromEntries(rows.map((row) => [row.where, row.as]));
}

const order = ['founder', 'cofounder', 'teacher-administrator', 'teacher', 'partner', 'expert', 'observer'];

/** What two people stand as together: in each room and project as the better of the two. */
async function betterStanding(db: Database, given: PersonName, kept: PersonName) {
	const both = await Promise.all([given, kept].map((name) => standingOf(db, people[name].id)));
	const better: Record<string, string> = {};
	for (const [where, as] of both.flatMap((standing) => Object.entries(standing)))
		if (order.indexOf(as) < order.indexOf(better[where] ?? 'observer') || !better[where]) better[where] = as;
	return better;
}

test.each(pairs)(
	'%s goes into %s and comes out again, and nothing is lost on the way',
	async (given, kept) => {
		await onACopy(async (db) => {
			await meetAtOneSchool(db);
			const better = await betterStanding(db, given, kept);
			const { own, before } = await united(db, given, kept);
			expect(await leftBehind(db, people[given].id, people[kept].id)).toEqual([]);
			expect(await standingOf(db, people[kept].id)).toEqual(better);
			const headers = await signedIn(own, addressOf(given));
			expect(await actorOfRequest(own, headers)).toMatchObject({ kind: 'teacher', person: people[kept].id });
			const [{ id = '' } = {}] = await ownMergings(own);
			must(await separateOwnAccounts(own, { merging: id }));
			const after: Record<string, string> = {
				...(await namesIn(db)),
				...(await placesIn(db)),
				...(await roomsIn(db)),
			};
			const changed = Object.keys(after).filter((column) => after[column] !== before[column]);
			expect(changed.map((column) => `${column}: ${before[column]} → ${after[column]}`)).toEqual([]);
		});
	},
);

test('who gives the founder’s account up founds on with the other at once, and who is sent out meanwhile is out with both', async () => {
	await onACopy(async (db) => {
		const rooms = () =>
			db
				.selectFrom('spaces.member')
				.select(['id', 'space_id', 'person_id', 'role', 'left_at'])
				.where('person_id', 'in', [people.freja.id, people.ines.id])
				.where('goes_on_as', 'is', null)
				.execute();
		const before = await rooms();
		const shared = before.filter(
			(one) =>
				one.person_id === people.freja.id &&
				before.some((two) => two.person_id === people.ines.id && two.space_id === one.space_id),
		);
		expect(shared.length).toBeGreaterThan(0);
		const ids = shared.map(({ space_id }) => space_id);
		await db
			.updateTable('spaces.member')
			.set({ role: 'teacher' })
			.where('space_id', 'in', ids)
			.where('person_id', '=', people.ines.id)
			.execute();
		await db
			.updateTable('spaces.member')
			.set({ role: 'founder' })
			.where('space_id', 'in', ids)
			.where('person_id', '=', people.freja.id)
			.execute();
		const { own } = await united(db, 'freja', 'ines');
		const joined = (await rooms()).filter(({ space_id }) => ids.includes(space_id));
		expect(joined.map(({ person_id, role }) => [person_id, role])).toEqual(
			ids.map(() => [people.ines.id, 'founder']),
		);
		await db
			.updateTable('spaces.member')
			.set({ left_at: own.now })
			.where('person_id', '=', people.ines.id)
			.where('space_id', 'in', ids)
			.execute();
		const [{ id = '' } = {}] = await ownMergings(own);
		must(await separateOwnAccounts(own, { merging: id }));
		const apart = (await rooms()).filter(({ space_id }) => ids.includes(space_id));
		expect(apart).toHaveLength(2 * ids.length);
		expect(apart.filter(({ left_at }) => left_at === null)).toEqual([]);
		expect(apart.filter(({ role }) => role === 'founder').map(({ person_id }) => person_id)).toEqual(
			ids.map(() => people.freja.id),
		);
	});
});

test('after thirty days all that both had is the one person’s, and nothing names the other account', async () => {
	await onACopy(async (db) => {
		const { own } = await united(db, 'freja', 'ines');
		const standing = () =>
			db
				.selectFrom('projects.partner')
				.select(['project_id', 'standing'])
				.where('person_id', 'in', [people.freja.id, people.ines.id])
				.where('standing', '=', 'founder')
				.orderBy('project_id')
				.execute();
		const authors = async () => {
			const rows = await db
				.selectFrom('spaces_updates.post as post')
				.innerJoin('spaces.member as member', 'member.id', 'post.member_id')
				.select(['post.id', 'member.person_id'])
				.where('member.person_id', 'in', [people.freja.id, people.ines.id])
				.orderBy('post.id')
				.execute();
			return rows.map(({ id }) => id);
		};
		const founded = await standing();
		const written = await authors();
		expect(written.length).toBeGreaterThan(0);
		const later = { ...own, actor: system, now: new Date(own.now.getTime() + 31 * 24 * 3600_000) };
		await seeToMergings(later);
		const left = Object.entries(await namesIn(db)).filter(([, names]) => names.includes(people.freja.id));
		expect(left.map(([column]) => column)).toEqual(['people.person.id']);
		expect(await standing()).toEqual(founded);
		expect(await authors()).toEqual(written);
	});
});
