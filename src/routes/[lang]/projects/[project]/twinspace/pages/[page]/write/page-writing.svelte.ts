/** Writing a page together, as the page shows it: who is here, whether everything is saved, what the caret stands in. */
import type { Editor } from '@tiptap/core';
import type { LineState } from '#shared/live-page/page-line';
import type { openWriting, Present } from './open-editor.ts';
import type { Thing } from './put-things.ts';

export const marks = ['bold', 'italic'] as const;
export const blocks = ['heading', 'subheading', 'list', 'numbers', 'quote'] as const;
export type Mark = (typeof marks)[number];
export type BlockKind = (typeof blocks)[number];

/** What the page says of the line, each in words of its own. */
export type Saying =
	'coming' | 'saved' | 'saving' | 'away' | 'away-unsaved' | 'signed-out' | 'gone' | 'full' | 'unreadable';

export const tableDeeds = ['add-row', 'delete-row', 'add-column', 'delete-column', 'delete-table'] as const;
export type TableDeed = (typeof tableDeeds)[number];

type Open = ReturnType<typeof openWriting> & {
	readonly setLink: (editor: Editor, typed: string) => boolean;
	readonly putThing: (editor: Editor, thing: Thing) => boolean;
};

const askedAfter = 8_000;

type Words = {
	readonly label: string;
	readonly lang: string;
	/** How a material on the page is called. */
	readonly material: (id: string) => string | undefined;
};

export class PageWriting {
	present = $state.raw<readonly Present[]>([]);
	isOpen = $state(false);
	/** Counts up with everything that happens in the editor. */
	#moment = $state(0);
	#line = $state.raw<LineState>({ line: 'coming', saved: true, reason: undefined });
	#signedOut = $state(false);
	#open: Open | undefined;

	readonly saying = $derived.by((): Saying => {
		const { line, saved, reason } = this.#line;
		if (line === 'closed') return reason ?? 'unreadable';
		if (this.#signedOut && line === 'away') return 'signed-out';
		if (line === 'coming') return 'coming';
		if (line === 'open') return saved ? 'saved' : 'saving';
		return saved ? 'away' : 'away-unsaved';
	});

	/** Attaches the editor to its place on the page. */
	attach(page: string, words: Words): (place: HTMLElement) => () => void {
		return (place) => {
			let left = false;
			void this.#begin(page, words, place).then((open) => {
				if (left) open.close();
				else this.#open = open;
			});
			const watching = setInterval(() => void this.#ask(), askedAfter);
			addEventListener('beforeunload', this.#leaving);
			addEventListener('online', this.#online);
			return () => {
				left = true;
				clearInterval(watching);
				removeEventListener('beforeunload', this.#leaving);
				removeEventListener('online', this.#online);
				this.#open?.close();
			};
		};
	}

	isActive(what: Mark | BlockKind | 'link' | 'table' | 'columns'): boolean {
		void this.#moment;
		const editor = this.#open?.editor();
		if (!editor) return false;
		const [name, attributes] = asNode[what];
		return editor.isActive(name, attributes);
	}

	toggle(what: Mark | BlockKind): void {
		const chain = this.#open?.editor()?.chain().focus();
		if (!chain) return;
		if (what === 'bold') chain.toggleBold().run();
		else if (what === 'italic') chain.toggleItalic().run();
		else if (what === 'heading') chain.toggleHeading({ level: 2 }).run();
		else if (what === 'subheading') chain.toggleHeading({ level: 3 }).run();
		else if (what === 'list') chain.toggleBulletList().run();
		else if (what === 'numbers') chain.toggleOrderedList().run();
		else chain.toggleBlockquote().run();
	}

	/** Puts something beside the block in which the caret stands; false when it cannot be shown. */
	put(thing: Thing): boolean {
		const editor = this.#open?.editor();
		return editor !== undefined && this.#open?.putThing(editor, thing) === true;
	}

	changeTable(deed: TableDeed): void {
		const chain = this.#open?.editor()?.chain().focus();
		if (deed === 'add-row') chain?.addRowAfter().run();
		else if (deed === 'delete-row') chain?.deleteRow().run();
		else if (deed === 'add-column') chain?.addColumnAfter().run();
		else if (deed === 'delete-column') chain?.deleteColumn().run();
		else chain?.deleteTable().run();
	}

	undo(): void {
		this.#open?.editor()?.chain().focus().undo().run();
	}

	redo(): void {
		this.#open?.editor()?.chain().focus().redo().run();
	}

	/** The address of the link in which the caret stands. */
	linkHere(): string {
		const href: unknown = this.#open?.editor()?.getAttributes('link')['href'];
		return typeof href === 'string' ? href : '';
	}

	/** Links the chosen words; false when that is no address. Nothing typed takes the link away. */
	link(typed: string): boolean {
		const editor = this.#open?.editor();
		if (!editor || !this.#open) return false;
		if (typed.trim() !== '') return this.#open.setLink(editor, typed);
		editor.chain().focus().extendMarkRange('link').unsetLink().run();
		return true;
	}

	async #begin(page: string, words: Words, place: HTMLElement): Promise<Open> {
		const [{ openWriting, setLink }, { putThing }] = await Promise.all([
			import('./open-editor.ts'),
			import('./put-things.ts'),
		]);
		const opened = openWriting({
			page,
			...words,
			place,
			url: `${location.origin.replace(/^http/, 'ws')}/live/pages/${page}`,
			lineChanged: (state) => {
				this.#line = state;
				if (state.line === 'open') this.#signedOut = false;
			},
			presentChanged: (present) => (this.present = present),
			changed: () => (this.#moment += 1),
			opened: () => (this.isOpen = true),
		});
		return { ...opened, putThing, setLink };
	}

	/** A line that does not come back: perhaps the school day was long, and nobody is signed in any more. */
	async #ask(): Promise<void> {
		if (this.#line.line !== 'away' && this.#line.line !== 'coming') return;
		try {
			const answer = await fetch(location.pathname, { method: 'HEAD', redirect: 'manual' });
			this.#signedOut = answer.type === 'opaqueredirect';
		} catch {
			// no line at all: nothing is known
		}
	}

	#online = (): void => {
		if (this.#line.line === 'away') this.#open?.line.again();
	};

	#leaving = (event: BeforeUnloadEvent): void => {
		if (!this.#line.saved) event.preventDefault();
	};
}

const asNode: Readonly<
	Record<Mark | BlockKind | 'link' | 'table' | 'columns', readonly [string, Record<string, unknown>?]>
> = {
	bold: ['bold'],
	italic: ['italic'],
	link: ['link'],
	heading: ['heading', { level: 2 }],
	subheading: ['heading', { level: 3 }],
	list: ['bulletList'],
	numbers: ['orderedList'],
	quote: ['blockquote'],
	table: ['table'],
	columns: ['columns'],
};
