/** People: accounts, sign-in, profiles, affiliations. */
// use cases
export { askToJoin, correctJoinAddress, sendJoinLetterAgain } from './sign-in/join.ts';
export { confirmAddress } from './sign-in/confirm-address.ts';
export { signIn, signOut } from './sign-in/sign-in.ts';
export { askForNewPassword, chooseNewPassword } from './sign-in/new-password.ts';
export { makeLogin } from './sign-in/make-login.ts';
export { keepSession } from './sign-in/actor-of-request.ts';
// reads
export { actorOfRequest, arrivalOf } from './sign-in/actor-of-request.ts';
export { confirmationFor } from './sign-in/confirm-address.ts';
export { addressOfResetLink } from './sign-in/new-password.ts';
export { letterAskedIn, letterCookie, noLetterCookie, writtenLetter } from './sign-in/letter-asked.ts';
export { demoAccounts } from './sign-in/demo-accounts.ts';
export { localesOf } from './receivers.sql.ts';
// fragments
export { validatedSchoolsOf } from './validated-schools.sql.ts';
// forms
export { addressForm, confirmForm, joinForm, newPasswordForm, signInForm } from './forms.ts';
// types
export type { Receiver } from './receivers.sql.ts';
