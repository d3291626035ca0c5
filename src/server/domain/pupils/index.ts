/** Pupils: classes of a school, aliases, cards, and how a pupil signs in. */
// use cases
export { makeClass, type MakeClass } from './make-class.ts';
export { addPupils, type AliasRefusal } from './add-pupils.ts';
export { changeClass, endClass, bringClassBack, keepClass, setSigningInAtHome } from './change-class.ts';
export { renamePupil, endPupil, bringPupilBack } from './change-pupil.ts';
export { renewCards } from './renew-cards.ts';
export { renewPictures, type PrintedPictures } from './renew-pictures.ts';
export { openDoor, shutDoor, type OpenDoor } from './open-door.ts';
export { signInByPictures } from './sign-in-by-pictures.ts';
export { replaceOwnCode, replaceOwnPictures } from './replace-own-secret.ts';
export { endClassesOfOverProjects } from './forget.ts';
export { signInPupil, signOutPupil, type OpenedSession } from './sign-in-pupil.ts';
export { notePupilSessionUses } from './pupil-session.ts';
export { leaveSchool, leavingOf } from './leave-school.ts';
export { declineClass, offeredClasses, takeOverClass } from './take-over.ts';
export { setConsentAge, undoConsentAge, type AgeRefusal, type SetConsentAge } from './set-consent-age.ts';
export { effectsOfWithdrawal, giveConsent, withdrawConsent } from './keep-consent.ts';
export { erasePupil, exportPupil } from './answer-family.ts';
// reads
export { ownClassEnd } from './warn-of-ends.ts';
export { consentsFor } from './keep-consent.ts';
export { consentAges, previewConsentAge, type AgeSetting } from './set-consent-age.ts';
export { doorFor } from './open-door.ts';
export { signsAtDoor } from './sign-in-by-pictures.ts';
export { ownSignFor } from './replace-own-secret.ts';
export { consentAgeIn, consentingAmong } from './consent.sql.ts';
export { classesFor, classFor, runningClassFor, schoolsForClasses } from './read-classes.ts';
export { pupilOfRequest, pupilCookie, noPupilCookie, type PupilArrival } from './pupil-session.ts';
export { proposeAliases, foldedAlias, longestAlias } from './aliases.ts';
export { inGroups } from './code.ts';
// fragments
export { hasConsent } from './consent.sql.ts';
// types
export {
	consentGivers,
	consentPurposes,
	consentTextVersion,
	unknownConsentAge,
	type Consent,
	type ConsentPurpose,
} from './consent.ts';
export { mostPupils, nextLastDay, type Class, type ClassId, type PrintedCard, type Pupil } from './class.ts';
