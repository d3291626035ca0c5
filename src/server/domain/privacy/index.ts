/** Privacy: what is kept about whom, and how it ends. */
// use cases
export { erasePerson, type ErasureReason } from './erase-person.ts';
export { eraseMyself, exportMyself } from './own-rights.ts';
export { replayErasures } from './erasure-ledger.ts';
export { setTime, undoTime, type SetTime, type TimeRefusal } from './set-times.ts';
// reads
export { keptSettings, previewTime, type TimePreview, type TimeSetting } from './set-times.ts';
export { exportPerson, type PersonExport } from './export-person.ts';
export { fieldRegister } from './read-register.ts';
export { ruleWord, tableTitle } from './register-words.ts';
// types
export { fieldClasses, type FieldClass, type FieldCounts } from './field-register.ts';
export type { Field, FieldRegister, ShownTable } from './read-register.ts';
