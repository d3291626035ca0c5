/** The plan as it lies in a case: plain facts by field, so that officers see what changed between two rounds. */
import type { Snapshot } from '#domain/support';
import type { Plan } from './plan.ts';
import { projectKinds, type ProjectKind } from './project.ts';
import { isLocale, defaultLocale, type Locale } from '#shared/locales';

export type PlanOfCase = { readonly plan: Plan; readonly kind: ProjectKind; readonly locale: Locale };

export function snapshotOf({ plan, kind, locale }: PlanOfCase): Snapshot {
	return {
		kind,
		locale,
		...plan,
		agesFrom: plan.agesFrom ?? null,
		agesTo: plan.agesTo ?? null,
		pupilsExpected: plan.pupilsExpected ?? null,
		startsIn: plan.startsIn ?? null,
		endsIn: plan.endsIn ?? null,
		partnersWanted: plan.partnersWanted ?? null,
		partnersUntil: plan.partnersUntil ?? null,
	};
}

export function planOfSnapshot(snapshot: Snapshot): PlanOfCase {
	const text = (field: string) => asText(snapshot[field]) ?? '';
	return {
		kind: projectKinds.find((kind) => kind === snapshot['kind']) ?? 'european',
		locale: localeOf(text('locale')),
		plan: {
			title: text('title'),
			summary: text('summary'),
			languages: asList(snapshot['languages']),
			subjects: asList(snapshot['subjects']),
			agesFrom: asNumber(snapshot['agesFrom']),
			agesTo: asNumber(snapshot['agesTo']),
			pupilsExpected: asNumber(snapshot['pupilsExpected']),
			aims: text('aims'),
			workPlan: text('workPlan'),
			expectedResults: text('expectedResults'),
			startsIn: asText(snapshot['startsIn']),
			endsIn: asText(snapshot['endsIn']),
			tools: asList(snapshot['tools']),
			themes: asList(snapshot['themes']),
			competences: asList(snapshot['competences']),
			erasmusNumber: text('erasmusNumber'),
			partnersWanted: asNumber(snapshot['partnersWanted']),
			partnersUntil: asText(snapshot['partnersUntil']),
			partnersFrom: asList(snapshot['partnersFrom']),
		},
	};
}

type Value = Snapshot[string] | undefined;

function localeOf(text: string): Locale {
	return isLocale(text) ? text : defaultLocale;
}

function asText(value: Value): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function asNumber(value: Value): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function asList(value: Value): readonly string[] {
	return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
