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
export { correctSchoolForm } from './forms.ts';

// reads
export { schoolCards, schoolFor, schoolHistory, type SchoolHistory } from './read-schools.ts';
export { findSchools, type SchoolHit, type SchoolSearch } from './find-schools.ts';

// fragments
export { countryOfSchool, levelsOfSchool, openSchools, schoolCard, visibleSchools } from './fragments.sql.ts';

// types
export type { School, SchoolCard, SchoolId } from './school.ts';
