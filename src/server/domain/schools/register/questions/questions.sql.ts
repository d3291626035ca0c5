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
	readonly import_id: string;
	readonly profile_name: string;
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
			from schools.register_key as key where key.school_id = school.id), ''))
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
		join schools_register.import as import on import.id = question.import_id
		where question.country = any(${[...page.countries]}::text[])
			and question.answered_at is null and question.settled_at is null
			and (${page.kind ?? null}::text is null or question.kind = ${page.kind ?? null}) ${behind}
		order by question.asked_at, question.id limit ${page.most}`.execute(ctx.db);
	return found.rows;
}

export async function questionById(ctx: Context, id: string): Promise<QuestionRow | undefined> {
	const found = await sql<QuestionRow>`
		select ${columns} from schools_register.question as question
		join schools_register.import as import on import.id = question.import_id
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
