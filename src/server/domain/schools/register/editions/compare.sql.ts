/** SQL that lays an edition beside what we hold: for every row a verdict, and for the whole its counts. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { Comparison } from './report.ts';
import type { Edition } from './staging.sql.ts';

/** The newest state of a school that stands in `school`. */
const currentState = sql`coalesce((
	select change.state from schools.state_change as change
	where change.school_id = school.id order by change.noted_at desc limit 1), 'open')`;

/** True where something that we keep of `school` and `key` is not what `row` says. */
const differs = sql`(
	(school.original_name, school.name, school.town, school.region, school.address, school.postcode,
		school.website, school.mailbox, school.levels, school.language, school.longitude, school.latitude, key.parent_code)
	is distinct from
	(row.original_name, row.name, row.town, row.region, row.address, row.postcode,
		row.website, row.mailbox, row.levels, row.language, row.longitude, row.latitude, row.parent_code)
	or ${currentState} <> row.state)`;

/**
 * Gives the staged rows behind that line their verdict and the school that is meant; new ones keep the ids they
 * came with. Running it again says the same.
 */
export async function judgeRows(ctx: Context, edition: Edition, after = 0): Promise<void> {
	await sql`
		update schools_register.staged_row as row
		set school_id = key.school_id, verdict = case
			when not row.is_school then 'listed'
			when key.withdrawn_at is not null or ${differs} then 'changed'
			else 'unchanged' end
		from schools.register_key as key join schools.school as school on school.id = key.school_id
		where row.import_id = ${edition.import} and row.line > ${after}
			and key.country = ${edition.country} and key.scheme = ${edition.scheme}
			and key.code = row.code and key.branch = row.branch`.execute(ctx.db);
}

/** The counts of all verdicts. */
export async function compareEdition(ctx: Context, edition: Edition): Promise<Comparison> {
	const found = await sql<Omit<Comparison, 'missing' | 'doubles'>>`
		select count(*) filter (where verdict = 'added') as added,
			count(*) filter (where verdict = 'changed') as changed,
			count(*) filter (where verdict = 'changed' and school.original_name <> row.original_name) as renamed,
			count(*) filter (where verdict = 'changed' and row.state = 'closed' and ${currentState} <> 'closed')
				as closed,
			count(*) filter (where verdict = 'changed' and row.state <> 'closed' and ${currentState} = 'closed')
				as reopened,
			count(*) filter (where verdict = 'unchanged') as unchanged,
			count(*) filter (where listing.row_hash <> row.row_hash) as differing
		from schools_register.staged_row as row
		left join schools.school as school on school.id = row.school_id
		left join schools_register.listing as listing on listing.profile_name = ${edition.profile}
			and listing.country = ${edition.country} and listing.scheme = ${edition.scheme}
			and listing.code = row.code and listing.branch = row.branch
		where row.import_id = ${edition.import}`.execute(ctx.db);
	const missing = await sql<{ count: number }>`
		select count(*) as count from (${missingSchools(edition)}) as gone`.execute(ctx.db);
	const doubles = await sql<{ count: number }>`
		select count(*) as count from (${doubleSchools(edition)}) as double`.execute(ctx.db);
	return {
		...(found.rows[0] ?? none),
		missing: missing.rows[0]?.count ?? 0,
		doubles: doubles.rows[0]?.count ?? 0,
	};
}

const none = { added: 0, changed: 0, renamed: 0, closed: 0, reopened: 0, unchanged: 0, differing: 0 };

/** Schools that the last edition of this profile listed and this one, and every other list of the register, does not. */
export function missingSchools(edition: Edition) {
	return sql<{ school_id: string }>`
		select school.id as school_id
		from schools_register.listing as listing
		join schools.register_key as key on key.country = listing.country and key.scheme = listing.scheme
			and key.code = listing.code and key.branch = listing.branch and key.withdrawn_at is null
		join schools.school as school on school.id = key.school_id
		where listing.profile_name = ${edition.profile} and listing.country = ${edition.country}
			and listing.scheme = ${edition.scheme}
			and not exists (
				select from schools_register.staged_row as row
				where row.import_id = ${edition.import} and row.code = listing.code and row.branch = listing.branch)
			and not exists (
				select from schools_register.listing as other
				where other.profile_name <> ${edition.profile} and other.country = listing.country
					and other.scheme = listing.scheme and other.code = listing.code and other.branch = listing.branch)
			and ${currentState} <> 'closed'`;
}

/**
 * New schools whose name and town, folded, are those of another school that teaches the same: one we hold, or one
 * further up in the file. Sites of one school share its name and are none.
 */
export function doubleSchools(edition: Edition) {
	return sql<{ school_id: string; other_id: string }>`
		select row.school_id, other.school_id as other_id
		from schools_register.staged_row as row
		cross join lateral (
			select alike.school_id from (${alikeInFile(edition)}) as alike
			union all
			select alike.school_id from (${alikeHeld(edition)}) as alike
			limit 1
		) as other
		where row.import_id = ${edition.import} and row.verdict = 'added'`;
}

const teachesTheSame = (other: ReturnType<typeof sql>) =>
	sql`(row.levels && ${other} or row.levels = '{}' or ${other} = '{}')`;

/** Codes of one school: the same, or one the parent of the other, or both of one parent. */
const ofOneSchool = (code: ReturnType<typeof sql>, parent: ReturnType<typeof sql>) =>
	sql`(${code} = row.code or ${code} = row.parent_code or ${parent} = row.code or ${parent} = row.parent_code)`;

function alikeInFile({ import: id }: Edition) {
	return sql`
		select above.school_id from schools_register.staged_row as above
		where above.import_id = ${id} and above.folded = row.folded and above.is_school
			and (above.line, above.place) < (row.line, row.place) and ${teachesTheSame(sql`above.levels`)}
			and ${ofOneSchool(sql`above.code`, sql`above.parent_code`)} is not true
		order by above.line limit 1`;
}

/** What the file itself lists has been looked at there. */
function alikeHeld({ import: id, country, scheme }: Edition) {
	return sql`
		select school.id as school_id from schools.school as school
		left join schools.register_key as key on key.school_id = school.id
		where school.country = ${country} and school.folded = row.folded and school.id <> row.school_id
			and ${teachesTheSame(sql`school.levels`)} and key.withdrawn_at is null
			and (key.scheme = ${scheme} and ${ofOneSchool(sql`key.code`, sql`key.parent_code`)}) is not true
			and not exists (
				select from schools_register.staged_row as same
				where same.import_id = ${id} and same.school_id = school.id)
		order by school.id limit 1`;
}
