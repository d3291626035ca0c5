/** Finds answers while one types: in the list at hand, or at the address that knows more. */
import type { ControlAttributes } from '../Field.svelte';
import type { Option } from '../SelectField.svelte';

export type ComboInputProps = {
	attributes: ControlAttributes;
	options: readonly Option[];
	value: string;
	source?: string | undefined;
	typed?: string;
	/** What somebody typed before this was loaded, and perhaps still does. */
	early?: { readonly text: string; readonly focused: boolean } | undefined;
	nothing?: string | undefined;
	placeholder?: string | undefined;
	onchoose?: ((value: string) => void) | undefined;
};

const PAUSE = 160;
const SHOWN = 60;

/** Without accents and capitals, so that "odense", "Ódense" and "ODENSE" are one word. */
export function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** The answers that hold all typed words, those that begin with them first. */
export function matching(options: readonly Option[], query: string): readonly Option[] {
	const words = plain(query).split(/\s+/u).filter(Boolean);
	const held = options.filter((option) =>
		words.every((word) => plain(`${option.label} ${option.note ?? ''}`).includes(word)),
	);
	const first = words[0];
	if (first === undefined) return held.slice(0, SHOWN);
	return held
		.sort(
			(one, other) =>
				Number(plain(other.label).startsWith(first)) - Number(plain(one.label).startsWith(first)),
		)
		.slice(0, SHOWN);
}

export type Finder = {
	readonly found: readonly Option[];
	readonly searching: boolean;
	look(query: string): void;
};

/** A finder asks the address a moment after the last key, and forgets answers that come late. */
export function createFinder(options: () => readonly Option[], source: () => string | undefined): Finder {
	let answers = $state<readonly Option[]>();
	let query = $state('');
	let searching = $state(false);
	let waiting: ReturnType<typeof setTimeout> | undefined;
	let asked: AbortController | undefined;

	async function ask(address: string): Promise<void> {
		asked?.abort();
		asked = new AbortController();
		const { signal } = asked;
		try {
			const join = address.includes('?') ? '&' : '?';
			const response = await fetch(`${address}${join}q=${encodeURIComponent(query)}`, {
				signal,
				headers: { accept: 'application/json' },
			});
			if (!response.ok) return;
			const found = (await response.json()) as { options: Option[] };
			answers = found.options;
		} catch (error) {
			// A slow line or a newer question: the old hits stay until the next key.
			if (signal.aborted || error instanceof TypeError) return;
			throw error;
		} finally {
			if (!signal.aborted) searching = false;
		}
	}

	return {
		get found() {
			return source() === undefined ? matching(options(), query) : (answers ?? options());
		},
		get searching() {
			return searching;
		},
		look(next) {
			query = next;
			const address = source();
			if (address === undefined) return;
			clearTimeout(waiting);
			searching = true;
			waiting = setTimeout(() => void ask(address), PAUSE);
		},
	};
}
