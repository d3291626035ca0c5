// No words pass between a pupil and anybody in private, whatever is called, by whomever, in whatever order.
import { globSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as contacts from '#domain/contacts';
import * as partners from '#domain/partner-finding';
import * as projects from '#domain/projects';
import * as pupils from '#domain/pupils';
import * as safety from '#domain/safety';
import * as spaces from '#domain/spaces';
import * as forum from '#domain/spaces/forum';
import * as materials from '#domain/spaces/materials';
import * as pages from '#domain/spaces/pages';
import * as updates from '#domain/spaces/updates';
import * as twinspaces from '#domain/twinspaces';
import type { Context } from '#platform/context';
import type { Actor } from '#shared/actor';
import { aRoom, guest, type Room } from '../world/a-space.ts';
import { testDatabase } from '../world/database.ts';
import { member, people as known, teacher } from '../world/index.ts';
import { must } from '../world/must.ts';

const world = testDatabase();

const faces: Readonly<Record<string, object>> = {
	...{ contacts, projects, pupils, safety, spaces, twinspaces, 'partner-finding': partners },
	...{
		'spaces/forum': forum,
		'spaces/materials': materials,
		'spaces/pages': pages,
		'spaces/updates': updates,
	},
};
type UseCase = (ctx: Context, ...more: unknown[]) => unknown;
const verbs =
	/^(accept|add|answer|appeal|ask|begin|block|bring|change|choose|decide|draft|give|hold|invite|keep|link|make|mend|mute|pin|like|pass|publish|put|reply|report|save|see|send|share|start|steer|tag|tell|write)[A-Z]/;

/** Everything of these parts that some page calls and that does something: what is added tomorrow is called, too. */
const doors = globSync('src/routes/**/*.ts').flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/import \{([^}]*)\} from '#domain\/([^']+)'/g)].flatMap(
		([, names = '', part = '']) =>
			names.split(',').flatMap((each) => {
				const name = each.trim();
				const door: unknown = (faces[part] as Record<string, unknown> | undefined)?.[name];
				return typeof door === 'function' && verbs.test(name)
					? [{ name: `${part}.${name}`, door: door as UseCase }]
					: [];
			}),
	),
);

/** The same numbers each time, so that a failure can be seen again. */
function chance(seed: number) {
	let state = seed;
	const next = () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
	const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
	return { next, one };
}

/** Names that inputs give to ids and words; a wrong one is refused or throws, as a stranger's request would be. */
const names = [
	...['to', 'from', 'with', 'person', 'member', 'pupil', 'wall', 'space', 'post', 'page', 'thread', 'topic'],
	...[
		'discussion',
		'material',
		'folder',
		'request',
		'message',
		'thing',
		'class',
		'project',
		'about',
		'matter',
	],
];

type Deed = { readonly call: string; readonly words: string; readonly by: string };

