/** Pages: rich text of a space, in versions, as drafts and shared. */
// use cases
export { layOutPages, makePage } from './make-page.ts';
export { restoreVersion, savePage, type Saved } from './save-page.ts';
export { enterPage, type Writer } from './live/enter-page.ts';
export { Journal, type ChangeRefusal, type Noted } from './live/journal.ts';
export { keepAsItIs } from './live/keep-as-it-is.ts';
export { handsIn, pagesChannel } from './live/open-document.ts';
export { binPage, makeDraft, movePage, placePage, sharePage, takeOutOfBin } from './arrange-pages.ts';
export { tagPicture } from './picture-purpose.ts';
// reads
export { mostLevels } from './page-tree.ts';
export type { ListedPage } from './read-pages.ts';
export {
	linkFor,
	pageFor,
	pagesFor,
	picturesAway,
	picturesFor,
	reachPage,
	versionFor,
	versionsFor,
} from './read-pages.ts';
export { compareContent, type ComparedBlock } from './compare-content.ts';
export { writersFor, type Written } from './live/read-writers.ts';
export { asShown, type ShownMaterial } from './draw-things.ts';
export { contentAsHtml, pageAsHtml, versionAsHtml, withoutAway, type Around } from './render-content.ts';
export { added, takeStep } from './steps.ts';
export { emptyBlock, formBlocksOf, problemsOf } from './form-blocks.ts';
export { authorOfPage, sharedPages, versionOf, wasSavedByPupil } from './pages.sql.ts';
// fragments
export { picturesInVersions } from './pages.sql.ts';
// forms
export {
	blocksSent,
	editPageForm,
	type EditedPage,
	makePageForm,
	movePageForm,
	placePageForm,
	takeOutForm,
} from './forms.ts';
// types
export { blockKinds, type BlockKind, type BlockProblem, type FormBlock } from './form-blocks.ts';
export { picturePurpose } from './own-pictures.ts';
export { pageLimits, type Page, type PageId, type PageWithContent, type Version } from './page.ts';
