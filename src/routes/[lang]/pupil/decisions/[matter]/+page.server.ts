import { appealAction, loadDecision } from '../../../reports/decision-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = loadDecision;

export const actions = { appeal: appealAction } satisfies Actions;
