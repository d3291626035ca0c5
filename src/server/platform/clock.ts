/** The clock of a process. Tests move it; nothing else in the platform reads the time. */

let offset = 0;

/** The moment as the platform sees it. */
export function now(): Date {
	return new Date(Date.now() + offset);
}

/** Moves the clock by so many milliseconds; tests only, and the worker of a test world. */
export function moveClock(milliseconds: number): void {
	offset = milliseconds;
}
