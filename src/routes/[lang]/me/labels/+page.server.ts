import { ownLabels } from '#domain/recognition';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ labels: await ownLabels(locals.ctx) });
