import { namedPageFor } from '#domain/recognition';
import { searchOf, queueQueryOf } from '../../../../desk-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
	page: await namedPageFor(locals.ctx, params.id, params.page),
	back: `/${params.lang}/desk/cases/${params.id}/points?${searchOf(queueQueryOf(url))}`,
});
