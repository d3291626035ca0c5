/** Begins an import: an officer says whose list it is; the file comes next. */
import { z } from 'zod';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { searchable } from '#shared/folding';
import { optionalText } from '#shared/form-fields';
import { demand } from '../abilities.ts';
import { insertImport, type ImportId } from '../editions/imports.sql.ts';
import { profileNamed } from '../profile-of.ts';
import { reachCountry } from '../reach.ts';
import { mappingById } from './mappings.sql.ts';

export const beginImportForm = z.object({
	country: z.string().regex(/^[A-Z]{2}$/),
	/** `profile:NAME`, `mapping:ID`, or `new` with a name. */
	list: z
		.string()
		.max(100)
		.regex(/^(profile:.+|mapping:.+|new)$/),
	name: optionalText(60),
});
export type BeginImport = z.output<typeof beginImportForm>;

/** `name-missing`: a list that is new here needs a name, so that its next edition is known again. */
export async function beginImport(
	ctx: Context,
	input: BeginImport,
): Promise<Result<{ readonly import: ImportId }, 'name-missing'>> {
	demand(ctx, 'register.load', await reachCountry(ctx, input.country));
	return inTransaction(ctx, async (inside) => {
		const chosen = await chosenList(inside, input);
		if (!chosen) return refused('name-missing', 'name');
		const id = newId();
		const { office } = ctx.actor as Officer;
		await insertImport(inside, { id, country: input.country, office_id: office, account: null, ...chosen });
		return granted({ import: id });
	});
}

async function chosenList(ctx: Context, { list, country, name }: BeginImport) {
	const [kind, which = ''] = list.split(/:(.*)/s);
	if (kind === 'profile') {
		const profile = profileNamed(which);
		if (profile?.country !== country) throw new NotFound('register-profile');
		return { profile_name: profile.name, mapping_id: null, scheme: profile.id.scheme };
	}
	if (kind === 'mapping') {
		const mapping = await mappingById(ctx, which);
		if (mapping?.profile.country !== country) throw new NotFound('register-profile');
		return { profile_name: mapping.name, mapping_id: mapping.id, scheme: mapping.profile.id.scheme };
	}
	const slug = searchable(name).replaceAll(' ', '-').slice(0, 40);
	if (slug === '') return undefined;
	const own = `${country.toLowerCase()}-${slug}`;
	// a list of ours keeps its profile, whoever calls another so
	return { profile_name: profileNamed(name) ? `${name} (2)` : name, mapping_id: null, scheme: own };
}
