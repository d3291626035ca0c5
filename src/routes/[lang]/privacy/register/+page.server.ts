import { fieldRegister } from '#domain/privacy';
import { registerQuery } from './register-query.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const query = registerQuery(url.searchParams);
	const register = await fieldRegister(locals.ctx, query);
	const { minor, personal, none } = register.counts;
	return {
		query,
		register,
		tables: register.shown.flatMap(({ tables }) => tables).length,
		fields: minor + personal + none,
		csv: `${url.pathname}/fields.csv${url.search}`,
	};
};
