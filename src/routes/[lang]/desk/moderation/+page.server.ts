import { mattersForDesk } from '#domain/safety';
import { showMatter } from './show-matters.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const state = url.searchParams.get('state') === 'settled' ? 'settled' : 'open';
	const matters = await mattersForDesk(ctx, state);
	const year = ctx.now.getUTCFullYear();
	return {
		state,
		matters: matters.map((matter) => showMatter(matter, locale)),
		years: [year, year - 1].map(String),
	};
};
