/** Projects: from a founder's draft to an open project of partners. */
// use cases
export { foundProject, type FoundProject } from './found-project.ts';
export { savePlan, type SavePlan, type SavedPlan } from './save-plan.ts';
export { inviteCofounder, takeBackInvitation, type CofounderRefusal } from './invite-cofounder.ts';
export { acceptInvitation, declineInvitation, type AnswerRefusal } from './answer-invitation.ts';
export { sendAgain, type SendAgain } from './send-again.ts';
export { withdrawProject } from './withdraw-project.ts';
// reads
export { addressOf, shortIdOf } from './address.ts';
// fragments
export { visibleProjects } from './projects.sql.ts';
// types
export type { ProjectId, ProjectKind, ProjectState } from './project.ts';
export type { ProjectOpened } from './part.ts';
