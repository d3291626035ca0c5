/** Materials as safety knows them: reached by who sees them, and what a decision does to them. */
import { reasonsInRoom, type Reason, type Reportable, type Reported } from '#domain/safety';
import { demandRight, type Space } from '#domain/spaces';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { hidingReasons, type HidingReason, type Material } from './material.ts';
import { spaceOfMaterial } from './materials.sql.ts';
import { reachMaterial } from './read-materials.ts';
import { deleteHiding, insertHiding } from './write-materials.sql.ts';

export const materialKind = 'material';

/** The material as a member reached it, or has just added it. */
export function asReported(
	{ id: room, me }: Space,
	material: Pick<Material, 'by' | 'name' | 'alternative' | 'locale'>,
): Reported {
	return {
		room,
		author: { member: material.by.id },
		reporter: me.id,
		school: material.by.school?.id ?? null,
		byPupil: material.by.isPupil,
		isMine: material.by.id === me.id,
		evidence: { title: material.name, words: material.alternative, locale: material.locale },
	};
}

export const reportableMaterial: Reportable = {
	outcomes: ['kept', 'hidden'],
	reasons: reasonsInRoom,
	hidesAtOnce: true,
	async reach(ctx, id) {
		const of = isId(id) ? await spaceOfMaterial(ctx, id) : undefined;
		if (of === undefined) throw new NotFound('material');
		const { space, material } = await reachMaterial(ctx, of, id);
		demandRight(ctx, space, 'posts.report');
		if (material.hiding !== null) throw new NotFound('material');
		return asReported(space, material);
	},
	async settled(ctx, id, { outcome, reason, words, by }) {
		if (outcome === 'kept') return deleteHiding(ctx, id);
		await insertHiding(ctx, id, { by, reason: hidingReasonOf(reason), words });
	},
};

/** Whatever a moderator says, its author reads one of the reasons a teacher could have given. */
function hidingReasonOf(reason: Reason): HidingReason {
	return hidingReasons.find((each) => each === reason) ?? 'other';
}
