/** Support: support organisations, their offices, and the one approval engine. */
// use cases
export { openCase, type OpenCase } from './open-case.ts';
export { reopenCase, type ReopenCase } from './reopen-case.ts';
export { withdrawCase } from './withdraw-case.ts';
export { forgetWordsOfCase } from './forget.ts';
export { grantByEvidence } from './grant-by-evidence.ts';
export { grantStep, refuseStep, type DecisionRefusal } from './decide-step.ts';
export { decideInBulk, reasonsForAll, runningBulks, undoBulk } from './decide-in-bulk.ts';
export { askQuestion, type AskRefusal } from './ask-question.ts';
export { answerForm, answerQuestion } from './answer-question.ts';
export { openLook, openLooksAbout, readAbout, type OpenLook } from './open-look.ts';
export { addHolidays, holidaysFor, removeHoliday } from './keep-holidays.ts';
export { giveOffice, endOffice } from './give-office.ts';
// reads
export { coursesFor, type CaseEvent } from './read-course.ts';
export { reasonText } from './reason-texts.ts';
export { chainsFor } from './read-chains.ts';
export type { Chain, ChainStep, OpenQuestion } from './chain.ts';
export type { ChainStage } from './chain-stages.ts';
export { organisationFor, organisationCards, type Organisation } from './organisations.ts';
export {
	ruleBefore,
	ruleOn,
	ruleSettings,
	wrongScope,
	type RuleScope,
	type RuleSetting,
	type RuleVersion,
} from './organisation-rules.ts';
export { organisationMails } from './organisations.sql.ts';
export { workingDaysFrom } from './due.ts';
export { countriesCovered, coverageAsks, holdersOf } from './organisations.sql.ts';
export { officesOf, type Office } from './read-offices.ts';
export { nextInQueue, queueForOffice, type Queue, type QueueQuery, type QueueRow } from './read-queue.ts';
export { caseForOffice, subjectForOffice, type CaseForOffice } from './read-case.ts';
export { looksFor, looksToReview, type LookAtMe, type LooksToReview } from './read-looks.ts';
export { casesOfPerson, personsAtDesk, readUnderLook, type CaseOfPerson } from './read-persons.ts';
export { figuresFor, waitingAtAll, type QueueFigures, type WaitingAt } from './read-figures.ts';
// types
export { figurePeriods, type FigurePeriod, type Figures } from './figures.ts';
export { lookReasons, refusalReasons, type LookReason, type ParticularReason } from './reasons.ts';
export { queueStates, type QueueState } from './queue.sql.ts';
export type {
	CaseDescription,
	CaseId,
	CaseKind,
	CaseOutcome,
	DecidedCase,
	Fact,
	Near,
	PersonsShown,
	QuestionId,
	Snapshot,
	SnapshotField,
	Standing,
	StepId,
	Weighed,
	WeighingRefusal,
} from './case-kinds.ts';
