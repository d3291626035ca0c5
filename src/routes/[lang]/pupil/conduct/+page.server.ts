import { houseText } from '../../house-text.ts';
import { whoRuns } from '../../who-runs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	runs: whoRuns(),
	text: await houseText(locals, 'conduct-pupils'),
});
