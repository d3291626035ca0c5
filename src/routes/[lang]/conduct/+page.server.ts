import { whoRuns } from '../who-runs.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ runs: whoRuns() });
