/** A teacher starts a project: a draft at once, with a kind and a title. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { granted, refused, type Result } from '#platform/result';
import { demand } from './abilities.ts';
import { addressOf, shortIdOf } from './address.ts';
import { foundingPlacesOf, me } from './founders.ts';
import { kindRefusal, mayFoundKind } from './founding.ts';
import { aDayAgo, draftsADay } from './limits.ts';
import { draftsSince, insertDraft } from './plan.sql.ts';
import type { Plan } from './plan.ts';
import type { ProjectId, ProjectKind } from './project.ts';
import { reachProject } from './read-project.ts';
import { savePlan } from './save-plan.ts';

export type FoundProject = { readonly kind: ProjectKind; readonly title: string };

/** `no-validated-place`: the founder is validated at no school any more. */
export type FoundingRefusal =
	'no-validated-place' | 'not-teacher-education' | 'still-studying' | 'too-many-today';

/** Makes the draft. */
export async function foundProject(
	ctx: Context,
	input: FoundProject,
): Promise<Result<{ readonly address: string }, FoundingRefusal>> {
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

/** The same with a plan that was thought through before; when and with whom is for the founder to say anew. */
export async function foundWithPlan(
	ctx: Context,
	{ kind, plan }: { readonly kind: ProjectKind; readonly plan: Plan },
): Promise<Result<{ readonly address: string; readonly project: ProjectId }, FoundingRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const founded = await foundProject(inside, { kind, title: plan.title });
		if (!founded.ok) return founded;
		const { address } = founded.value;
		const { id, shortId, version } = await reachProject(inside, shortIdOf(address) ?? '');
		const anew = { ...plan, startsIn: undefined, endsIn: undefined };
		const saved = await savePlan(inside, { project: shortId, version, plan: anew });
		if (!saved.ok) throw new Error(`a new draft could not be written: ${saved.reason}`);
		return granted({ address, project: id });
	});
}
