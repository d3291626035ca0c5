/** The editor itself, loaded only where somebody writes: rich text of the one schema over a document of many hands. */
import { Editor } from '@tiptap/core';
import { Collaboration } from '@tiptap/extension-collaboration';
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret';
import { Doc } from 'yjs';
import { openPageLine, type LineState, type PageLine } from '#shared/live-page/page-line';
import { richTextExtensionsWith } from '#shared/rich-text';
import { linkAddress } from '#shared/rich-text/addresses';
import { drawCaret, markSelection } from './carets.ts';

/** Somebody at the page, as the platform names them. */
export type Present = {
	readonly member: string;
	readonly name: string;
	readonly country: string;
	readonly school: string;
};

type Options = {
	readonly page: string;
	readonly url: string;
	/** Said of the field to whoever does not see it. */
	readonly label: string;
	readonly lang: string;
	readonly place: HTMLElement;
	/** How a material on the page is called. */
	readonly material: (id: string) => string | undefined;
	readonly lineChanged: (state: LineState) => void;
	readonly presentChanged: (present: readonly Present[]) => void;
	readonly changed: () => void;
	/** The page is here and can be written in. */
	readonly opened: () => void;
};

/** Opens the line, and the editor as soon as the page has come. */
export function openWriting(options: Options): { readonly close: () => void; readonly line: PageLine } & {
	readonly editor: () => Editor | undefined;
} {
	const document = new Doc();
	let editor: Editor | undefined;
	const line = openPageLine({
		url: options.url,
		page: options.page,
		document,
		changed: (state) => {
			// before the page has come, a first word would begin a second page beside it
			if (state.line === 'open' && !editor) begin();
			options.lineChanged(state);
		},
	});
	line.provider.on('awarenessChange', tell);

	function begin(): void {
		editor = new Editor({
			element: options.place,
			injectCSS: false,
			extensions: [
				...richTextExtensionsWith({ material: options.material }),
				Collaboration.configure({ document }),
				CollaborationCaret.configure({
					provider: line.provider,
					// the platform says who it is
					user: { name: '' },
					render: drawCaret,
					selectionRender: markSelection,
				}),
			],
			editorProps: {
				attributes: {
					class: 'prose',
					role: 'textbox',
					'aria-multiline': 'true',
					'aria-label': options.label,
					lang: options.lang,
					dir: 'auto',
				},
			},
			onTransaction: options.changed,
			onSelectionUpdate: options.changed,
		});
		options.opened();
		tell();
	}

	function tell(): void {
		const users = [...(line.provider.awareness?.getStates().values() ?? [])].flatMap((state) =>
			isPresent(state['user']) ? [state['user']] : [],
		);
		options.presentChanged([...new Map(users.map((user) => [user.member, user])).values()]);
	}

	return {
		line,
		editor: () => editor,
		close() {
			editor?.destroy();
			line.close();
			document.destroy();
		},
	};
}

/** Makes the chosen words a link; false when the address is none. */
export function setLink(editor: Editor, typed: string): boolean {
	const href = linkAddress(typed);
	if (href === undefined) return false;
	editor.chain().focus().extendMarkRange('link').setLink({ href }).run();
	return true;
}

function isPresent(user: unknown): user is Present {
	return typeof user === 'object' && user !== null && 'member' in user;
}
