/** The central desk: support organisations, their coverage, and settings with versions. */
// use cases
export { addCoverage, addOrganisation, changeOrganisation, removeCoverage } from './keep-organisations.ts';
export { setClocks, undoClocks, type ClockRefusal, type SetClocks } from './set-clocks.ts';
// reads
export {
	allOrganisationsFor,
	organisationCovering,
	organisationForCentral,
	type ListedOrganisation,
	type OrganisationForCentral,
} from './keep-organisations.ts';
export {
	clockKinds,
	clockSettings,
	everyKind,
	previewClocks,
	type ClockPreview,
	type ClockSetting,
} from './set-clocks.ts';
// types
export type { OfficeAt } from './central.sql.ts';
