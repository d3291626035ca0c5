import { fieldRegister } from '#domain/privacy';
import { houseText } from '../house-text.ts';
import { whoRuns } from '../who-runs.ts';
import type { PageServerLoad } from './$types';

/** What most people want to know; the rest stands in the register. */
const mostAsked = ['account', 'pupil', 'post', 'page', 'project', 'letter', 'log'];

export const load: PageServerLoad = async ({ locals }) => {
	const { times } = await fieldRegister(locals.ctx);
	return {
		runs: whoRuns(),
		text: await houseText(locals, 'privacy'),
		times: mostAsked.flatMap((asked) => times.filter(({ word }) => word === asked)),
	};
};
