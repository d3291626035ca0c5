/** Keeps what is typed, on the server: says "saved" only after its answer, and tries again until there is one. */
const pause = 1_000;
const longestPause = 30_000;
const headers = { 'content-type': 'application/x-www-form-urlencoded' };

export class DraftKeeper {
	state = $state<'still' | 'keeping' | 'kept' | 'trying'>('still');
	/** The time of day of the newest acknowledged save. */
	at = $state('');
	readonly #address: string;
	#form: HTMLFormElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#wait = pause;
	#kept = '';

	constructor(address: string) {
		this.#address = address;
	}

	/** Watches the form until the answer is called. */
	watch(form: HTMLFormElement): () => void {
		const stop = new AbortController();
		const { signal } = stop;
		this.#form = form;
		this.#kept = this.#words();
		form.addEventListener('input', () => this.#later(pause), { signal });
		// what is sent is no draft any more
		form.addEventListener('submit', () => this.#rest(), { signal });
		document.addEventListener('visibilitychange', () => document.hidden && void this.#keep(), { signal });
		return () => {
			stop.abort();
			clearTimeout(this.#timer);
		};
	}

	#later(wait: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#keep(), wait);
	}

	#rest(): void {
		clearTimeout(this.#timer);
		this.#kept = this.#words();
		this.state = 'still';
	}

	async #keep(): Promise<void> {
		const words = this.#words();
		if (!this.#form || words === this.#kept) return;
		if (this.state !== 'trying') this.state = 'keeping';
		try {
			const body = sent(words);
			const answer = await fetch(this.#address, { method: 'PATCH', body, headers, keepalive: true });
			if (!answer.ok) throw new Error('not kept');
			this.at = ((await answer.json()) as { at: string }).at;
			this.#kept = words;
			this.#wait = pause;
			this.state = 'kept';
		} catch {
			this.state = 'trying';
			this.#wait = Math.min(this.#wait * 2, longestPause);
			this.#later(this.#wait);
		}
	}

	#words(): string {
		const field = this.#form?.elements.namedItem('words');
		return field instanceof HTMLTextAreaElement ? field.value : '';
	}
}

function sent(words: string): string {
	return `form-key=${crypto.randomUUID()}&words=${encodeURIComponent(words)}`;
}
