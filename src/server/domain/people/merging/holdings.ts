/** What stands in an account's name, counted: shown before two accounts become one. */
import type { Context } from '#platform/context';
import { parts } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { rowsNaming } from './mergings.sql.ts';

/** A table of the field register, and how many of its rows name the person. */
export type Holding = { readonly table: string; readonly count: number };

/** What only describes the account itself stays with it, or is no thing of its person. */
const notCounted =
	/^(people\.(person|profile|spoken_language|merging|affiliation_ending)|privacy\.|support\.look)/;

/** In the order of the parts; whoever is counted has been reached before. */
export async function holdingsOf(ctx: Context, person: PersonId): Promise<Holding[]> {
	const tables = parts().flatMap(({ privacy }) =>
		Object.entries(privacy.columns).flatMap(([table, columns]) => {
			const naming = Object.entries(columns).filter(([, said]) => said !== 'none' && said.person === true);
			return naming.length === 0 || notCounted.test(table)
				? []
				: [{ table, columns: naming.map(([column]) => column) }];
		}),
	);
	return rowsNaming(ctx, person, tables);
}
