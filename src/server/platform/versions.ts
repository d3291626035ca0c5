/** Settings with versions: nothing is overwritten, the newest that has begun holds. Pure. */

export type Version = { readonly number: number; readonly since: Date };

/** coming: its day has not come; holds; past: a newer one of the same scope holds. */
export type VersionState = 'coming' | 'holds' | 'past';

/** Of the versions of one scope the one with the latest day gone by; of one day the one that was set last. */
export function heldOn<V extends Version>(versions: readonly V[], day: Date): V | undefined {
	return versions
		.filter(({ since }) => since <= day)
		.reduce<V | undefined>((held, each) => (held && isNewer(held, each) ? held : each), undefined);
}

/** What a version is now, among those of its scope. */
export function stateOf<V extends Version>(version: V, ofItsScope: readonly V[], now: Date): VersionState {
	if (version.since > now) return 'coming';
	return heldOn(ofItsScope, now)?.number === version.number ? 'holds' : 'past';
}

/** How a version stands among those of its scope; what held before it can hold again, unless it is past itself. */
export function standingOf<V extends Version>(
	version: V,
	ofItsScope: readonly V[],
	now: Date,
): { readonly state: VersionState; readonly canUndo: boolean } {
	const state = stateOf(version, ofItsScope, now);
	return { state, canUndo: state !== 'past' && setBefore(version, ofItsScope) !== undefined };
}

/** What was set before it, and can hold again. */
export function setBefore<V extends Version>(version: V, ofItsScope: readonly V[]): V | undefined {
	return ofItsScope
		.filter(({ number }) => number < version.number)
		.reduce<V | undefined>((last, each) => (last && last.number > each.number ? last : each), undefined);
}

function isNewer(one: Version, other: Version): boolean {
	const [first, second] = [one.since.getTime(), other.since.getTime()];
	return first === second ? one.number > other.number : first > second;
}
