/** Projects: from a founder's draft to an open project of partners. */
// use cases
export { foundProject, foundWithPlan, type FoundingRefusal, type FoundProject } from './found-project.ts';
export { savePlan, type SavePlan, type SavedPlan } from './save-plan.ts';
export { inviteCofounder, takeBackInvitation, type CofounderRefusal } from './invite-cofounder.ts';
export { acceptInvitation, declineInvitation, type AnswerRefusal } from './answer-invitation.ts';
export { sendAgain, type SendAgain, type SendingRefusal } from './send-again.ts';
export { withdrawProject } from './withdraw-project.ts';
export {
	describePicture,
	pictureDeskFor,
	projectPictureBytes,
	projectPicturePurpose,
	removePicture,
} from './picture.ts';
export { closeProject, openProjectAgain } from './close-project.ts';
// reads
export { projectFor, type ProjectPage } from './read-page.ts';
export {
	livingProjects,
	openProjects,
	projectCards,
	projectCounts,
	projectsOfSchool,
	type ProjectCard,
} from './read-cards.ts';
export { foundingFor } from './read-founding.ts';
export { planChangesFor, planFor, planToPassOn, type PlanDesk } from './read-plan.ts';
export { statusFor, type ProjectStatus } from './read-status.ts';
export { invitationFor, type Invitation } from './read-invitation.ts';
export { ownProjects, type OwnProject } from './read-own.ts';
export { participationIn, participations, partIn, type Participation } from './read-participation.ts';
// fragments and pure words
export { visibleProjects } from './projects.sql.ts';
export { answersOfPlan, planReader, type PlanReader } from './plan-texts.ts';
export { addressOf, shortIdOf } from './address.ts';
export { competences, emptyPlan, plannedTools, planLimits, problemsOf, themes } from './plan.ts';
export { acceptForm, answerForm, declineForm, foundForm, pictureForm, planForm, planOf } from './forms.ts';
// types
export type { Plan, PlanProblem } from './plan.ts';
export type { PlanInput } from './forms.ts';
export type { PlanText } from './plan-texts.ts';
export type { ProjectId, ProjectKind, ProjectState } from './project.ts';
export type { ProjectOpened } from './part.ts';
