/** SQL of how people want to be told. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { NoticeTopic, NoticeWay } from '#shared/notice-topics';
import { usualHabits, type Habits } from './habits.ts';

type HabitRow = {
	readonly digest: string;
	readonly quiet_from: number | null;
	readonly quiet_until: number | null;
};

/** Habits of these people, and what they chose for a topic; who has chosen nothing is left out. */
export async function choicesOf(
	ctx: Context,
	persons: readonly PersonId[],
	topic: NoticeTopic,
): Promise<Map<PersonId, { readonly way: string | undefined; readonly habits: Habits }>> {
	const { rows } = await sql<HabitRow & { person: PersonId; way: string | null }>`
		select person, choice.way, coalesce(habit.digest, 'daily') as digest, habit.quiet_from, habit.quiet_until
		from unnest(${[...persons]}::uuid[]) as person
		left join notices.choice as choice on choice.person_id = person and choice.topic = ${topic}
		left join notices.habit as habit on habit.person_id = person
		where choice.person_id is not null or habit.person_id is not null`.execute(ctx.db);
	return new Map(rows.map((row) => [row.person, { way: row.way ?? undefined, habits: habitsOf(row) }]));
}

export async function ownChoices(ctx: Context, person: PersonId) {
	const ways = await ctx.db
		.selectFrom('notices.choice')
		.select(['topic', 'way'])
		.where('person_id', '=', person)
		.execute();
	const habit = await ctx.db
		.selectFrom('notices.habit')
		.select(['digest', 'quiet_from', 'quiet_until'])
		.where('person_id', '=', person)
		.executeTakeFirst();
	return {
		ways: new Map(ways.map(({ topic, way }) => [topic, way])),
		habits: habit ? habitsOf(habit) : usualHabits,
	};
}

function habitsOf({ digest, quiet_from, quiet_until }: HabitRow): Habits {
	return {
		digest: digest === 'weekly' ? 'weekly' : 'daily',
		quiet: quiet_from === null || quiet_until === null ? undefined : { from: quiet_from, until: quiet_until },
	};
}

export async function putWays(
	ctx: Context,
	person: PersonId,
	ways: ReadonlyMap<NoticeTopic, NoticeWay>,
): Promise<void> {
	if (ways.size === 0) return;
	await ctx.db
		.insertInto('notices.choice')
		.values([...ways].map(([topic, way]) => ({ person_id: person, topic, way, chosen_at: ctx.now })))
		.onConflict((conflict) =>
			conflict
				.columns(['person_id', 'topic'])
				.doUpdateSet(({ ref }) => ({ way: ref('excluded.way'), chosen_at: ref('excluded.chosen_at') })),
		)
		.execute();
}

export async function putHabits(ctx: Context, person: PersonId, { digest, quiet }: Habits): Promise<void> {
	const habit = {
		digest,
		quiet_from: quiet?.from ?? null,
		quiet_until: quiet?.until ?? null,
		changed_at: ctx.now,
	};
	await ctx.db
		.insertInto('notices.habit')
		.values({ person_id: person, ...habit })
		.onConflict((conflict) => conflict.column('person_id').doUpdateSet(habit))
		.execute();
}

export async function choicesForExport(ctx: Context, person: PersonId) {
	return {
		choices: await ctx.db
			.selectFrom('notices.choice')
			.select(['topic', 'way', 'chosen_at'])
			.where('person_id', '=', person)
			.execute(),
		habits: await ctx.db
			.selectFrom('notices.habit')
			.select(['digest', 'quiet_from', 'quiet_until', 'changed_at'])
			.where('person_id', '=', person)
			.execute(),
	};
}

export async function deleteChoicesOf(ctx: Context, person: PersonId): Promise<void> {
	await ctx.db.deleteFrom('notices.choice').where('person_id', '=', person).execute();
	await ctx.db.deleteFrom('notices.habit').where('person_id', '=', person).execute();
}
