/** Saves a form while somebody types: says "saved" only after the answer, and keeps every word until then. */
import type { Change, DraftAnswer } from './draft-answer.ts';

export type KeeperState =
	'still' | 'typing' | 'saving' | 'saved' | 'refused' | 'offline' | 'changed' | 'failed';

type Fields = [name: string, value: string][];
/** `sent`: by a button; when the draft has a newer version afterwards, that has saved it. */
type Kept = { readonly version: number; readonly fields: Fields; readonly sent?: boolean };
type Conflict = { readonly version: number; readonly changes: readonly Change[] };

const pause = 1_200;
const retryAfter = [2_000, 5_000, 15_000, 30_000];

export class DraftKeeper {
	state = $state<KeeperState>('still');
	/** The time of day of the newest acknowledged save. */
	savedAt = $state('');
	version = $state(0);
	conflict = $state<Conflict | undefined>();
	readonly #address: string;
	readonly #place: string;
	#form: HTMLFormElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#underWay: Promise<void> | undefined;
	/** Sent and not answered: asked again word for word, so that a lost answer never looks like another tab. */
	#unanswered: Kept | undefined;
	#tries = 0;

	/** `place` names the draft in this browser; `address` takes it. */
	constructor(place: string, address: string) {
		this.#place = place;
		this.#address = address;
	}

	/** What the page was rendered with: after loading, and after each answer to a button. */
	begin(version: number, savedAt: string, conflict?: Conflict): void {
		// versions only grow: what was acknowledged here meanwhile counts
		this.version = Math.max(this.version, version);
		if (this.savedAt === '') this.savedAt = savedAt;
		this.conflict = conflict;
		this.#unanswered = undefined;
		if (this.#form) this.#remember();
		if (conflict) this.state = 'changed';
		else if (this.state !== 'offline') this.state = 'still';
	}

	/** Watches the form; words that a closed window left behind come back first. */
	watch = (form: HTMLFormElement): (() => void) => {
		this.#form = form;
		const stop = new AbortController();
		const { signal } = stop;
		form.addEventListener('input', this.#changed, { signal });
		form.addEventListener('submit', this.#submitting, { signal, capture: true });
		addEventListener('online', this.#retry, { signal });
		document.addEventListener('visibilitychange', this.#leaving, { signal });
		this.#bringBack();
		return () => {
			stop.abort();
			clearTimeout(this.#timer);
		};
	};

	/** After a conflict: what stands in this window replaces what was read of the other. */
	keepMine(): void {
		if (!this.conflict) return;
		this.version = this.conflict.version;
		this.conflict = undefined;
		void this.#save();
	}

	/** After a conflict: the other window's words; these here are let go. */
	takeTheirs(): void {
		this.#forget();
		location.reload();
	}

	#changed = (): void => {
		this.#remember();
		if (this.conflict) return;
		if (this.state !== 'offline') this.state = 'typing';
		if (!this.#unanswered) this.#later(pause);
	};

	#later(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#save(), delay);
	}

	#save(): Promise<void> {
		if (this.conflict || !this.#form) return Promise.resolve();
		clearTimeout(this.#timer);
		this.#underWay ??= this.#send(this.#unanswered ?? this.#written()).finally(() => {
			this.#underWay = undefined;
		});
		return this.#underWay;
	}

	async #send(kept: Kept): Promise<void> {
		if (this.state !== 'offline') this.state = 'saving';
		this.#unanswered = kept;
		let answer: DraftAnswer;
		try {
			const response = await fetch(this.#address, { method: 'PATCH', body: bodyOf(kept), keepalive: true });
			if (response.status >= 500 || response.status === 429) throw new Error('not answered');
			if (!response.headers.get('content-type')?.includes('json')) return this.#give('failed');
			answer = (await response.json()) as DraftAnswer;
		} catch {
			return this.#wait();
		}
		this.#unanswered = undefined;
		this.#tries = 0;
		this.#hear(answer, kept);
	}

	#hear(answer: DraftAnswer, kept: Kept): void {
		if (answer.state === 'refused') return this.#give('refused');
		if (answer.state === 'changed') {
			this.conflict = answer;
			return this.#give('changed');
		}
		this.version = answer.version;
		this.savedAt = answer.at;
		if (sameFields(kept.fields, this.#written().fields)) {
			this.#forget();
			return this.#give('saved');
		}
		this.#remember();
		this.#give('typing');
		this.#later(pause);
	}

	#give(state: KeeperState): void {
		this.state = state;
	}

	#wait(): void {
		this.state = 'offline';
		this.#later(retryAfter[Math.min(this.#tries++, retryAfter.length - 1)] ?? pause);
	}

	#retry = (): void => {
		if (this.state === 'offline') void this.#save();
	};

	#leaving = (): void => {
		if (document.visibilityState === 'hidden' && this.state === 'typing') void this.#save();
	};

	/** A button waits for the save under way, so that it sends the version that save has made. */
	#submitting = (event: SubmitEvent): void => {
		clearTimeout(this.#timer);
		if (!this.#underWay || !this.#form) return this.#remember(true);
		event.preventDefault();
		event.stopImmediatePropagation();
		const { submitter } = event;
		void this.#underWay.then(() => {
			clearTimeout(this.#timer);
			// the hidden field shows the new version after the next rendering
			requestAnimationFrame(() => this.#form?.requestSubmit(submitter));
		});
	};

	#written(): Kept {
		const fields = this.#form ? [...new FormData(this.#form)] : [];
		return {
			version: this.version,
			fields: fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
		};
	}

	#remember(sent = false): void {
		localStorage.setItem(this.#place, JSON.stringify({ ...this.#written(), sent }));
	}

	#forget(): void {
		localStorage.removeItem(this.#place);
	}

	#bringBack(): void {
		const text = localStorage.getItem(this.#place);
		if (text === null || this.conflict) return;
		const kept = JSON.parse(text) as Kept;
		if (kept.sent && kept.version < this.version) return this.#forget();
		if (this.#form) fill(this.#form, kept.fields);
		this.version = kept.version;
		void this.#save();
	}
}

/** Fields that forms carry for themselves say nothing about the draft. */
const own = new Set(['form-key', 'version']);

function bodyOf({ fields, version }: Kept): URLSearchParams {
	return new URLSearchParams([...fields.filter(([name]) => name !== 'version'), ['version', `${version}`]]);
}

function sameFields(one: Fields, other: Fields): boolean {
	const words = (fields: Fields) => JSON.stringify(fields.filter(([name]) => !own.has(name)));
	return words(one) === words(other);
}

function fill(form: HTMLFormElement, fields: Fields): void {
	for (const element of form.elements) {
		const control = element as HTMLInputElement;
		if (!control.name || own.has(control.name) || control.type === 'submit') continue;
		const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
		if (control.type === 'checkbox' || control.type === 'radio')
			control.checked = values.includes(control.value);
		else control.value = values[0] ?? '';
		control.dispatchEvent(new Event('change', { bubbles: true }));
	}
}
