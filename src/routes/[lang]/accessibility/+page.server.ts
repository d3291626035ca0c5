import { formatDate } from '#shared/format';
import { whoRuns } from '../who-runs.ts';
import type { PageServerLoad } from './$types';

/** When the statement was last gone through, line by line. */
const examined = new Date('2026-11-26T12:00:00Z');

export const load: PageServerLoad = ({ locals }) => ({
	runs: whoRuns(),
	date: formatDate(examined, locals.locale, 'UTC'),
});
