// What the person at the terminal is told while the platform starts and runs.

/** Says one sentence. */
export function say(sentence: string): void {
	console.log(sentence);
}

/** The sentence of an error; the trace is for defects only. */
export function sentenceOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
