/** What the server answers to a plan that is saved while typing. */
import type { PlanText } from '#domain/projects';

export type Change = Pick<PlanText, 'field' | 'label' | 'value' | 'locale'>;

export type DraftAnswer =
	| { readonly state: 'saved'; readonly version: number; readonly at: string }
	| { readonly state: 'refused'; readonly errors: Readonly<Record<string, string>> }
	/** Another tab or a button was quicker; `version` is what stands now. */
	| { readonly state: 'changed'; readonly version: number; readonly changes: readonly Change[] };
