/** Schools of a country that fit what was typed so far, for fields in which a school is picked. */
import { findSchools } from '#domain/schools';
import { schoolOptions } from '../../school-option.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const country = (url.searchParams.get('country') ?? '').slice(0, 2);
	const text = (url.searchParams.get('q') ?? '').slice(0, 200);
	const hits = country === '' ? [] : await findSchools(locals.ctx, { country, text });
	const options = await schoolOptions(locals.ctx, hits);
	return Response.json({ options }, { headers: { 'cache-control': 'private, no-store' } });
};
