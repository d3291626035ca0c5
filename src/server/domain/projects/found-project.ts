/** A teacher starts a project: a draft at once, with a kind and a title. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { addressOf } from './address.ts';
import { foundingPlacesOf, me } from './founders.ts';
import { kindRefusal, mayFoundKind } from './founding.ts';
import { aDayAgo, draftsADay } from './limits.ts';
import { draftsSince, insertDraft } from './plan.sql.ts';
import type { ProjectKind } from './project.ts';

export type FoundProject = { readonly kind: ProjectKind; readonly title: string };

/** `no-validated-place`: the founder is validated at no school any more. */
export async function foundProject(
	ctx: Context,
	input: FoundProject,
): Promise<
	Result<
		{ readonly address: string },
		'no-validated-place' | 'not-teacher-education' | 'still-studying' | 'too-many-today'
	>
> {
	demand(ctx, 'projects.found');
	const founder = me(ctx);
	return inTransaction(ctx, async (inside) => {
		const places = await foundingPlacesOf(inside, founder);
		if (places.length === 0) return refused('no-validated-place');
		const place = places.find((each) => mayFoundKind(input.kind, each));
		if (!place) return refused(kindRefusal(input.kind), 'kind');
		if ((await draftsSince(inside, founder, aDayAgo(ctx))) >= draftsADay) return refused('too-many-today');
		const { shortId } = await insertDraft(inside, { ...input, founder, school: place.school });
		return granted({ address: addressOf(input.title, shortId) });
	});
}
