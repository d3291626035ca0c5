/** Registers of schools: editions are read, compared, taken over and undone. */

// use cases
export { loadFile, type LoadedFile } from './register-command.ts';

// types
export type { EditionReport } from './editions/report.ts';
export type { Profile } from './profile.ts';
export { profiles } from './profiles/all.ts';
