/** TwinSpaces: the room of a project, with its classes and what is published of it. */
// use cases
export { bringClass, type BringRefusal } from './bring-class.ts';
export { closeTwinSpace, openTwinSpaceAgain } from './close-twinspace.ts';
export { publishPage, withdrawPage, type PublishRefusal } from './publish-page.ts';
// reads
export { consentingIn, notOursToShow, showableIn } from './shown-pupils.ts';
export { fitToShow, publicMaterials } from './public-materials.ts';
export {
	picturesNotPublic,
	publicationsFor,
	publicPageFor,
	publishedPagesOf,
	publishedPagesToFind,
} from './read-public.ts';
export { statementVersion, unfitIn } from './publish-page.ts';
export { classesOfTwinSpace, twinSpaceById, twinSpaceFor, twinSpacesFor } from './read-twinspaces.ts';
// forms
export { bringClassForm, publishForm } from './forms.ts';
// types
export type { ClassInSpace, TwinSpace } from './twinspace.ts';
export type { PublicPage, PublishedPage, RunningPublication } from './publications.sql.ts';
export type { Unfit } from './unfit-words.ts';
