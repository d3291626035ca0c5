/** People: accounts, sign-in, profiles, affiliations. */
// use cases
export { askToJoin, correctJoinAddress, sendJoinLetterAgain } from './sign-in/join.ts';
export { hasAccount, joinInvited, type InvitedRefusal, type JoinInvited } from './sign-in/join-invited.ts';
export { endCohortPlaces, enterCohortPlace, validateCohortPlaces } from './affiliations/cohort-places.ts';
export { confirmAddress } from './sign-in/confirm-address.ts';
export { signIn, signOut } from './sign-in/sign-in.ts';
export { askForNewPassword, chooseNewPassword } from './sign-in/new-password.ts';
export {
	addAddress,
	addressOfLink,
	confirmOwnAddress,
	makeAddressMain,
	ownAddresses,
	removeAddress,
} from './security/addresses.ts';
export { changePassword } from './security/change-password.ts';
export { ownProofs, proveByPasskey, proveMyself } from './security/prove.ts';
export { beginApp, confirmApp, ownApp, removeApp, type OwnApp } from './security/app.ts';
export { addPasskey, ownPasskeys, passkeyToAdd, removePasskey } from './security/own-passkeys.ts';
export { makeRecoveryCodes, ownRecoveryCodes, shownCodes } from './security/recovery-codes.ts';
export { enterByPasskey, passkeyToEnter } from './sign-in/enter-by-passkey.ts';
export { enterCode, halfwayIn, secondStepOf } from './sign-in/second-step.ts';
export {
	comeBackFromProvider,
	connectProvider,
	disconnectProvider,
	goToProvider,
	joinByProvider,
	ownProviders,
	providerNamed,
	providers,
	waysOfNewcomer,
} from './sign-in/providers/enter-by-provider.ts';
export { newcomerIn } from './sign-in/providers/errand-cookie.ts';
export {
	noOtherAccountCookie,
	otherAccount,
	proveOtherAccount,
	separateOwnAccounts,
	uniteOwnAccounts,
} from './merging/merge-own.ts';
export {
	askToUnite,
	lookAtTwoAccounts,
	mergingsAtDesk,
	openMerging,
	separateAtDesk,
	type AccountSeen,
	type MergingAtDesk,
} from './merging/merge-by-officer.ts';
export {
	mergingOfToken,
	ownMergings,
	previewOfOther,
	separateByLink,
	type MergingSeen,
} from './merging/read-mergings.ts';
export type { Holding } from './merging/holdings.ts';
export { giveApp } from './sign-in/give-app.ts';
export { codeAt, newAppSecret, stepOf } from './sign-in/codes.ts';
export { endOtherSessions, endOwnSession } from './security/sessions.ts';
export { addSchoolAndState, stateAffiliation } from './affiliations/state-affiliation.ts';
export { chooseDefault, correctAffiliation, endAffiliation } from './affiliations/correct-affiliation.ts';
export { answerAsHead, headQuestionFor } from './affiliations/evidence/answer-as-head.ts';
export { enterMailbox, writeToSchoolAgain } from './affiliations/evidence/enter-mailbox.ts';
export { giveHint } from './affiliations/evidence/give-hint.ts';
export {
	evidenceBounds,
	evidenceSettings,
	previewEvidenceRule,
	setEvidenceRule,
	undoEvidenceRule,
	type EvidenceSetting,
	type RuleRefusal,
	type SetEvidenceRule,
} from './affiliations/evidence/set-rule.ts';
export { statedColleagues, vouchFor } from './affiliations/evidence/vouch.ts';
export { changeProfile, previewOfChange } from './profiles/change-profile.ts';
export { photoBytes, photoPurpose, removePhoto } from './profiles/photo.ts';
export { enterDesk, leaveDesk } from './desk/enter-desk.ts';
export { endOfficeAt, giveOfficeTo, officeKindsAt, officesAt, type HeldOffice } from './desk/keep-offices.ts';
export { findAtDesk, type FoundAtDesk } from './desk/find-at-desk.ts';
export { personAtDesk, type OpenedPerson } from './desk/read-person-at-desk.ts';
export { makeLogin } from './sign-in/make-login.ts';
export { makeFirstOfficer, makeSetUpLink } from './set-up/first-officer.ts';
export { noteSessionUses } from './sign-in/actor-of-request.ts';
// reads
export { sessionsThatRun } from './sign-in/sessions.sql.ts';
export { actorOfRequest, arrivalOf } from './sign-in/actor-of-request.ts';
export { confirmationFor } from './sign-in/confirm-address.ts';
export { isProved, ownFactors } from './security/own-account.ts';
export { ownSessions, type OwnSession } from './security/sessions.ts';
export { deviceOf } from './sign-in/device.ts';
export { teacherWithAddress } from './sign-in/teacher-with-address.ts';
export { addressOfResetLink } from './sign-in/new-password.ts';
export { letterAskedIn, letterCookie, noLetterCookie, writtenLetter } from './sign-in/letter-asked.ts';
export {
	affiliationsOf,
	historyOfOwn,
	ownAffiliations,
	pastPlaces,
	validatedAffiliations,
	validatedAffiliationsAmong,
} from './affiliations/read-affiliations.ts';
export { teachersAt, type TeachersAt } from './affiliations/teachers-at.ts';
export { evidenceOfCase, type EvidenceForOfficer } from './affiliations/evidence/read-evidence.ts';
export { teachersOfSchool } from './affiliations/evidence/evidence.sql.ts';
export { newestTeacherAt } from './affiliations/affiliations.sql.ts';
export { activeSince, unavailableAmong } from './profiles/profiles.sql.ts';
export { ownCountry, ownProfile, personCards, profileFor } from './profiles/read-profiles.ts';
export { findablePeople, type FindablePerson } from './profiles/findable-people.ts';
export { missingIn, profileFields, type ProfileField } from './profiles/profile.ts';
export type { PersonPage } from './profiles/read-profiles.ts';
export { setUpIsOpen } from './set-up/first-officer.ts';
export { deskAsks, ownOffices } from './desk/enter-desk.ts';
export { demoAccounts, demoCode, ownDemoCode } from './sign-in/demo-accounts.ts';
export { localesOf } from './receivers.sql.ts';
export { namesOf } from './persons.sql.ts';
// fragments
export { personCard, visiblePeople } from './people.sql.ts';
export { validatedSchoolsOf } from './validated-schools.sql.ts';
// forms
export {
	addressForm,
	addSchoolForm,
	confirmForm,
	correctAffiliationForm,
	defaultPlaceForm,
	endAffiliationForm,
	addPasskeyForm,
	codeForm,
	endSessionForm,
	removePasskeyForm,
	signedForm,
	disconnectProviderForm,
	askToUniteForm,
	enterDeskForm,
	giveOfficeForm,
	mergingForm,
	otherAccountForm,
	lookAtTwoForm,
	openMergingForm,
	newcomerForm,
	findSchoolForm,
	headAnswerForm,
	hintForm,
	joinForm,
	mailboxForm,
	newPasswordForm,
	ownAddressForm,
	placeOfForm,
	profileForm,
	profileOfForm,
	proveForm,
	signInForm,
	stateAffiliationForm,
	vouchForm,
	writeAgainForm,
} from './forms.ts';
// types
export {
	endingReasons,
	type EndingReason,
	otherWork,
	type Affiliation,
	type AffiliationId,
} from './affiliations/affiliation.ts';
export type { PlaceLanding } from './affiliations/place-at-joining.ts';
export { weights, type EvidenceRule, type Weight } from './affiliations/evidence/evidence.ts';
export type { OwnEvidence } from './affiliations/evidence/read-evidence.ts';
export type { OwnAffiliation, PlaceEvent } from './affiliations/read-affiliations.ts';
export type { PersonCard } from './people.sql.ts';
export type { Receiver } from './receivers.sql.ts';
