/** SQL of class cards. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { LanguageCode, Subject } from '#shared/vocabulary';
import type { ClassCard, ClassCardId, Hours, Span } from './class-card.ts';

function cards(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.class_card')
		.select(['id', 'person_id', 'school_id', 'name', 'ages_from', 'ages_to', 'pupils'])
		.select(['languages', 'subjects', 'months', 'weekdays', 'wishes', 'locale'])
		.select(['away', 'hours_from', 'hours_to']);
}

type Row = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>;

function cardOf(row: Row): ClassCard {
	const { person_id, school_id, ages_from, ages_to, languages, subjects, ...others } = row;
	const { away, hours_from, hours_to, ...rest } = others;
	return {
		...rest,
		person: person_id,
		school: school_id,
		agesFrom: ages_from,
		agesTo: ages_to,
		languages: languages as LanguageCode[],
		subjects: subjects as Subject[],
		hours: hoursOf(hours_from, hours_to),
		away: away.map(spanOf),
	};
}

function hoursOf(from: string | null, to: string | null): Hours | undefined {
	return from === null || to === null ? undefined : { from: from.slice(0, 5), to: to.slice(0, 5) };
}

function spanOf(written: string): Span {
	const [from = '', to = from] = written.split('/');
	return { from, to };
}

function rowOf(card: ClassCard) {
	const { person, school, agesFrom, agesTo, languages, subjects, months, weekdays, ...others } = card;
	const { hours, away, ...rest } = others;
	return {
		...rest,
		person_id: person,
		school_id: school,
		ages_from: agesFrom,
		ages_to: agesTo,
		languages: [...languages],
		subjects: [...subjects],
		months: [...months],
		weekdays: [...weekdays],
		hours_from: hours?.from ?? null,
		hours_to: hours?.to ?? null,
		away: away.map(({ from, to }) => `${from}/${to}`),
	};
}

/** The classes of these people, by name. */
export async function classCardsOf(ctx: Context, people: readonly PersonId[]): Promise<ClassCard[]> {
	if (people.length === 0) return [];
	const rows = await cards(ctx)
		.where('person_id', 'in', [...people])
		.orderBy('name')
		.orderBy('id')
		.execute();
	return rows.map(cardOf);
}

export async function classCardById(ctx: Context, id: ClassCardId): Promise<ClassCard | undefined> {
	const row = await cards(ctx).where('id', '=', id).executeTakeFirst();
	return row && cardOf(row);
}

export async function keepClassCard(ctx: Context, card: ClassCard): Promise<void> {
	const row = { ...rowOf(card), changed_at: ctx.now };
	await ctx.db
		.insertInto('partner_finding.class_card')
		.values(row)
		.onConflict((conflict) => conflict.column('id').doUpdateSet(row))
		.execute();
}

export async function deleteClassCard(ctx: Context, id: ClassCardId): Promise<void> {
	await ctx.db.deleteFrom('partner_finding.class_card').where('id', '=', id).execute();
}
