/** Copies of a TwinSpace to take along: they open from a stick, without the platform. */
// use cases
export { askForCopy } from './ask-for-copy.ts';
// reads
export { copiesFor } from './read-copies.ts';
// types
export type { Copy, CopyState } from './copy.ts';
