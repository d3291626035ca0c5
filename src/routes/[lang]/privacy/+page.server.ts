import { fieldRegister } from '#domain/privacy';
import { whoRuns } from '../who-runs.ts';
import type { PageServerLoad } from './$types';

/** What most people want to know; the rest stands in the register. */
const mostAsked = ['account', 'pupil', 'post', 'page', 'project', 'letter', 'log'];

export const load: PageServerLoad = async ({ locals }) => {
	const { times } = await fieldRegister(locals.ctx);
	return {
		runs: whoRuns(),
		times: mostAsked.flatMap((asked) => times.filter(({ word }) => word === asked)),
	};
};
