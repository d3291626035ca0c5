/** Makes a segment from documents that come in the order in which they changed, the oldest first. */
import { assemble } from './assemble.ts';
import { compare } from './dictionary.ts';
import { type IndexedDocument } from './document.ts';
import { writeId } from './ids.ts';
import { ListBuilder } from './list-builder.ts';
import { withRoom } from './postings.ts';
import { listedKey, noNumber, type GroupValue, type Segment } from './segment.ts';

export class SegmentBuilder {
	#slots = 0;
	readonly #words = new ListBuilder();
	readonly #listed = new ListBuilder();
	readonly #values = new Map<string, Map<string, number>>();
	readonly #valueList: GroupValue[] = [];
	#given = new Uint16Array(4096);
	#givenCount = 0;
	#starts = new Uint32Array(1024);
	#fresh = new Float64Array(1024);
	#ids = new Uint8Array(16_384);
	#owners = new Uint8Array(16_384);
	readonly #numbers: Map<string, Int32Array>;
	readonly #ending: { slot: number; at: number }[] = [];

	constructor(numbers: readonly string[]) {
		this.#numbers = new Map(numbers.map((name) => [name, new Int32Array(1024)]));
	}

	get slots(): number {
		return this.#slots;
	}

	add(document: IndexedDocument): void {
		const slot = this.#slots++;
		this.#fresh = withRoom(this.#fresh, slot + 1);
		if (slot > 0 && (this.#fresh[slot - 1] ?? 0) > document.fresh)
			throw new Error('documents of a segment must come in the order in which they changed');
		this.#fresh[slot] = document.fresh;
		this.#ids = withRoom(this.#ids, (slot + 1) * 16);
		this.#owners = withRoom(this.#owners, (slot + 1) * 16);
		writeId(this.#ids, slot, document.id);
		writeId(this.#owners, slot, document.owner);
		for (const [name, numbers] of this.#numbers) {
			const roomy = withRoom(numbers, slot + 1);
			roomy[slot] = document.numbers[name] ?? noNumber;
			this.#numbers.set(name, roomy);
		}
		if (document.until !== undefined) this.#ending.push({ slot, at: document.until });
		this.#takeValues(slot, document);
		this.#takeWords(document);
		this.#takeListed(document);
	}

	finish(): Segment {
		const order = this.#valueList
			.map((each, place) => ({ ...each, place }))
			.sort((one, other) => compare(one.group, other.group) || compare(one.value, other.value));
		const places = new Uint16Array(order.length);
		for (const [place, each] of order.entries()) places[each.place] = place;
		this.#starts = withRoom(this.#starts, this.#slots + 1);
		this.#starts[this.#slots] = this.#givenCount;
		return assemble({
			slots: this.#slots,
			values: order.map(({ group, value }) => ({ group, value })),
			starts: this.#starts,
			given: this.#given.subarray(0, this.#givenCount).map((value) => places[value] ?? 0),
			fresh: this.#fresh,
			ids: this.#ids,
			owners: this.#owners,
			numbers: this.#numbers,
			ending: this.#ending,
			words: this.#words.finish(),
			listed: this.#listed.finish(),
		});
	}

	#takeValues(slot: number, { values }: IndexedDocument): void {
		this.#starts = withRoom(this.#starts, slot + 1);
		this.#starts[slot] = this.#givenCount;
		for (const [group, chosen] of Object.entries(values)) {
			for (const value of new Set(chosen)) {
				this.#given = withRoom(this.#given, this.#givenCount + 1);
				this.#given[this.#givenCount++] = this.#valueOf(group, value);
			}
		}
	}

	#valueOf(group: string, value: string): number {
		const inGroup = this.#values.get(group) ?? new Map<string, number>();
		this.#values.set(group, inGroup);
		const known = inGroup.get(value);
		if (known !== undefined) return known;
		const place = this.#valueList.push({ group, value }) - 1;
		inGroup.set(value, place);
		return place;
	}

	/** A word that stands in several fields counts in the best, which comes first. */
	#takeWords({ texts }: IndexedDocument): void {
		this.#words.nextSlot();
		for (const [field, text] of texts.entries()) {
			for (const word of text.split(' ')) if (word !== '') this.#words.add(word, field);
		}
	}

	#takeListed({ listed }: IndexedDocument): void {
		this.#listed.nextSlot();
		for (const [group, values] of Object.entries(listed))
			for (const value of values) this.#listed.add(listedKey(group, value), 0);
	}
}
