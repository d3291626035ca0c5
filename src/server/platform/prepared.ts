/**
 * Statements of the busiest pages, built once a process and planned once a connection instead of on every request.
 * Kysely's work on a query costs as much as rendering the page that shows its rows, and PostgreSQL plans the joins of
 * reach five times longer than it follows them (docs/decisions/014).
 */
import type { Compilable, CompiledQuery } from 'kysely';
import type { Actor, ActorKind } from '#shared/actor';
import type { Context } from './context.ts';
import { nameStatement } from './statement-names.ts';

/**
 * A read whose SQL is the same for every actor of one kind. `build` runs once for each kind of actor and is given, in
 * place of the actor's ids, of `now` and of every value, a stand-in that becomes a parameter of the statement. It may
 * pass stand-ins on to the query, and branch on the actor's kind; a stand-in that it computes with throws, so that no
 * value of one request can be baked into the statement of the next.
 */
export function prepared<Values extends object, Row>(
	build: (ctx: Context, values: Values) => Compilable<Row>,
): (ctx: Context, values: Values) => Promise<Row[]> {
	const statements = new Map<ActorKind, CompiledQuery<Row>>();
	return async (ctx, values) => {
		const { kind } = ctx.actor;
		const statement = statements.get(kind) ?? compile(build, ctx);
		statements.set(kind, statement);
		const request: Request = { actor: ctx.actor, context: ctx, values };
		const parameters = statement.parameters.map((parameter) =>
			parameter instanceof StandIn ? parameter.in(request) : parameter,
		);
		const { rows } = await ctx.db.executeQuery<Row>({ ...statement, parameters });
		return rows;
	};
}

type Place = 'actor' | 'context' | 'values';
type Request = Readonly<Record<Place, object>>;

function compile<Values extends object, Row>(
	build: (ctx: Context, values: Values) => Compilable<Row>,
	ctx: Context,
): CompiledQuery<Row> {
	const { kind } = ctx.actor;
	const actor = standInsFor('actor', { kind }) as Actor;
	const empty = standInsFor('context', { db: ctx.db, log: ctx.log, actor }) as Context;
	const statement = build(empty, standInsFor('values', {}) as Values).compile();
	nameStatement(statement.sql);
	return statement;
}

/** An object whose every property is a stand-in, but for those that are known. */
function standInsFor(place: Place, known: object): object {
	return new Proxy(known, {
		get: (target, name) => Reflect.get(target, name) ?? new StandIn(place, name),
	});
}

/** What takes the place of a value while a statement is built. */
class StandIn {
	readonly place: Place;
	readonly name: string | symbol;

	constructor(place: Place, name: string | symbol) {
		this.place = place;
		this.name = name;
	}

	in(request: Request): unknown {
		return Reflect.get(request[this.place], this.name);
	}

	[Symbol.toPrimitive](): never {
		throw new Error(`a prepared statement was built from the value of ${String(this.name)}`);
	}
}
