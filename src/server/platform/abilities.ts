/** Who may do what: each part writes one readable table, with a column for every kind of actor; the rest is here. */
import type { Actor, ActorKind } from '#shared/actor';
import type { Context } from './context.ts';
import { Forbidden } from './errors.ts';

type ActorOf<K extends ActorKind> = Extract<Actor, { kind: K }>;

/** Yes, no, or a pure condition on the actor and the thing. */
export type Rule<K extends ActorKind, Thing> = boolean | ((actor: ActorOf<K>, thing: Thing) => boolean);

/** One ability: a rule for every kind of actor. Start from `nobody` and name who may. */
export type Ability<Thing = undefined> = { readonly [K in ActorKind]: Rule<K, Thing> };

export const nobody = {
	visitor: false,
	member: false,
	teacher: false,
	guest: false,
	officer: false,
	operator: false,
	pupil: false,
	bearer: false,
	system: false,
} as const satisfies Ability<unknown>;

export const everybody = {
	visitor: true,
	member: true,
	teacher: true,
	guest: true,
	officer: true,
	operator: true,
	pupil: true,
	bearer: true,
	system: true,
} as const satisfies Ability<unknown>;

type ThingOf<A> = A extends Ability<infer Thing> ? Thing : never;
type Rest<Thing> = undefined extends Thing
	? [thing?: Thing]
	: unknown extends Thing
		? [thing?: Thing]
		: [thing: Thing];

/**
 * From a part's table to its two questions. `may` answers (for pages, which only hide); `demand` throws
 * Forbidden and stands in every use case right after its thing was reached.
 */
export function abilityTable<const Table extends Readonly<Record<string, Ability<never>>>>(table: Table) {
	function may<Name extends keyof Table & string>(
		actor: Actor,
		name: Name,
		...[thing]: Rest<ThingOf<Table[Name]>>
	): boolean {
		const rule = table[name]?.[actor.kind] as Rule<ActorKind, unknown> | undefined;
		return typeof rule === 'function' ? rule(actor as never, thing) : rule === true;
	}
	function demand<Name extends keyof Table & string>(
		ctx: Pick<Context, 'actor'>,
		name: Name,
		...rest: Rest<ThingOf<Table[Name]>>
	): void {
		if (!may(ctx.actor, name, ...rest)) throw new Forbidden(name);
	}
	return { table, may, demand };
}
