/** SQL that takes an edition over, some hundred rows at a time; each step ends with the rows marked as done. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import { doubleSchools, missingSchools } from './compare.sql.ts';
import type { Edition } from './staging.sql.ts';

/** Some hundred rows that change something. */
export type Step = {
	readonly after: number;
	readonly upTo: number;
	readonly added: number;
	readonly changed: number;
};

/** The next step behind that line; undefined when nothing is left to change. Things of one line stay together. */
export async function nextStep(
	ctx: Context,
	edition: Edition,
	after: number,
	most: number,
): Promise<Step | undefined> {
	const found = await sql<{ up_to: number | null; added: number; changed: number }>`
		select max(line) as up_to, count(*) filter (where verdict = 'added') as added,
			count(*) filter (where verdict = 'changed') as changed
		from (
			select line, verdict from schools_register.staged_row
			where import_id = ${edition.import} and line > ${after} and verdict in ('added', 'changed')
			order by line fetch first ${most} rows with ties
		) as step`.execute(ctx.db);
	const { up_to, added = 0, changed = 0 } = found.rows[0] ?? {};
	return up_to ? { after, upTo: up_to, added, changed } : undefined;
}

function within(edition: Edition, { after, upTo }: Step) {
	return sql`row.import_id = ${edition.import} and row.line > ${after} and row.line <= ${upTo}`;
}

/** New schools with their keys, their states and the note that this import brought them. */
export async function addSchools(ctx: Context, edition: Edition, step: Step): Promise<string[]> {
	const added = await sql<{ id: string }>`
		with fresh as (
			select row.* from schools_register.staged_row as row where ${within(edition, step)} and verdict = 'added'
		), made as (
			insert into schools.school (id, country, original_name, name, town, region, address, postcode, website,
				mailbox, levels, language, longitude, latitude, made_at, folded, words)
			select school_id, ${edition.country}, original_name, name, town, region, address, postcode, website,
				mailbox, levels, language, longitude, latitude, ${ctx.now}, folded, words from fresh
		), keyed as (
			insert into schools.register_key (country, scheme, code, branch, parent_code, school_id)
			select ${edition.country}, ${edition.scheme}, code, branch, parent_code, school_id from fresh
		), state as (
			insert into schools.state_change (school_id, state, noted_at, since, import_id)
			select school_id, state, ${ctx.now}, state_since, ${edition.import} from fresh
			where state <> 'open' or state_since is not null
		)
		insert into schools_register.change (import_id, school_id)
		select ${edition.import}, school_id from fresh returning school_id as id`.execute(ctx.db);
	return added.rows.map((row) => row.id);
}

/** What changed, after what was there before has been written down. Returns the schools. */
export async function changeSchools(ctx: Context, edition: Edition, step: Step): Promise<string[]> {
	await noteBefore(ctx, edition, step);
	await sql`
		insert into schools.state_change (school_id, state, noted_at, since, import_id)
		select row.school_id, row.state, ${ctx.now}, row.state_since, ${edition.import}
		from schools_register.staged_row as row
		where ${within(edition, step)} and verdict = 'changed' and row.state <> coalesce((
			select change.state from schools.state_change as change
			where change.school_id = row.school_id order by change.noted_at desc limit 1), 'open')`.execute(ctx.db);
	await sql`
		update schools.register_key as key set parent_code = row.parent_code, withdrawn_at = null
		from schools_register.staged_row as row
		where ${within(edition, step)} and verdict = 'changed' and key.country = ${edition.country}
			and key.scheme = ${edition.scheme} and key.code = row.code and key.branch = row.branch`.execute(ctx.db);
	const changed = await sql<{ id: string }>`
		update schools.school as school
		set original_name = row.original_name, name = row.name, town = row.town, region = row.region,
			address = row.address, postcode = row.postcode, website = row.website, mailbox = row.mailbox, levels = row.levels,
			language = row.language, longitude = row.longitude, latitude = row.latitude,
			folded = row.folded, words = row.words
		from schools_register.staged_row as row
		where ${within(edition, step)} and verdict = 'changed' and school.id = row.school_id
		returning school.id`.execute(ctx.db);
	return changed.rows.map((row) => row.id);
}

async function noteBefore(ctx: Context, edition: Edition, step: Step): Promise<void> {
	await sql`
		insert into schools_register.change (import_id, school_id, before)
		select ${edition.import}, row.school_id, to_jsonb(school) || jsonb_build_object(
			'code', key.code, 'branch', key.branch, 'parent_code', key.parent_code, 'withdrawn_at', key.withdrawn_at,
			'listing_hash', encode(listing.row_hash, 'hex'),
			'state', coalesce((select change.state from schools.state_change as change
				where change.school_id = school.id order by change.noted_at desc limit 1), 'open'))
		from schools_register.staged_row as row
		join schools.school as school on school.id = row.school_id
		join schools.register_key as key on key.country = ${edition.country} and key.scheme = ${edition.scheme}
			and key.code = row.code and key.branch = row.branch
		left join schools_register.listing as listing on listing.profile_name = ${edition.profile}
			and listing.country = key.country and listing.scheme = key.scheme
			and listing.code = key.code and listing.branch = key.branch
		where ${within(edition, step)} and verdict = 'changed'
		on conflict do nothing`.execute(ctx.db);
}

/** From now on these keys are what the newest edition lists; who was missing and came back is no question any more. */
export async function noteListed(ctx: Context, edition: Edition): Promise<void> {
	await sql`
		insert into schools_register.listing as held (profile_name, country, scheme, code, branch, row_hash)
		select ${edition.profile}, key.country, key.scheme, key.code, key.branch, row.row_hash
		from schools_register.staged_row as row
		join schools.register_key as key on key.country = ${edition.country} and key.scheme = ${edition.scheme}
			and key.code = row.code and key.branch = row.branch
		where row.import_id = ${edition.import}
		on conflict (profile_name, country, scheme, code, branch)
		do update set row_hash = excluded.row_hash where held.row_hash <> excluded.row_hash`.execute(ctx.db);
	await sql`
		update schools_register.question as question set settled_at = ${ctx.now}
		from schools_register.staged_row as row
		where row.import_id = ${edition.import} and question.country = ${edition.country}
			and question.school_id = row.school_id and question.kind = 'missing'
			and question.settled_at is null`.execute(ctx.db);
}

/** Schools no list has any more become questions, once for every time they go. */
export async function askAboutMissing(ctx: Context, edition: Edition): Promise<void> {
	await sql`
		insert into schools_register.question (id, kind, school_id, country, import_id, asked_at)
		select gen_random_uuid(), 'missing', gone.school_id, ${edition.country}, ${edition.import}, ${ctx.now}
		from (${missingSchools(edition)}) as gone
		where not exists (
			select from schools_register.question as asked
			where asked.school_id = gone.school_id and asked.kind = 'missing' and asked.settled_at is null)
		on conflict do nothing`.execute(ctx.db);
}

export async function askAboutDoubles(ctx: Context, edition: Edition): Promise<void> {
	await sql`
		insert into schools_register.question (id, kind, school_id, other_id, country, import_id, asked_at)
		select gen_random_uuid(), 'double', double.school_id, double.other_id, ${edition.country}, ${edition.import},
			${ctx.now}
		from (${doubleSchools(edition)}) as double
		on conflict do nothing`.execute(ctx.db);
}
