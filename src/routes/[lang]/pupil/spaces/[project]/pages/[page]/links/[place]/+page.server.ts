import { linkFor } from '#domain/spaces/pages';
import { enterAsPupil } from '../../../../enter.ts';
import type { PageServerLoad } from './$types';

/** The address is looked up in the page, so that nobody can send a pupil anywhere by a link of their own making. */
export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { page, place } = event.params;
	const address = await linkFor(event.locals.ctx, twinSpace.space, page, Number(place));
	return { frame, address, host: new URL(address).host, back: `${home}/pages/${page}` };
};
