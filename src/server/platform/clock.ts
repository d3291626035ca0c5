/** The clock of a process: nothing else in the platform reads the time; parts take it from their context. */

/** The moment as the platform sees it. */
export function now(): Date {
	return new Date();
}
