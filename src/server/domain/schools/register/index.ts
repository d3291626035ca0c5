/** Registers of schools: editions are read, compared, taken over and undone; what is unclear becomes a question. */

// use cases
export { beginImport, beginImportForm } from './loading/begin-import.ts';
export {
	askToApply,
	askToUndo,
	chooseColumns,
	deedForm,
	dropImport,
	type StepRefusal,
} from './loading/steps.ts';
export {
	joinDouble,
	joinDoubleForm,
	namePair,
	namePairForm,
	type PairRefusal,
} from './questions/answer-double.ts';
export { answerQuestion, answerQuestionForm } from './questions/answer-question.ts';
export { loadFile } from './register-command.ts';

// reads
export {
	columnsFor,
	importFor,
	listTitle,
	listsFor,
	registersFor,
	type ColumnsView,
	type ImportView,
	type Registers,
} from './loading/read-imports.ts';
export { sourcesOf, type SchoolSource } from './read-sources.ts';
export { stageOf } from './loading/import-stage.ts';
export { questionFor, questionsFor, type Questions, type QuestionView } from './questions/read-questions.ts';

// forms
export {
	carriedFields,
	chooseColumnsForm,
	columnFields,
	columnsNamed,
	dayOrders,
	headingMeanings,
	kindMeanings,
	mappingForm,
	markMeanings,
	neededFields,
	numberSigns,
	schoolMeanings,
	stateMeanings,
	systems,
	type ColumnField,
	type Mapping,
} from './mapping.ts';
export { kindTemplate, nullTokensOf, regionsIn } from './mapping-profile.ts';
export { entryChoices, markedBy } from './mapping-guesses.ts';
export { placeOfRow } from './editions/report.ts';

// types
export { mostFileBytes, registerFilePurpose } from './loading/register-file.ts';
export { questionKinds } from './questions/questions.sql.ts';
export { knownEncodings } from './reading/alphabets.ts';
export type { EditionReport } from './editions/report.ts';
export type { Profile } from './profile.ts';
export { profiles } from './profiles/all.ts';
