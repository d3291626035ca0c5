import { ownProjects } from '#domain/projects';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ projects: await ownProjects(locals.ctx) });
