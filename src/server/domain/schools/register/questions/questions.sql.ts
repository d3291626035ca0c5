/** SQL of questions about schools that only an officer can decide. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';

export const questionKinds = ['missing', 'double', 'undone'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const answers = ['open', 'closed', 'merged', 'different'] as const;
export type Answer = (typeof answers)[number];

export type QuestionSchool = {
	readonly id: string;
	readonly name: string;
	readonly town: string;
	readonly address: string | null;
	readonly levels: readonly string[];
	readonly codes: string;
};

export type QuestionRow = {
	readonly id: string;
	readonly kind: QuestionKind;
	readonly country: string;
	readonly asked_at: Date;
	/** No import asks about a pair that an officer named or the weekly look found. */
	readonly import_id: string | null;
	readonly profile_name: string | null;
	readonly edition: string | null;
	readonly answered_at: Date | null;
	readonly answered_by: string | null;
	readonly answer: Answer | null;
	readonly settled_at: Date | null;
	readonly school: QuestionSchool;
	readonly other: QuestionSchool | null;
};

const school = (id: ReturnType<typeof sql.ref>) => sql`(
	select jsonb_build_object('id', school.id, 'name', school.name, 'town', school.town, 'address', school.address,
		'levels', school.levels, 'codes', coalesce((select string_agg(key.code || case key.branch when '' then '' else ' / ' || key.branch end, ', ')
			from schools.register_key as key where key.school_id = school.id and key.scheme <> 'teacher-education'), ''))
	from schools.school as school where school.id = ${id})`;

const columns = sql`question.id, question.kind, question.country, question.asked_at, question.import_id,
	import.profile_name, import.edition, question.answered_at, question.answered_by, question.answer,
	question.settled_at, ${school(sql.ref('question.school_id'))} as school,
	${school(sql.ref('question.other_id'))} as other`;

export type QuestionPage = {
	readonly countries: readonly string[];
	readonly kind: QuestionKind | undefined;
	readonly after: { readonly at: Date; readonly id: string } | undefined;
	readonly most: number;
};

/** Open questions of some countries, the oldest first. */
export async function openQuestions(ctx: Context, page: QuestionPage): Promise<QuestionRow[]> {
	const behind = page.after
		? sql`and (question.asked_at, question.id) > (${page.after.at}, ${page.after.id}::uuid)`
		: sql``;
	const found = await sql<QuestionRow>`
		select ${columns} from schools_register.question as question
		left join schools_register.import as import on import.id = question.import_id
		where question.country = any(${[...page.countries]}::text[])
			and question.answered_at is null and question.settled_at is null
			and (${page.kind ?? null}::text is null or question.kind = ${page.kind ?? null}) ${behind}
		order by question.asked_at, question.id limit ${page.most}`.execute(ctx.db);
	return found.rows;
}

export async function questionById(ctx: Context, id: string): Promise<QuestionRow | undefined> {
	const found = await sql<QuestionRow>`
		select ${columns} from schools_register.question as question
		left join schools_register.import as import on import.id = question.import_id
		where question.id = ${id}`.execute(ctx.db);
	return found.rows[0];
}

export async function questionCounts(
	ctx: Context,
	countries: readonly string[],
): Promise<{ readonly kind: QuestionKind; readonly count: number }[]> {
	const found = await sql<{ kind: QuestionKind; count: number }>`
		select kind, count(*) as count from schools_register.question
		where country = any(${[...countries]}::text[]) and answered_at is null and settled_at is null
		group by kind`.execute(ctx.db);
	return found.rows;
}

/** The answer, given once; false when somebody was quicker or the register settled it. */
export async function writeAnswer(
	ctx: Context,
	id: string,
	answer: Answer,
	office: string,
): Promise<boolean> {
	const done = await ctx.db
		.updateTable('schools_register.question')
		.set({ answered_at: ctx.now, answered_by: office, answer })
		.where('id', '=', id)
		.where('answered_at', 'is', null)
		.where('settled_at', 'is', null)
		.executeTakeFirst();
	return Number(done.numUpdatedRows) > 0;
}

/** Asks about a pair; undefined when something is asked about the first already. */
export async function askAboutPair(
	ctx: Context,
	country: string,
	school: string,
	other: string,
): Promise<string | undefined> {
	const asked = await sql<{ id: string }>`
		insert into schools_register.question (id, kind, school_id, other_id, country, asked_at)
		values (gen_random_uuid(), 'double', ${school}, ${other}, ${country}, ${ctx.now})
		on conflict do nothing returning id`.execute(ctx.db);
	return asked.rows[0]?.id;
}

/** The open question about a pair, whichever of the two it begins with. */
export async function openPair(ctx: Context, one: string, other: string): Promise<string | undefined> {
	const found = await sql<{ id: string }>`
		select id from schools_register.question
		where kind = 'double' and answered_at is null and settled_at is null
			and ((school_id = ${one} and other_id = ${other}) or (school_id = ${other} and other_id = ${one}))
		limit 1`.execute(ctx.db);
	return found.rows[0]?.id;
}

/** What was asked about an entry is no question any more: it stands for another. */
export async function settleQuestionsOf(ctx: Context, school: string): Promise<void> {
	await sql`
		update schools_register.question set settled_at = ${ctx.now}
		where (school_id = ${school} or other_id = ${school}) and answered_at is null and settled_at is null`.execute(
		ctx.db,
	);
}

/**
 * Asks about schools of one folded name and town that teach the same and are no sites of one school: all, or those
 * like one school. A pair that was ever asked about, in whichever order, is not asked about again.
 */
export async function askAboutAlike(ctx: Context, school?: string): Promise<void> {
	const known = (id: ReturnType<typeof sql>) => sql`(
		exists (select from schools.register_key as key
			where key.school_id = ${id} and key.withdrawn_at is null)
		or exists (select from schools.confirmation where school_id = ${id}))`;
	const here = (id: ReturnType<typeof sql>) => sql`(
		coalesce((select change.state from schools.state_change as change
			where change.school_id = ${id} order by change.noted_at desc limit 1), 'open') <> 'closed'
		and not exists (select from schools.double as double
			where double.school_id = ${id} and double.undone_at is null))`;
	await sql`
		insert into schools_register.question (id, kind, school_id, other_id, country, asked_at)
		select gen_random_uuid(), 'double', later.id, earlier.id, later.country, ${ctx.now}
		from schools.school as later
		join schools.school as earlier on earlier.country = later.country and earlier.folded = later.folded
			and (earlier.made_at, earlier.id) < (later.made_at, later.id)
		where (${school ?? null}::uuid is null or ${school ?? null}::uuid in (later.id, earlier.id))
			and (later.levels && earlier.levels or later.levels = '{}' or earlier.levels = '{}')
			and ${known(sql`later.id`)} and ${known(sql`earlier.id`)} and ${here(sql`later.id`)} and ${here(sql`earlier.id`)}
			and not exists (
				select from schools.register_key as one
				join schools.register_key as two on two.country = one.country and two.scheme = one.scheme
				where one.school_id = later.id and two.school_id = earlier.id
					and (one.code = two.code or one.code = two.parent_code or one.parent_code = two.code
						or one.parent_code = two.parent_code))
			and not exists (
				select from schools_register.question as asked
				where asked.kind = 'double'
					and ((asked.school_id = later.id and asked.other_id = earlier.id)
						or (asked.school_id = earlier.id and asked.other_id = later.id)))
		on conflict do nothing`.execute(ctx.db);
}
