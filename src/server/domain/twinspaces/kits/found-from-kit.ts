/** A teacher founds a project with a kit: the plan is there to be changed, and the TwinSpace is laid out when it opens. */
import { foundWithPlan, type FoundingRefusal, type ProjectOpened } from '#domain/projects';
import type { SpaceId } from '#domain/spaces';
import { layOutDiscussions } from '#domain/spaces/forum';
import { layOutFolders } from '#domain/spaces/materials';
import { layOutPages } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, type Result } from '#platform/result';
import type { KitId } from './kit.ts';
import { founderIn, insertFounded, kitById, takeStructure } from './kits.sql.ts';
import { makeKit } from './make-kit.ts';

/** Founds it; a founder needs what `foundProject` demands. NotFound for a kit that is neither offered nor the own. */
export async function foundFromKit(
	ctx: Context,
	input: { readonly kit: KitId },
): Promise<Result<{ readonly address: string }, FoundingRefusal>> {
	const kit = isId(input.kit) ? await kitById(ctx, input.kit) : undefined;
	if (!kit) throw new NotFound('kit');
	return inTransaction(ctx, async (inside) => {
		// demands the ability
		const founded = await foundWithPlan(inside, { kind: kit.kind, plan: kit.plan });
		if (!founded.ok) return founded;
		await insertFounded(inside, founded.value.project, kit.id);
		return granted({ address: founded.value.address });
	});
}

/** The same from a project of one's own, without offering anything to anybody. */
export async function foundAnew(
	ctx: Context,
	input: { readonly space: SpaceId },
): Promise<Result<{ readonly address: string }, FoundingRefusal | 'names-somebody'>> {
	return inTransaction(ctx, async (inside) => {
		// demands the right
		const made = await makeKit(inside, { ...input, isOffered: false });
		return made.ok ? foundFromKit(inside, made.value) : made;
	});
}

/**
 * A project that began with a kit was opened: its TwinSpace holds the pages as drafts, the folders and the discussions.
 * Runs in that transaction, once. open-to-all: the approval was demanded.
 */
export async function layOut(ctx: Context, { project }: ProjectOpened): Promise<void> {
	const structure = await takeStructure(ctx, project);
	const place = structure && (await founderIn(ctx, project));
	if (!structure || !place) return;
	await layOutPages(ctx, place, structure.pages);
	await layOutFolders(ctx, place, structure.folders);
	await layOutDiscussions(ctx, place, structure.discussions);
}
