/** A project becomes a kit: for whoever made it, or for all teachers. Nobody's name and no pupil's work is in it. */
import { planToPassOn } from '#domain/projects';
import { demandRight, type SpaceId } from '#domain/spaces';
import { twinSpaceById, unfitIn, type TwinSpace } from '#domain/twinspaces';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { granted, refused, type Granted, type Result } from '#platform/result';
import type { Block } from '#shared/rich-text/content';
import type { Kit, KitId } from './kit.ts';
import { insertKit, kitById, takeOffer } from './kits.sql.ts';
import { structureOf } from './structure-of.ts';

/** Keeps plan and structure. `names-somebody`: the plan names a member; it may be used again, and not be offered. */
export async function makeKit(
	ctx: Context,
	input: { readonly space: SpaceId; readonly isOffered: boolean },
): Promise<Result<{ readonly kit: KitId }, 'names-somebody'>> {
	const twinSpace = await twinSpaceById(ctx, input.space);
	const { space, project } = twinSpace;
	demandRight(ctx, space, 'space.take-along');
	const { kind, locale, plan } = await planToPassOn(ctx, project.shortId);
	if (input.isOffered && (await namesSomebody(ctx, twinSpace, plan))) return refused('names-somebody');
	const structure = await structureOf(ctx, space);
	return inTransaction(ctx, async (inside) => {
		const kit = { space: space.id, by: space.me.id, kind, locale, plan, structure };
		const id = await insertKit(inside, { ...kit, isOffered: input.isOffered });
		await audit(inside, 'kits.made', { kind: 'kit', id });
		return granted({ kit: id });
	});
}

/** Whoever offered a kit takes the offer back; projects that began with it go on. */
export async function withdrawKit(ctx: Context, input: { readonly kit: KitId }): Promise<Granted<undefined>> {
	const kit = isId(input.kit) ? await kitById(ctx, input.kit) : undefined;
	// reaching it as one's own is the demand
	if (!kit?.isMine) throw new NotFound('kit');
	return inTransaction(ctx, async (inside) => {
		await takeOffer(inside, kit.id);
		await audit(inside, 'kits.withdrawn', { kind: 'kit', id: kit.id });
		return granted();
	});
}

async function namesSomebody(ctx: Context, { space }: TwinSpace, plan: Kit['plan']): Promise<boolean> {
	const texts = [plan.summary, plan.aims, plan.workPlan, plan.expectedResults];
	const content = texts.map((text, place): Block => ({
		type: 'paragraph',
		attrs: { id: `plan${place}` },
		content: [{ type: 'text', text }],
	}));
	return (await unfitIn(ctx, space, { title: plan.title, content: { type: 'doc', content } })).length > 0;
}
