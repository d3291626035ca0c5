/** How the carets of others are drawn: in the colour of their school's thread, and with their name. */
import type { DecorationAttrs } from '@tiptap/pm/view';
import { yarnOf } from '#ui/weave.ts';

type User = Readonly<Record<string, unknown>>;

/** The colour of somebody's thread, as a value of CSS. */
export function threadOf(country: unknown): string {
	return typeof country === 'string' && country !== '' ? `var(--yarn-${yarnOf(country)})` : 'var(--ink)';
}

export function drawCaret(user: User): HTMLElement {
	const caret = document.createElement('span');
	caret.className = 'caret';
	caret.style.setProperty('--thread', threadOf(user['country']));
	const name = document.createElement('span');
	name.className = 'caret-name';
	// read aloud it would stand in the middle of the text; who is here is said above it
	name.ariaHidden = 'true';
	name.textContent = typeof user['name'] === 'string' ? user['name'] : '';
	caret.append(name);
	return caret;
}

export function markSelection(user: User): DecorationAttrs {
	return { class: 'chosen-by-others', style: `--thread: ${threadOf(user['country'])}` };
}
