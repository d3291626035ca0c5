/** Safety: what must not be is reported, looked at, decided with a reason, and decided once more by somebody else. */
// use cases
export { reportThing, thingToReport } from './report-thing.ts';
export { holdThing } from './hold-thing.ts';
export { decideAtOnce, passOn, settleAtDesk, settleInRoom, type SettleRefusal } from './settle-matter.ts';
export { appealAsAuthor, appealAsReporter } from './appeal-decision.ts';
export { setWaitingRule } from './read-room.ts';
export { openWords } from './read-desk.ts';
export { liftSuspension, suspendMember, suspendPerson, suspensionDays } from './suspend.ts';
// reads
export { decisionFor, looksAtMyWords, receiptFor, type Statement } from './read-own.ts';
export {
	matterForRoom,
	mattersForRoom,
	openMattersIn,
	waitingRuleFor,
	type MatterInRoom,
} from './read-room.ts';
export { matterForDesk, mattersForDesk, type MatterForDesk } from './read-desk.ts';
export { countsFor } from './counts.ts';
export { lastSettledAbout } from './matters.sql.ts';
export { thingsReportedBy } from './reports.sql.ts';
// fragments
export { isWithheld } from './withheld.sql.ts';
// forms
export {
	appealForm,
	lookUpForm,
	reportForm,
	settleAtDeskForm,
	settleForm,
	suspendForm,
	waitingForm,
} from './forms.ts';
// types
export {
	limits,
	outcomes,
	reasonsAmongAdults,
	reasonsInPublic,
	reasonsInRoom,
	type Decision,
	type Matter,
	type Outcome,
	type Reason,
} from './matter.ts';
export type { Reportable, Reported, RoomCard, Rooms, Settled } from './reportable.ts';
export { waitingRules, type WaitingRule } from './words.sql.ts';
