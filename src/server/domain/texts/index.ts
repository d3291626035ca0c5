/** Texts: what the installation says about itself, and answers for. */
// use cases
export { restoreText, writeText, type TextRefusal, type WriteText } from './write-text.ts';
// reads
export { textFor, type ReadText } from './read-text.ts';
export {
	comparedVersions,
	drawnText,
	textsForDesk,
	versionsForDesk,
	type TextState,
	type ThatText,
	type WrittenVersion,
} from './write-text.ts';
// types
export { houseTexts, mostLetters, pageOfText, type HouseText } from './text.ts';
