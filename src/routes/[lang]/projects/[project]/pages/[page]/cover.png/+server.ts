/** The woven cover of a published page, for places where somebody shares its address; with the page it is gone. */
import { publicPageFor } from '#domain/twinspaces';
import { drawingAsPng } from '#platform/own-drawing';
import { weavePicture } from '#ui/weave-picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { project } = await publicPageFor(locals.ctx, params.project, params.page);
	const png = await drawingAsPng(weavePicture(project.id, project.countries));
	return new Response(new Uint8Array(png), {
		headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=30' },
	});
};
