/** Recognition: the National Quality Label, from a teacher's draft to where it is seen. */
// use cases
export { saveApplication, type SavedApplication } from './save-application.ts';
export { sendApplication, type SendingRefusal } from './send-application.ts';
export { discardDraft } from './discard-draft.ts';
export { assessApplication } from './assess-application.ts';
export {
	labelSettings,
	previewLabelRule,
	setLabelRule,
	undoLabelRule,
	type LabelRuleRefusal,
	type LabelSetting,
	type SetLabelRule,
} from './set-rule.ts';
// reads
export { labelFor, ownLabels, type GivenAssessment, type LabelDesk } from './read-application.ts';
export { assessmentFor } from './assess-application.ts';
export { namedPageFor, namedPagesFor } from './read-evidence.ts';
export {
	labelledAmong,
	labelledOwners,
	labelsOfPerson,
	labelsOfProject,
	labelsOfSchool,
} from './read-labels.ts';
// pure words and forms
export { applicationForm, applicationOf, type ApplicationInput } from './forms.ts';
export {
	applicationLimits,
	checks,
	criteria,
	explainedBelow,
	minimums,
	mostPoints,
	problemsOf,
	reviewable,
} from './label.ts';
export { problemsOfAssessment, ruleBounds } from './assessment.ts';
// types
export type { Application, ApplicationProblem, ApplicationState } from './label.ts';
export type { Assessment, LabelRule } from './assessment.ts';
