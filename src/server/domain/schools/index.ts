/** Schools: found in registers, or added by a teacher and confirmed by an officer. */

// use cases
export {
	addSchool,
	additionsADay,
	correctSchool,
	type AddSchool,
	type AdditionRefusal,
} from './add-school.ts';
export { enterSchool, type EnteredSchool } from './enter-school.ts';
export { giveHint, hintsADay, ownHints, type HintRefusal } from './hints/give-hint.ts';
export { enterInstitution } from './institutions/enter-institution.ts';
export { joinSchools, partSchools, type PartRefusal } from './doubles/join-schools.ts';
export { correctSchoolForm, hintForm, institutionForm, partSchoolsForm } from './forms.ts';

// reads
export { schoolCards, schoolFor, schoolHistory, type SchoolHistory } from './read-schools.ts';
export { institutionsAmong, institutionsForDesk } from './institutions/enter-institution.ts';
export { entryToJoin, joinedLately, type EntryToJoin } from './doubles/read-doubles.ts';
export { schoolPoints, schoolsOfCountry, type ListedSchool } from './list-schools.ts';
export { hintFields, hintKinds } from './hints/hint.ts';
export { listedMailbox, registeredAmong } from './schools.sql.ts';
export { findSchools, type SchoolHit, type SchoolSearch } from './find-schools.ts';

// fragments
export { countryOfSchool, levelsOfSchool, openSchools, schoolCard, visibleSchools } from './fragments.sql.ts';

// types
export type { AtSchools, HeldCounts } from './doubles/at-schools.ts';
export type { JoinObstacle } from './doubles/double.ts';
export type { School, SchoolCard, SchoolId } from './school.ts';
