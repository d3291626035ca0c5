/** Privacy: what is kept about whom, and how it ends. */
// reads
export { fieldRegister } from './read-register.ts';
// types
export { fieldClasses, type FieldClass, type FieldCounts } from './field-register.ts';
export type { Field, FieldRegister, ShownTable } from './read-register.ts';
