import { error } from '@sveltejs/kit';
import { refusalOf } from '../../../../hooks/refuse.ts';
import type { PageServerLoad } from './$types';

/** Draws the page of a refusal, in the frame of the reader; see the hook `refuse`. */
export const load: PageServerLoad = (event) => {
	const { status, about } = refusalOf(event) ?? { status: 404, about: {} };
	error(status, '', about);
};
