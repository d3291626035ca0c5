/** Kits: what a project leaves to the next ones. */
// use cases
export { makeKit, withdrawKit } from './make-kit.ts';
export { foundAnew, foundFromKit } from './found-from-kit.ts';
// reads
export { kitsFor } from './read-kits.ts';
// types
export type { Kit } from './kit.ts';
