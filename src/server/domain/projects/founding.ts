/** The rules of founding: which two places may found which kind of project together. */
import type { ProjectKind } from './project.ts';

/** A school where a person is validated, with what they are there. */
export type FoundingPlace = {
	readonly school: string;
	readonly country: string;
	readonly role: string;
	/** A student teacher of a cohort: founds with others of teacher education only, and is a partner everywhere. */
	readonly studies?: boolean;
};

/** Why two places cannot found a project of this kind together. */
export type Misfit =
	'same-country' | 'other-country' | 'same-school' | 'not-teacher-education' | 'still-studying';

/** In teacher education one teaches teachers, or becomes one. */
const teacherEducation: ReadonlySet<string> = new Set(['educator', 'trainee-teacher']);

/** What keeps these two places from founding a project of this kind; undefined when nothing does. */
export function misfitOf(
	kind: ProjectKind,
	founder: FoundingPlace,
	cofounder: FoundingPlace,
): Misfit | undefined {
	if (founder.school === cofounder.school) return 'same-school';
	if (kind !== 'initial-teacher-education' && (founder.studies || cofounder.studies)) return 'still-studying';
	if (kind === 'european') return founder.country === cofounder.country ? 'same-country' : undefined;
	if (kind === 'national') return founder.country === cofounder.country ? undefined : 'other-country';
	return isTeacherEducation(founder) && isTeacherEducation(cofounder) ? undefined : 'not-teacher-education';
}

/** Whether a person of this place may found a project of this kind, with whomever. */
export function mayFoundKind(kind: ProjectKind, place: FoundingPlace): boolean {
	return kind === 'initial-teacher-education' ? isTeacherEducation(place) : !place.studies;
}

/** Why none of a person's places may found a project of this kind. */
export function kindRefusal(kind: ProjectKind): 'not-teacher-education' | 'still-studying' {
	return kind === 'initial-teacher-education' ? 'not-teacher-education' : 'still-studying';
}

/** The first of the co-founder's places that fits, or why none does. */
export function fittingPlace<Place extends FoundingPlace>(
	kind: ProjectKind,
	founder: FoundingPlace,
	places: readonly Place[],
): { readonly place: Place } | { readonly misfit: Misfit | undefined } {
	const misfits = places.map((place) => misfitOf(kind, founder, place));
	const fitting = places[misfits.indexOf(undefined)];
	return fitting ? { place: fitting } : { misfit: misfits[0] };
}

function isTeacherEducation(place: FoundingPlace): boolean {
	return teacherEducation.has(place.role);
}
