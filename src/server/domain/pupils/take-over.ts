/** A teacher takes over a class that a colleague who left the school looked after, or says no. */
import { personCards } from '#domain/people';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import type { ClassId } from './class.ts';
import { openHandovers, openToColleagues, takeHandover } from './handovers.sql.ts';
import { classesFor, reachClass } from './read-classes.ts';

/**
 * The class is this teacher's to look after, here and in its TwinSpaces. Any colleague of the school may take it, so
 * that no class waits for one person who does not answer. Refused when somebody was first.
 */
export async function takeOverClass(
	ctx: Context,
	id: ClassId,
): Promise<Result<undefined, 'taken-meanwhile'>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		if (!(await takeHandover(ctx, found.id, teacher))) return refused('taken-meanwhile');
		await audit(ctx, 'pupils.class-taken-over', { kind: 'class', id: found.id });
		await emit(ctx, 'class.taken-over', { class: found.id, school: found.school, by: teacher });
		return granted();
	});
}

/** "Not me": the class stays open to the other colleagues of the school. */
export async function declineClass(ctx: Context, id: ClassId): Promise<Result<undefined, 'taken-meanwhile'>> {
	return inTransaction(ctx, async (ctx) => {
		const { found, teacher } = await reachClass(ctx, id);
		demand(ctx, 'pupils.look-after-class', found);
		if (!(await openToColleagues(ctx, found.id, teacher))) return refused('taken-meanwhile');
		await audit(ctx, 'pupils.class-declined', { kind: 'class', id: found.id });
		return granted();
	});
}

/** A class of my school that nobody looks after. */
export type OfferedClass = {
	readonly id: ClassId;
	readonly name: string;
	readonly pupils: number;
	readonly from: string;
	readonly offeredAt: Date;
	/** It was I who was asked. */
	readonly toMe: boolean;
};

/** Classes of my schools that wait for somebody to look after them, those I was asked about first. */
export async function offeredClasses(ctx: Context): Promise<OfferedClass[]> {
	const classes = await classesFor(ctx);
	const open = await openHandovers(
		ctx,
		classes.flatMap(({ id, endedAt }) => (endedAt ? [] : [id])),
	);
	const names = await personCards(
		ctx,
		open.map(({ from }) => from),
	);
	const me = 'person' in ctx.actor ? ctx.actor.person : undefined;
	return open
		.flatMap(({ class: id, from, to, offeredAt }) => {
			const found = classes.find((each) => each.id === id);
			const { name, pupils } = found ?? {};
			if (name === undefined || pupils === undefined) return [];
			return [{ id, name, pupils, offeredAt, from: names.get(from)?.name ?? '', toMe: to === me }];
		})
		.sort((one, other) => Number(other.toMe) - Number(one.toMe));
}