async function fuzz(room: Room, seed: number, steps: number): Promise<Deed[]> {
	const { next, one } = chance(seed);
	const actors: readonly Actor[] = [
		...[room.heron, room.otter, room.lynx],
		...(['ines', 'freja', 'amelie', 'liis'] as const).map(teacher),
		...[guest('lukas'), guest('eleni'), member('marco')],
	];
	const ids = new Set<string>([
		...[room.id, room.heron.pupil, room.otter.pupil, room.lynx.pupil],
		...[known.ines.id, known.freja.id, known.amelie.id, known.liis.id, known.marco.id],
		...(await memberIds(room.id)),
	]);
	const deeds: Deed[] = [];
	let pools = await idsByName();
	for (let step = 0; step < steps; step += 1) {
		const [actor, { name, door }] = [one(actors), one(doors)];
		const words = `Where do you live ${seed}x${step}y`;
		const id = () => one([...ids]);
		const inputs: Record<string, unknown> = {
			...{ words, locale: 'en' },
		};
		const others: Record<string, unknown> = {
			...{ text: words, message: words, title: words, name: words, note: words, body: words },
			...{ language: 'en', kind: one(['post', 'page', 'message', 'material', 'partner-post']) },
			...{ reason: one(['unkind', 'worrying', 'other']), accepted: true, on: true, visible: 'space' },
			...{ content: { type: 'doc', content: [] }, blocks: [], languages: ['en'], pupils: [], basedOn: 1 },
		};
		// only what the call's own code names: pages hand on no more
		const asksFor = (each: string) => new RegExp(`\\b${each}\\b`).test(door.toString());
		if (step % 25 === 0) pools = await idsByName();
		for (const [each, value] of Object.entries(others)) if (asksFor(each)) inputs[each] = value;
		for (const each of names.filter(asksFor)) {
			const own = pools[each] ?? [];
			inputs[each] = own.length > 0 && next() < 0.85 ? one(own) : id();
		}
		if (next() < 0.9) inputs['space'] = room.id;
		// some call their words a message, some name one
		if (asksFor('message') && next() < 0.8) inputs['message'] = words;
		const ctx = world.as(actor);
		const space = await spaces.spaceFor(ctx, room.id).catch(() => undefined);
		// however the door is made: with one input, after the space, or after the thing it is about
		const shapes = [[inputs], ...(space ? [[space, inputs]] : []), [id(), inputs], [id()]];
		let answer: unknown;
		for (const shape of shapes) {
			answer = await attempt(() => door(ctx, ...shape));
			if (answer !== 'nothing done') break;
		}
		if (answer === 'nothing done') continue;
		deeds.push({ call: name, words, by: actor.kind });
		for (const [found] of JSON.stringify(answer ?? null).matchAll(
			/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
		))
			ids.add(found);
	}
	return deeds;
}

/** What the call answered; what throws or refuses leaves nothing behind. */
async function attempt(call: () => unknown): Promise<unknown> {
	await sql`savepoint attempt`.execute(world.db);
	try {
		const answer = await call();
		if (!isRefusal(answer)) return answer;
	} catch {
		// as a stranger's request would be
	}
	await sql`rollback to savepoint attempt`.execute(world.db);
	return 'nothing done';
}

