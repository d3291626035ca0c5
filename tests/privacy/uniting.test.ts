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
import type { Context, Database } from '#platform/context';
import { parts } from '#platform/part';
import { visitor } from '#shared/actor';
import { ownDatabase } from '../world/database.ts';
import { people, type PersonName } from '../world/index.ts';
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

/** What may still name the account that is given up: what describes it, what it shares with the other, and what it did. */
const stays =
	/^people\.(person|profile|spoken_language|affiliation|affiliation_ending)\.|^(contacts|spaces|notices|privacy|support|projects|partner_finding|platform)\./;

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
];

test.each(pairs)(
	'%s goes into %s and comes out again, and nothing is lost on the way',
	async (given, kept) => {
		await onACopy(async (db) => {
			const ctx = { ...world.as(visitor), db };
			const own = await signedInAs(ctx, kept);
			const before = await namesIn(db);
			must(await uniteOwnAccounts(own, { other: await provenOther(own, given) }));
			const united = await namesIn(db);
			expect(united).not.toEqual(before);
			const left = Object.entries(united).filter(
				([column, names]) => names.includes(people[given].id) && !stays.test(column),
			);
			expect(left).toEqual([]);
			const [{ id = '' } = {}] = await ownMergings(own);
			must(await separateOwnAccounts(own, { merging: id }));
			const after = await namesIn(db);
			const changed = Object.keys(after).filter((column) => after[column] !== before[column]);
			expect(changed.map((column) => `${column}: ${before[column]} → ${after[column]}`)).toEqual([]);
		});
	},
);
