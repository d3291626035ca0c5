/** The materials that can be put on a page, as a list to choose from. */
import type { Space } from '#domain/spaces';
import { materialsToShow } from '#domain/spaces/materials';
import { t } from '#messages/materials';
import type { Context } from '#platform/context';

export type MaterialChoice = { readonly value: string; readonly label: string };

export async function materialChoices(ctx: Context, space: Space): Promise<MaterialChoice[]> {
	const materials = await materialsToShow(ctx, space);
	return materials.map(({ id, name, kind }) => ({
		value: id,
		label: `${name} (${t(`materials.kind.${kind}`)})`,
	}));
}
