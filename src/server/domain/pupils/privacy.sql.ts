/** SQL of what classes keep about a teacher, and about one pupil. */
import type { Context } from '#platform/context';
import type { PersonId, PupilId } from '#shared/actor';

/** What one person's work on classes became another's, by id. */
export type Handed = {
	readonly from: PersonId;
	readonly classes: readonly string[];
	readonly pupils: readonly string[];
	readonly cards: readonly string[];
	readonly pictures: readonly string[];
	/** Doors the one opened. */
	readonly doors: readonly string[];
	/** Classes the one looked after. */
	readonly lookedAfter: readonly string[];
	/** Consents the one attests. */
	readonly attested: readonly string[];
};

export async function madeBy(
	ctx: Context,
	person: PersonId,
): Promise<readonly { name: string; made_at: Date }[]> {
	return ctx.db
		.selectFrom('pupils.class')
		.select(['name', 'made_at'])
		.where('made_by', '=', person)
		.execute();
}

/** The pupil as the class knows it; the code on the card is known to nobody. */
export async function accountOf(ctx: Context, pupil: PupilId) {
	return ctx.db
		.selectFrom('pupils.pupil as pupil')
		.innerJoin('pupils.class as class', 'class.id', 'pupil.class_id')
		.innerJoin('schools.school as school', 'school.id', 'class.school_id')
		.leftJoin('pupils.card as card', 'card.pupil_id', 'pupil.id')
		.leftJoin('pupils.picture_code as pictures', 'pictures.pupil_id', 'pupil.id')
		.select([
			'pupil.alias',
			'class.name as class',
			'school.name as school',
			'pupil.made_at',
			'pupil.ended_at',
		])
		.select(['pupil.last_used_on', 'card.made_at as card_made_at', 'pictures.made_at as pictures_made_at'])
		.where('pupil.id', '=', pupil)
		.executeTakeFirst();
}

export async function consentsEverOf(ctx: Context, pupil: PupilId) {
	return ctx.db
		.selectFrom('pupils.consent')
		.select(['purpose', 'given_by', 'text_version', 'text_locale', 'given_at', 'expires_on', 'withdrawn_at'])
		.where('pupil_id', '=', pupil)
		.orderBy('given_at')
		.execute();
}

export async function handOver(ctx: Context, from: PersonId, into: PersonId): Promise<Handed> {
	const change = { made_by: into };
	const classes = await ctx.db
		.updateTable('pupils.class')
		.set(change)
		.where('made_by', '=', from)
		.returning('id')
		.execute();
	const pupils = await ctx.db
		.updateTable('pupils.pupil')
		.set(change)
		.where('made_by', '=', from)
		.returning('id')
		.execute();
	const cards = await ctx.db
		.updateTable('pupils.card')
		.set(change)
		.where('made_by', '=', from)
		.returning('pupil_id as id')
		.execute();
	const pictures = await ctx.db
		.updateTable('pupils.picture_code')
		.set(change)
		.where('made_by', '=', from)
		.returning('pupil_id as id')
		.execute();
	const doors = await ctx.db
		.updateTable('pupils.door')
		.set({ opened_by: into })
		.where('opened_by', '=', from)
		.returning('id')
		.execute();
	const lookedAfter = await ctx.db
		.updateTable('pupils.class')
		.set({ looked_after_by: into })
		.where('looked_after_by', '=', from)
		.returning('id')
		.execute();
	const attested = await ctx.db
		.updateTable('pupils.consent')
		.set({ attested_by: into })
		.where('attested_by', '=', from)
		.returning('id')
		.execute();
	const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
	return {
		from,
		attested: ids(attested),
		classes: ids(classes),
		pupils: ids(pupils),
		cards: ids(cards),
		pictures: ids(pictures),
		doors: ids(doors),
		lookedAfter: ids(lookedAfter),
	};
}

export async function giveBack(ctx: Context, handed: Handed): Promise<void> {
	const change = { made_by: handed.from };
	if (handed.classes.length > 0) {
		await ctx.db
			.updateTable('pupils.class')
			.set(change)
			.where('id', 'in', [...handed.classes])
			.execute();
	}
	if (handed.attested.length > 0) {
		await ctx.db
			.updateTable('pupils.consent')
			.set({ attested_by: handed.from })
			.where('id', 'in', [...handed.attested])
			.execute();
	}
	if (handed.lookedAfter.length > 0) {
		await ctx.db
			.updateTable('pupils.class')
			.set({ looked_after_by: handed.from })
			.where('id', 'in', [...handed.lookedAfter])
			.execute();
	}
	if (handed.pupils.length > 0) {
		await ctx.db
			.updateTable('pupils.pupil')
			.set(change)
			.where('id', 'in', [...handed.pupils])
			.execute();
	}
	if (handed.cards.length > 0) {
		await ctx.db
			.updateTable('pupils.card')
			.set(change)
			.where('pupil_id', 'in', [...handed.cards])
			.execute();
	}
	if (handed.pictures.length > 0) {
		await ctx.db
			.updateTable('pupils.picture_code')
			.set(change)
			.where('pupil_id', 'in', [...handed.pictures])
			.execute();
	}
	if (handed.doors.length > 0) {
		await ctx.db
			.updateTable('pupils.door')
			.set({ opened_by: handed.from })
			.where('id', 'in', [...handed.doors])
			.execute();
	}
}