function isRefusal(answer: unknown): boolean {
	return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

/** What each name usually stands for. */
const tableOf: Readonly<Record<string, string>> = {
	...{ to: 'people.person', from: 'people.person', with: 'people.person', person: 'people.person' },
	...{ member: 'spaces.member', wall: 'spaces.member', pupil: 'pupils.pupil', class: 'pupils.class' },
	...{ post: 'spaces_updates.post', thing: 'spaces_updates.post', page: 'spaces_pages.page' },
	...{ thread: 'spaces_forum.thread', discussion: 'spaces_forum.discussion', topic: 'spaces_forum.thread' },
	...{ request: 'contacts.request', message: 'contacts.message', matter: 'safety.matter' },
};

async function idsByName(): Promise<Readonly<Record<string, readonly string[]>>> {
	const found: Record<string, readonly string[]> = {};
	for (const [name, table] of Object.entries(tableOf)) {
		const rows = await sql<{ id: string }>`select id from ${sql.table(table)} order by id limit 40`.execute(
			world.db,
		);
		found[name] = rows.rows.map(({ id }) => id);
	}
	return found;
}

async function memberIds(space: string): Promise<string[]> {
	const rows = await world.db
		.selectFrom('spaces.member')
		.select('id')
		.where('space_id', '=', space)
		.execute();
	return rows.map(({ id }) => id);
}

/** Tables whose rows may name an adult and a pupil together, and why nobody is alone with anybody there. */
const shared: Readonly<Record<string, string>> = {
	'pupils.pupil': 'which teacher made the alias',
	'pupils.card': 'which teacher made the card',
	'pupils.picture_code': 'which teacher made it',
	'pupils.consent': 'which teacher attests it',
	'spaces.member': 'which teacher let a pupil go',
	'spaces.recognised': 'which teacher said who is on a picture',
	'spaces_updates.post': 'the wall of a pupil, which the whole space reads',
	'safety.matter': 'what was reported, for all teachers of the space',
	'safety.report': 'what was reported, for all teachers of the space',
	'safety.settlement': 'the reason of a decision, which all teachers of the space see',
	'platform.audit_entry': 'who did what, without words',
};
/** Where words of a pupil may stand. */
const placesOfWords = /^(spaces_updates|spaces_forum|spaces_pages|spaces_materials|safety)\./;

async function tables(): Promise<string[]> {
	const found = await sql<{ name: string }>`
		select schemaname || '.' || tablename as name from pg_tables
		where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public') order by 1`.execute(
		world.db,
	);
	return found.rows.map(({ name }) => name);
}

/** Rows that name an adult and a pupil, or two pupils, in any column or inside any JSON. */
async function rowsThatJoin(table: string): Promise<string[]> {
	const found = await sql<{ row: string }>`
		with known as (
			select id::text, id::text as who, 'adult' as kind from people.person
			union all select id::text, person_id::text, 'adult' from spaces.member where person_id is not null
			union all select id::text, id::text, 'pupil' from pupils.pupil
			union all select id::text, pupil_id::text, 'pupil' from spaces.member where pupil_id is not null
		), rows as (select to_jsonb(each_row)::text as row from ${sql.table(table)} as each_row)
		select row from rows where (
			select count(distinct kind) > 1 or count(distinct who) filter (where kind = 'pupil') > 1
			from known where strpos(row, known.id) > 0
		)`.execute(world.db);
	return found.rows.map(({ row }) => row);
}

/** Rows in which one of these sentences stands. */
async function rowsWith(table: string, sentences: readonly string[]): Promise<string[]> {
	const found = await sql<{ row: string }>`
		select row from (select to_jsonb(each_row)::text as row from ${sql.table(table)} as each_row) as rows
		where exists (select from unnest(${sentences}::text[]) as said where strpos(row, said) > 0)`.execute(
		world.db,
	);
	return found.rows.map(({ row }) => row);
}

test.each([1, 2])(
	'R-CON T2: whatever adults and pupils call, in the order of chance %i, no row joins them outside what their space shares',
	async (seed) => {
		const room = await aRoom(world);
		const [heron, ines] = [world.as(room.heron), world.as(teacher('ines'))];
		// what a day brings, so that there is something to answer, to report and to abuse
		must(await updates.writeOnWall(heron, { space: room.id, words: 'My river', locale: 'en' }));
		must(await contacts.sendRequest(ines, { to: known.freja.id, message: 'Shall we?' }));
		const deeds = await fuzz(room, seed, 400);
		const byPupils = deeds.filter(({ by }) => by === 'pupil');
		expect(doors.length).toBeGreaterThan(50);
		expect(deeds.length, 'too few calls did anything').toBeGreaterThan(15);
		expect(byPupils.length, 'too few calls of pupils did anything').toBeGreaterThan(3);
		for (const table of await tables()) {
			if (!(table in shared)) expect([table, ...(await rowsThatJoin(table))]).toEqual([table]);
			const said = byPupils.map(({ words }) => words);
			if (!placesOfWords.test(table)) expect([table, ...(await rowsWith(table, said))]).toEqual([table]);
		}
	},
	60_000,
);

test('R-CON: the question to the tables finds a channel that is planted', async () => {
	const room = await aRoom(world);
	await sql`create temporary table whisper (id int, message jsonb)`.execute(world.db);
	expect(await rowsThatJoin('whisper')).toEqual([]);
	const whisper = JSON.stringify({ from: known.liis.id, about: { child: room.heron.pupil } });
	await sql`insert into whisper values (1, ${whisper}::jsonb)`.execute(world.db);
	expect(await rowsThatJoin('whisper')).toHaveLength(1);
});
