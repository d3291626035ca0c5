import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Content } from '#shared/rich-text/content';
import { chanceOf, type Chance } from '../../../../../../tests/kills/chance.ts';
import { contentOf, emptyBlock, formBlocksOf } from '../form-blocks.ts';
import { mergeContent } from '../merge-content.ts';
import { contentIn, firstChange, writeInto } from './document.ts';
import { applyKeepingWords } from './rescue.ts';

/** The page at the server, as the journal keeps it: each change in its order, and what it would lose brought back. */
class Page {
	readonly doc = new Y.Doc();
	readonly log: Uint8Array[] = [];

	constructor() {
		this.take(firstChange({ type: 'doc', content: [] }));
	}

	take(change: Uint8Array): void {
		const brought = applyKeepingWords(this.doc, change);
		this.log.push(change, ...(brought ? [brought] : []));
	}
}

/** Words that are nowhere twice, so that each can be looked for; and those that somebody took away on purpose. */
class Words {
	readonly written = new Set<string>();
	readonly takenAway = new Set<string>();
	private count = 0;

	next(): string {
		const word = `w${++this.count}w`;
		this.written.add(word);
		return word;
	}

	takeAway(text: string): void {
		for (const word of text.match(/w\d+w/g) ?? []) this.takenAway.add(word);
	}
}

/** Somebody at the editor, whose line comes and goes. */
class AtEditor {
	readonly doc = new Y.Doc();
	private readonly unsent: Uint8Array[] = [];
	private known = 0;
	private readonly page: Page;

	constructor(page: Page) {
		this.page = page;
		this.hear();
		this.doc.on('update', (change: Uint8Array, origin: unknown) => {
			if (origin !== page) this.unsent.push(change);
		});
	}

	hear(): void {
		for (; this.known < this.page.log.length; this.known++)
			Y.applyUpdate(this.doc, this.page.log[this.known] ?? new Uint8Array([0, 0]), this.page);
	}

	send(): void {
		for (const change of this.unsent.splice(0)) this.page.take(change);
	}

	write(chance: Chance, words: Words): void {
		const fragment = this.doc.getXmlFragment('default');
		const place = chance.below(fragment.length + 1);
		const block = fragment.length > 0 ? fragment.get(Math.min(place, fragment.length - 1)) : undefined;
		if (chance.below(4) === 0 || !(block instanceof Y.XmlElement)) {
			const line = new Y.XmlElement('paragraph');
			line.insert(0, [new Y.XmlText(`${words.next()} `)]);
			fragment.insert(place, [line]);
		} else if (chance.below(6) === 0 && fragment.length > 1) {
			words.takeAway(block.toString());
			fragment.delete(fragment.toArray().indexOf(block), 1);
		} else {
			if (block.length === 0) block.insert(0, [new Y.XmlText()]);
			const text = block.get(0) as Y.XmlText;
			const beginnings = [0, ...[...text.toString().matchAll(/ /g)].map((match) => match.index + 1)];
			text.insert(chance.oneOf(beginnings), `${words.next()} `);
		}
	}
}

/** Somebody at the form: opens it, fills it in for a while, and saves. */
class AtForm {
	private readonly page: Page;
	private base: Content;
	private mine: Content;

	constructor(page: Page) {
		this.page = page;
		this.base = this.mine = contentIn(page.doc);
	}

	fillIn(chance: Chance, words: Words): void {
		const blocks = formBlocksOf(this.mine);
		const place = chance.below(blocks.length + 1);
		const block = blocks[place];
		const deed = chance.below(5);
		if (!block || deed === 0) blocks.splice(place, 0, { ...emptyBlock('text'), text: words.next() });
		else if (deed === 1) {
			words.takeAway(block.text);
			blocks.splice(place, 1);
		} else if (deed === 2) {
			blocks.splice(place, 1);
			blocks.splice(chance.below(blocks.length + 1), 0, block);
		} else blocks[place] = { ...block, text: `${block.text} ${words.next()}` };
		this.mine = contentOf(blocks, this.mine);
	}

	save(): void {
		const doc = new Y.Doc();
		for (const change of this.page.log) Y.applyUpdate(doc, change);
		const merged = mergeContent(this.base, contentIn(doc), this.mine);
		this.page.take(writeInto(doc, merged.content));
		this.base = this.mine = contentIn(this.page.doc);
	}
}

test.each(Array.from({ length: 40 }, (_, seed) => seed + 1))(
	'editors and forms that write at once end with one page, and no word is lost (%i)',
	(seed) => {
		const chance = chanceOf(seed);
		const page = new Page();
		const words = new Words();
		const editors = [new AtEditor(page), new AtEditor(page), new AtEditor(page)];
		const forms = [new AtForm(page), new AtForm(page)];
		for (let step = 0; step < 120; step++) {
			const editor = chance.oneOf(editors);
			const form = chance.oneOf(forms);
			const deed = chance.below(10);
			if (deed < 5) editor.write(chance, words);
			else if (deed === 5) editor.send();
			else if (deed === 6) editor.hear();
			else if (deed < 9) form.fillIn(chance, words);
			else form.save();
		}
		for (const form of forms) form.save();
		for (const editor of editors) editor.send();
		for (const editor of editors) editor.hear();
		const texts = editors.map((editor) => editor.doc.getXmlFragment('default').toString());
		expect(new Set([...texts, page.doc.getXmlFragment('default').toString()]).size).toBe(1);
		const said = JSON.stringify(contentIn(page.doc));
		const lost = [...words.written].filter((word) => !words.takenAway.has(word) && !said.includes(word));
		expect(lost).toEqual([]);
	},
);
