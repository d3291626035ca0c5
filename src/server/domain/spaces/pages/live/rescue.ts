/**
 * Whoever takes a block away takes everything in it, also what somebody else wrote there that had not arrived yet, on
 * one side or the other. Such words are found when they meet, and put at the end of the page: nobody took them away.
 */
import { randomInt } from 'node:crypto';
import * as Y from 'yjs';

/** Less is the letter or two that was on its way while somebody beside took the line away. */
const fewest = 3;
const handsThereAre = 2 ** 32;

/** Puts a change into the document; returns the change that brings back what would be lost by it, made too. */
export function applyKeepingWords(doc: Y.Doc, change: Uint8Array): Uint8Array | undefined {
	const { structs, ds } = Y.decodeUpdate(change);
	const known = new Map(structs.map(({ id }) => [id.client, Y.getState(doc.store, id.client)]));
	const lost = new Runs(ds);
	const sweep = (transaction: Y.Transaction) => {
		Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => lost.add(struct, () => true));
	};
	doc.on('afterTransaction', sweep);
	Y.applyUpdate(doc, change);
	doc.off('afterTransaction', sweep);
	// what was known before and is gone was taken away by somebody who saw it
	const isNewAndGone = (id: Y.ID) => id.clock >= (known.get(id.client) ?? 0) && isGone(doc, id);
	for (const struct of structs) lost.add(struct, isNewAndGone);
	const words = lost.words();
	return words.length === 0 ? undefined : writeAtEnd(doc, words);
}

/** Letters that stood side by side, each once; those that the change itself takes away are not lost. */
class Runs {
	private readonly letters = new Map<number, Map<number, string>>();
	private readonly takenAway: Parameters<typeof Y.isDeleted>[0];

	constructor(takenAway: Parameters<typeof Y.isDeleted>[0]) {
		this.takenAway = takenAway;
	}

	add(struct: Y.Item | Y.GC | Y.Skip, isLost: (id: Y.ID) => boolean): void {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
		const { client, clock } = struct.id;
		const letters = this.letters.get(client) ?? new Map<number, string>();
		this.letters.set(client, letters);
		// the library counts as JavaScript does, halves of signs too
		for (let at = 0; at < struct.content.str.length; at++) {
			const id = Y.createID(client, clock + at);
			if (!Y.isDeleted(this.takenAway, id) && isLost(id))
				letters.set(clock + at, struct.content.str.charAt(at));
		}
	}

	words(): string[] {
		const runs: string[] = [];
		for (const letters of this.letters.values()) {
			let end = -1;
			for (const [clock, letter] of [...letters].sort(([one], [other]) => one - other)) {
				if (clock === end) runs.push((runs.pop() ?? '') + letter);
				else runs.push(letter);
				end = clock + 1;
			}
		}
		return runs.map((run) => run.trim()).filter((run) => run.length >= fewest);
	}
}

function writeAtEnd(doc: Y.Doc, words: readonly string[]): Uint8Array {
	const changes: Uint8Array[] = [];
	const note = (made: Uint8Array) => changes.push(made);
	// a hand of its own, since the next words may be somebody else's
	doc.clientID = randomInt(handsThereAre);
	doc.on('update', note);
	doc.transact(() => {
		const fragment = doc.getXmlFragment('default');
		const lines = words.map((text) => {
			const line = new Y.XmlElement('paragraph');
			line.insert(0, [new Y.XmlText(text)]);
			return line;
		});
		fragment.insert(fragment.length, lines);
	});
	doc.off('update', note);
	return Y.mergeUpdates(changes);
}

function isGone(doc: Y.Doc, id: Y.ID): boolean {
	return Y.getState(doc.store, id.client) > id.clock && Y.getItem(doc.store, id).deleted;
}
