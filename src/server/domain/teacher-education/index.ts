/** Teacher education: institutions bring in cohorts of student teachers. */

// use cases
export { makeCohort, sendCohortAgain, type CohortRefusal } from './make-cohort.ts';
export { inviteAgain, withdrawInvitation } from './invite-students.ts';
export { acceptInvitation, joinByInvitation, invitationOf, type Invitation } from './accept-invitation.ts';

// reads
export { cohortFor, ownCohorts, type CohortPage, type OwnCohorts } from './read-cohorts.ts';

// forms and pure words
export { cohortAgainForm, joinInvitedForm, makeCohortForm, studentForm } from './forms.ts';
export { readStudentList, type ListedPerson, type ListProblem } from './student-list.ts';
