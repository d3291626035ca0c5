/** The National Quality Label: what is asked, what is looked for, and what follows from points. Pure. */
import type { PersonId } from '#shared/actor';
import type { ProjectKind, ProjectState } from '#domain/projects';

export type ApplicationId = string;

/** What a teacher checks of her own part. */
export const checks = [
	'shared-plan',
	'nearly-finished',
	'took-part',
	'collaborative',
	'rights-respected',
] as const;
export type Check = (typeof checks)[number];

export const criteria = ['collaboration', 'technology', 'pedagogy', 'curriculum', 'results'] as const;
export type Criterion = (typeof criteria)[number];

/** What decides by itself: one that is not met outweighs all points. */
export const minimums = ['pupils-together', 'choice-of-tools', 'safety-and-rights'] as const;
export type Minimum = (typeof minimums)[number];

/** What a second application can ask to be looked at again. */
export const reviewable = [...criteria, ...minimums] as const;
export type Reviewable = (typeof reviewable)[number];

export const applicationLimits = { text: 2500, evidence: 10, note: 1000, feedback: 2000 } as const;
export const mostPoints = 5;
/** Below this a criterion is explained. */
export const explainedBelow = 3;

/** What a teacher writes. */
export type Application = {
	readonly checks: readonly Check[];
	readonly evidence: readonly string[];
	readonly review: readonly Reviewable[];
	readonly note: string;
} & Readonly<Record<Criterion, string>>;

export const emptyApplication: Application = {
	...{ checks: [], evidence: [], review: [], note: '' },
	...{ collaboration: '', technology: '', pedagogy: '', curriculum: '', results: '' },
};

export type ApplicationState = 'draft' | 'sent' | 'refused' | 'refused-again' | 'awarded';

/** Where an application stands, by what happened to it. */
export function stateOf(facts: {
	/** Of the newest submission. */
	readonly round: number | undefined;
	readonly refused: boolean;
	readonly awarded: boolean;
}): ApplicationState {
	if (facts.awarded) return 'awarded';
	if (facts.round === undefined) return 'draft';
	if (!facts.refused) return 'sent';
	return facts.round === 1 ? 'refused' : 'refused-again';
}

/** Whether the teacher may write: before sending, and once more after a refusal. */
export function isWritable(state: ApplicationState): boolean {
	return state === 'draft' || state === 'refused';
}

export type ApplicationProblem = 'missing' | 'unchecked';
export type ApplicationField = keyof Application;

/** What is missing before it can be sent, field by field. */
export function problemsOf(
	application: Application,
	state: ApplicationState,
): Partial<Record<ApplicationField, ApplicationProblem>> {
	const second = state === 'refused';
	return Object.fromEntries([
		...(checks.every((check) => application.checks.includes(check)) ? [] : [['checks', 'unchecked']]),
		...criteria
			.filter((criterion) => application[criterion] === '')
			.map((criterion) => [criterion, 'missing']),
		...(application.evidence.length > 0 ? [] : [['evidence', 'missing']]),
		...(second && application.review.length === 0 ? [['review', 'missing']] : []),
		...(second && application.note === '' ? [['note', 'missing']] : []),
	]) as Partial<Record<ApplicationField, ApplicationProblem>>;
}

/** A teacher, and the project she would apply with. */
export type Part = {
	readonly kind: ProjectKind;
	readonly state: ProjectState;
	/** Takes part as founder or partner; membership of the TwinSpace is not enough. */
	readonly takesPart: boolean;
	/** Has begun an application, whether or not she takes part still. */
	readonly hasApplied: boolean;
};

/** Whether work in such a project can be recognised at all. */
export function isRecognised({ kind, state }: Pick<Part, 'kind' | 'state'>): boolean {
	return kind === 'european' && (state === 'open' || state === 'closed');
}

export type OwnApplication = { readonly applicant: PersonId; readonly state: ApplicationState };

/** The year in which the school year of a day began: it runs from September to August. `day` is 2027-03-14. */
export function schoolYearOf(day: string): number {
	const [year = 0, month = 0] = day.split('-').map(Number);
	return month >= 9 ? year : year - 1;
}
