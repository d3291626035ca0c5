/** TwinSpaces: the room of a project, with its classes and what is published of it. */
// use cases
export { bringClass, type BringRefusal } from './bring-class.ts';
// reads
export { classesOfTwinSpace, twinSpaceById, twinSpaceFor, twinSpacesFor } from './read-twinspaces.ts';
// forms
export { bringClassForm } from './forms.ts';
// types
export type { ClassInSpace, TwinSpace } from './twinspace.ts';
