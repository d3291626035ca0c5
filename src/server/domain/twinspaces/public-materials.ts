/**
 * Materials on public pages: pictures and films that a grown-up added and that the platform wrote anew, without what was
 * hidden in them; never a pupil's, and no document, whose words nobody has looked through.
 */
import { materialsAmong, placeOfFile, type Material, type MaterialId } from '#domain/spaces/materials';
import type { SpaceId } from '#domain/spaces';
import { asShown, type PageId, type ShownMaterial } from '#domain/spaces/pages';
import type { Context } from '#platform/context';
import type { StoredFile } from '#platform/files';
import { materialsIn, withLone, type Content } from '#shared/rich-text/content';
import { publishedMaterials } from './publications.sql.ts';

/** Those on the page that the public could see. open-to-all: asked by parts and pages that reached the page. */
export async function fitToShow(
	ctx: Context,
	space: SpaceId,
	content: Content,
): Promise<Map<MaterialId, ShownMaterial>> {
	const found = await materialsAmong(ctx, space, materialsIn(content));
	return new Map(found.filter(isFit).map((each) => [each.id, asShown(each)]));
}

/** Those on a public page that the public sees now: published with it, and still fit. open-to-all: they are public. */
export async function publicMaterials(
	ctx: Context,
	{ id, space, content }: { readonly id: PageId; readonly space: SpaceId; readonly content: Content },
): Promise<Map<MaterialId, ShownMaterial>> {
	const fit = await fitToShow(ctx, space, content);
	const published = await publishedMaterials(ctx, [...fit.keys()], id);
	return new Map([...fit].filter(([material]) => published.has(material)));
}

/** Whether a public page shows the material that the file belongs to. open-to-all for that reason. */
export async function opensPublicMaterial(ctx: Context, { id }: StoredFile): Promise<boolean> {
	const place = await placeOfFile(ctx, id);
	if (place === undefined) return false;
	const [material] = await materialsAmong(ctx, place.space, [place.material]);
	if (!material || !isFit(material)) return false;
	return (await publishedMaterials(ctx, [material.id])).size > 0;
}

/** The content with what the public reads beside each material: its name and what a picture shows. */
export async function withMaterialWords(ctx: Context, space: SpaceId, content: Content): Promise<Content> {
	const fit = await fitToShow(ctx, space, content);
	return withLone(content, (block) => {
		const material = block.type === 'material' ? fit.get(block.attrs.material) : undefined;
		if (block.type !== 'material' || !material) return [block];
		const caption = [block.attrs.caption, material.name, material.alternative].join(' ');
		return [{ ...block, attrs: { ...block.attrs, caption } }];
	});
}

function isFit({ kind, video, by, hiding, isWithheld, lacksConsent }: Material): boolean {
	if (by.isPupil || hiding !== null || isWithheld || lacksConsent) return false;
	return kind === 'picture' || (kind === 'video' && video === 'made');
}
