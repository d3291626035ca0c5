import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Draws the page of a refusal; see the hook `refuse`. */
export const load: PageServerLoad = ({ params }) => {
	if (params.status === 'from-elsewhere') error(403, { code: 'from-elsewhere', message: '' });
	const known = ['403', '404', '405', '503'].includes(params.status);
	error(known ? Number(params.status) : 404);
};
