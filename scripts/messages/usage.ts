/** Finds in source code which messages it uses, by the literals that name them. */

/** Literal keys, and the fixed beginnings of families such as `projects.refusal.${reason}`. */
export type Usage = { readonly keys: Set<string>; readonly prefixes: Set<string> };

export function emptyUsage(): Usage {
	return { keys: new Set(), prefixes: new Set() };
}

const literal = /(['"`])([a-z][a-z0-9-]*\.[A-Za-z0-9_.-]*)(\1|\$\{)/g;

/** Adds what one file's code names. Any literal that looks like a key counts, however `t` is called there. */
export function noteUsage(usage: Usage, code: string): void {
	for (const [, , text = '', end] of code.matchAll(literal)) {
		(end === '${' ? usage.prefixes : usage.keys).add(text);
	}
}

/** Whether a key is named, or belongs to a family that is. */
export function isUsed(usage: Usage, key: string): boolean {
	return usage.keys.has(key) || [...usage.prefixes].some((prefix) => key.startsWith(prefix));
}

const call = /(?<![.\w$])t\(\s*(?=[^\s'"`)])([^)\n]*)/g;

/**
 * The calls of `t` without a literal key: nobody could search for the text, and the build could not
 * know that the browser needs it. A choice between literals is fine.
 */
export function dynamicCalls(code: string): string[] {
	if (!/from '#messages\//.test(code)) return [];
	return [...code.matchAll(call)].filter(([, key = '']) => !/['"`]/.test(key)).map(([text]) => text.trim());
}
