/** What stands around the text of a page for its reader: materials, and whom the page may frame. */
import type { Space } from '#domain/spaces';
import { materialsShown } from '#domain/spaces/materials';
import { asShown, picturesAway, type Around, type ShownMaterial } from '#domain/spaces/pages';
import { embedsIn, materialsIn, type Content } from '#shared/rich-text/content';
import { embedded } from '#shared/rich-text/embeds';

/** For a member of the space. */
export async function aroundFor(
	locals: App.Locals,
	space: Space,
	content: Content,
	links?: string,
): Promise<Around> {
	const found = await materialsShown(locals.ctx, space, materialsIn(content));
	const materials = new Map([...found].map(([id, material]) => [id, asShown(material)]));
	const away = await picturesAway(locals.ctx, space, content);
	return { ...aroundWith(locals, content, materials, away), ...(links !== undefined && { links }) };
}

/** With these materials and without these pictures, for whomever they are shown. */
export function aroundWith(
	locals: App.Locals,
	content: Content,
	materials: ReadonlyMap<string, ShownMaterial>,
	away: ReadonlySet<string>,
): Around {
	locals.frames = [...new Set(embedsIn(content).map(({ attrs }) => embedded(attrs).origin))];
	return { locale: locals.locale, materials, away };
}
