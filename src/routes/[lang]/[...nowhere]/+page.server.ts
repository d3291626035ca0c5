import { NotFound } from '#platform/errors';
import type { PageServerLoad } from './$types';

/** An address that no page has: said in the frame and language of the reader. */
export const load: PageServerLoad = () => {
	throw new NotFound('page');
};
