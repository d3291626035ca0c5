/** A teacher describes the own classes to partners. */
import { validatedAffiliations } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId, newId } from '#platform/ids';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import { lockAuthor } from '../posts.sql.ts';
import { mostClassCards, type ClassCard, type ClassCardId } from './class-card.ts';
import { classCardById, classCardsOf, deleteClassCard, keepClassCard } from './class-cards.sql.ts';

export type DescribeClass = Omit<ClassCard, 'id' | 'person' | 'school' | 'locale'>;

export type ClassCardRefusal = 'ages-backwards' | 'no-validated-place' | 'too-many-class-cards';

/** Writes a card at the school where the teacher is validated first. */
export async function addClassCard(
	ctx: Context,
	input: DescribeClass,
): Promise<Result<{ readonly card: ClassCardId }, ClassCardRefusal>> {
	demand(ctx, 'partners.describe-class');
	const person = personOf(ctx.actor) ?? '';
	if (input.agesFrom > input.agesTo) return refused('ages-backwards', 'ages-to');
	return inTransaction(ctx, async (ctx) => {
		await lockAuthor(ctx, person);
		if ((await classCardsOf(ctx, [person])).length >= mostClassCards) return refused('too-many-class-cards');
		const [place] = await validatedAffiliations(ctx, person);
		if (!place) return refused('no-validated-place');
		const id = newId();
		await keepClassCard(ctx, { ...input, id, person, school: place.school, locale: ctx.locale });
		return granted({ card: id });
	});
}

/** Writes it anew; it stays at its school. */
export async function changeClassCard(
	ctx: Context,
	{ card, ...input }: DescribeClass & { readonly card: ClassCardId },
): Promise<Result<undefined, 'ages-backwards'>> {
	const before = await ownClassCard(ctx, card);
	if (input.agesFrom > input.agesTo) return refused('ages-backwards', 'ages-to');
	await keepClassCard(ctx, { ...before, ...input, locale: ctx.locale });
	return granted();
}

export async function dropClassCard(
	ctx: Context,
	input: { readonly card: ClassCardId },
): Promise<Granted<undefined>> {
	const { id } = await ownClassCard(ctx, input.card);
	await deleteClassCard(ctx, id);
	return granted();
}

/** My classes, by name. */
export async function ownClassCards(ctx: Context): Promise<ClassCard[]> {
	demand(ctx, 'partners.describe-class');
	return classCardsOf(ctx, [personOf(ctx.actor) ?? '']);
}

/** One of my classes. NotFound for all else. */
export async function ownClassCard(ctx: Context, id: ClassCardId): Promise<ClassCard> {
	demand(ctx, 'partners.describe-class');
	const card = isId(id) ? await classCardById(ctx, id) : undefined;
	if (!card || card.person !== personOf(ctx.actor)) throw new NotFound('class card');
	return card;
}
