import { expect, test } from 'vitest';
import { system, visitor } from '#shared/actor';
import { testDatabase } from '../../../tests/world/database.ts';
import { people, teacher } from '../../../tests/world/index.ts';
import { prepared } from './prepared.ts';

const world = testDatabase();

const namesOf = prepared((ctx, values: { readonly person: string }) =>
	ctx.db.selectFrom('people.person').select('name').where('id', '=', values.person),
);

test('every request has its own values, and only the first builds the statement', async () => {
	let built = 0;
	const namesMade = prepared((ctx, values: { readonly person: string; readonly made: Date }) => {
		built += 1;
		return ctx.db.selectFrom('people.person').select('name').where('id', '=', values.person);
	});
	const ctx = world.as(system);
	const made = ctx.now;
	expect(await namesMade(ctx, { person: people.ines.id, made })).toEqual([{ name: people.ines.name }]);
	expect(await namesMade(ctx, { person: people.freja.id, made })).toEqual([{ name: people.freja.name }]);
	expect(built).toBe(1);
});

test('the actor of one request is never that of another of the same kind', async () => {
	const ownName = prepared((ctx) =>
		ctx.db
			.selectFrom('people.person')
			.select('name')
			.where('id', '=', ctx.actor.kind === 'teacher' ? ctx.actor.person : null)
			.where('made_at', '<=', ctx.now),
	);
	expect(await ownName(world.as(teacher('ines')), {})).toEqual([{ name: people.ines.name }]);
	expect(await ownName(world.as(teacher('freja')), {})).toEqual([{ name: people.freja.name }]);
	expect(await ownName(world.as(visitor), {})).toEqual([]);
});

test('a statement that would be built from a value is refused', async () => {
	const computed = prepared((ctx, values: { readonly person: string }) =>
		ctx.db.selectFrom('people.person').select('name').where('id', '=', `${values.person}`),
	);
	const moved = prepared((ctx) =>
		ctx.db
			.selectFrom('people.person')
			.select('name')
			.where('made_at', '<', new Date(ctx.now.getTime() - 1)),
	);
	await expect(computed(world.as(system), { person: people.ines.id })).rejects.toThrow(
		'built from the value',
	);
	await expect(moved(world.as(system), {})).rejects.toThrow(TypeError);
});

test('inside a transaction it reads what the transaction wrote', async () => {
	const ctx = world.as(system);
	await ctx.db
		.updateTable('people.person')
		.set({ name: 'Inês Nova' })
		.where('id', '=', people.ines.id)
		.execute();
	expect(await namesOf(ctx, { person: people.ines.id })).toEqual([{ name: 'Inês Nova' }]);
});
