/** SQL that puts back what an import changed, some hundred schools at a time. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Edition } from './staging.sql.ts';

/** Schools of the next step that the import brought, and those it changed. */
export async function nextToUndo(
	ctx: Context,
	edition: Edition,
	most: number,
): Promise<{ readonly brought: string[]; readonly changed: string[] }> {
	const rows = await sql<{ school_id: string; brought: boolean }>`
		select school_id, before is null as brought from schools_register.change
		where import_id = ${edition.import} and undone_at is null order by school_id limit ${most}`.execute(ctx.db);
	const ids = (brought: boolean) =>
		rows.rows.filter((row) => row.brought === brought).map((row) => row.school_id);
	return { brought: ids(true), changed: ids(false) };
}

/** The columns of a school that an import changes come back as they were, and so does its state, as a new line. */
export async function putBack(ctx: Context, edition: Edition, schools: readonly string[]): Promise<void> {
	const ids = sql`${[...schools]}::uuid[]`;
	const before = sql`
		select change.before, old.* from schools_register.change as change
		cross join lateral jsonb_populate_record(null::schools.school, change.before) as old
		where change.import_id = ${edition.import} and change.school_id = any(${ids})`;
	await sql`
		insert into schools.state_change (school_id, state, noted_at, import_id)
		select old.id, old.before->>'state', ${ctx.now}, ${edition.import} from (${before}) as old
		where old.before->>'state' <> coalesce((
			select change.state from schools.state_change as change
			where change.school_id = old.id order by change.noted_at desc limit 1), 'open')`.execute(ctx.db);
	await sql`
		update schools.school as school
		set original_name = old.original_name, name = old.name, town = old.town, region = old.region,
			address = old.address, postcode = old.postcode, website = old.website, mailbox = old.mailbox, levels = old.levels,
			language = old.language, longitude = old.longitude, latitude = old.latitude,
			folded = old.folded, words = old.words
		from (${before}) as old where school.id = old.id`.execute(ctx.db);
	await sql`
		update schools.register_key as key set parent_code = old.before->>'parent_code',
			withdrawn_at = (old.before->>'withdrawn_at')::timestamptz
		from (${before}) as old
		where key.country = ${edition.country} and key.scheme = ${edition.scheme}
			and key.code = old.before->>'code' and key.branch = old.before->>'branch'`.execute(ctx.db);
	await putListingBack(ctx, edition, before);
}

async function putListingBack(ctx: Context, edition: Edition, before: ReturnType<typeof sql>): Promise<void> {
	await sql`
		delete from schools_register.listing as listing using (${before}) as old
		where old.before->>'listing_hash' is null and ${listingOf(edition)}`.execute(ctx.db);
	await sql`
		update schools_register.listing as listing
		set row_hash = decode(old.before->>'listing_hash', 'hex')
		from (${before}) as old
		where old.before->>'listing_hash' is not null and ${listingOf(edition)}`.execute(ctx.db);
}

function listingOf(edition: Edition) {
	return sql`listing.profile_name = ${edition.profile} and listing.country = ${edition.country}
		and listing.scheme = ${edition.scheme} and listing.code = old.before->>'code'
		and listing.branch = old.before->>'branch'`;
}

/** Schools the import brought: no key makes them known any more, so nobody finds or chooses them. */
export async function withdraw(ctx: Context, edition: Edition, schools: readonly string[]): Promise<void> {
	const keys = sql`
		select key.code, key.branch from schools.register_key as key
		where key.country = ${edition.country} and key.scheme = ${edition.scheme}
			and key.school_id = any(${[...schools]}::uuid[])`;
	await sql`
		delete from schools_register.listing as listing using (${keys}) as key
		where listing.profile_name = ${edition.profile} and listing.country = ${edition.country}
			and listing.scheme = ${edition.scheme} and listing.code = key.code and listing.branch = key.branch
	`.execute(ctx.db);
	await sql`
		update schools.register_key set withdrawn_at = ${ctx.now}
		where country = ${edition.country} and scheme = ${edition.scheme}
			and school_id = any(${[...schools]}::uuid[])`.execute(ctx.db);
}

/** Schools somebody chose meanwhile stay as they are; an officer looks at each. */
export async function askAboutUndone(
	ctx: Context,
	edition: Edition,
	schools: readonly string[],
): Promise<void> {
	await sql`
		insert into schools_register.question (id, kind, school_id, country, import_id, asked_at)
		select gen_random_uuid(), 'undone', school_id, ${edition.country}, ${edition.import}, ${ctx.now}
		from unnest(${[...schools]}::uuid[]) as school_id on conflict do nothing`.execute(ctx.db);
}

export async function markUndone(ctx: Context, edition: Edition, schools: readonly string[]): Promise<void> {
	await sql`
		update schools_register.change set undone_at = ${ctx.now}
		where import_id = ${edition.import} and school_id = any(${[...schools]}::uuid[])`.execute(ctx.db);
}

/** What only this import asked is no question any more. */
export async function settleQuestionsOf(ctx: Context, edition: Edition): Promise<void> {
	await sql`
		update schools_register.question set settled_at = ${ctx.now}
		where import_id = ${edition.import} and kind <> 'undone' and answered_at is null and settled_at is null
	`.execute(ctx.db);
}
