/** How one reaches a register: through the desk that covers its country. */
import { countriesCovered } from '#domain/support';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { importById, type ImportRow } from './editions/imports.sql.ts';

/** The countries whose registers the actor reaches; the system reaches all and is asked about none. */
export async function reachedCountries(ctx: Context): Promise<readonly string[]> {
	return ctx.actor.kind === 'officer' ? countriesCovered(ctx, ctx.actor.organisation) : [];
}

/** Throws NotFound for a country that is none of the actor's. */
export async function reachCountry(ctx: Context, country: string): Promise<{ readonly covered: boolean }> {
	const covered = ctx.actor.kind === 'system' || (await reachedCountries(ctx)).includes(country);
	if (!covered) throw new NotFound('register');
	return { covered };
}

/** One import with the standing of its register; throws NotFound for what the actor does not reach. */
export async function reachImport(
	ctx: Context,
	id: string,
): Promise<{ readonly row: ImportRow; readonly standing: { readonly covered: boolean } }> {
	const row = isId(id) ? await importById(ctx, id) : undefined;
	if (!row) throw new NotFound('register-import');
	return { row, standing: await reachCountry(ctx, row.country) };
}
