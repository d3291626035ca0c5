/**
 * The greater part of an index: documents that lie still, in the order in which they changed. A document that changes
 * later is taken out here and lies in the tail from then on.
 */
import { compareIds, hashOfId, idBytes } from './ids.ts';
import { KeptCounts, rowsOfSets } from './kept-counts.ts';
import { kernelOver, type Kernel } from './kernel.ts';
import { fields } from './document.ts';
import { firstValues, layoutOf, moreMark, recordLength, type Layout, type SegmentSizes } from './layout.ts';
import { Lists, type ListRange } from './lists.ts';

const pageBytes = 65_536;
/** No number at all is less than every least one. */
export const noNumber = -2_147_483_648;

export type GroupValue = { readonly group: string; readonly value: string };

/** What a segment is besides the bytes in its memory. */
export type SegmentHead = {
	readonly sizes: SegmentSizes;
	/** Sorted, so that the values of a group lie together. */
	readonly values: readonly GroupValue[];
	/** Places of the values that many have: bitsets count them fast, so that records hold the others only. */
	readonly common: readonly number[];
	readonly numbers: readonly string[];
	/** Of words so many that their slots are kept spread out. */
	readonly beginnings: readonly string[];
};

export class Segment {
	readonly head: SegmentHead;
	readonly layout: Layout;
	readonly kernel: Kernel;
	readonly slots: number;
	readonly words: Lists;
	/** Values of listed groups. */
	readonly listed: Lists;
	/** Group → its values' places in the list of all values, first and behind the last. */
	readonly groups: ReadonlyMap<string, { readonly from: number; readonly to: number }>;
	readonly bytes: Uint8Array;
	readonly words32: Uint32Array;
	readonly #records: Uint16Array;
	readonly #moreValues: Uint16Array;
	readonly fresh: Float64Array;
	readonly ids: Uint8Array;
	readonly owners: Uint8Array;
	readonly endingAt: Float64Array;
	readonly endingSlots: Uint32Array;
	/** How many live documents have each value. */
	readonly liveCounts: Uint32Array;
	readonly kept: KeptCounts;
	live = 0;

	/** The memory is the segment's own; `fill` brings what a snapshot holds, or leaves it to `settle`. */
	constructor(head: SegmentHead) {
		const { sizes } = head;
		const layout = layoutOf(sizes);
		const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.end / pageBytes) });
		const { buffer } = memory;
		this.head = head;
		this.layout = layout;
		this.kernel = kernelOver(memory);
		this.slots = sizes.slots;
		this.bytes = new Uint8Array(buffer);
		this.words32 = new Uint32Array(buffer);
		this.#records = new Uint16Array(buffer, layout.records, sizes.slots * recordLength);
		this.#moreValues = new Uint16Array(buffer, layout.moreValues, sizes.moreValues);
		this.fresh = new Float64Array(buffer, layout.fresh, sizes.slots);
		this.ids = new Uint8Array(buffer, layout.ids, sizes.slots * 16);
		this.owners = new Uint8Array(buffer, layout.owners, sizes.slots * 16);
		this.endingAt = new Float64Array(buffer, layout.endingAt, sizes.ending);
		this.endingSlots = new Uint32Array(buffer, layout.endingSlots, sizes.ending);
		this.words = new Lists(buffer, layout.words, sizes);
		this.listed = new Lists(buffer, layout.listed, {
			words: sizes.listed,
			letters: sizes.listedLetters,
		});
		this.groups = groupsOf(head.values);
		const sets = rowsOfSets(sizes.values, sizes.common) * sizes.values;
		this.kept = new KeptCounts(new Uint32Array(buffer, layout.sets, sets), sizes.values, head.common);
		this.liveCounts = new Uint32Array(sizes.values);
	}

	/** To be called once all bytes are there. */
	settle(): this {
		const { kernel, layout } = this;
		this.live = kernel.count(layout.live, layout.length);
		for (let value = 0; value < this.liveCounts.length; value++)
			this.liveCounts[value] = this.kept.both(value, value);
		return this;
	}

	numbersOf(name: string): Int32Array | undefined {
		const place = this.head.numbers.indexOf(name);
		if (place === -1) return undefined;
		return new Int32Array(this.bytes.buffer, this.layout.numbers + place * this.slots * 4, this.slots);
	}

	/** The place of a value in the list of all; undefined when nothing here has it. */
	placeOf(group: string, value: string): number | undefined {
		const range = this.groups.get(group);
		if (!range) return undefined;
		for (let place = range.from; place < range.to; place++) {
			if (this.head.values[place]?.value === value) return place;
		}
		return undefined;
	}

	/** Address of the bitset of a value; undefined when nothing here has it. */
	bitsOf(group: string, value: string): number | undefined {
		const place = this.placeOf(group, value);
		return place === undefined ? undefined : this.layout.values + place * this.layout.length;
	}

	/** The list of a value of a listed group; undefined when nothing here has it. */
	listOf(group: string, value: string): ListRange | undefined {
		return this.listed.of(listedKey(group, value));
	}

	has(bits: number, slot: number): boolean {
		return (((this.bytes[bits + (slot >>> 3)] ?? 0) >>> (slot & 7)) & 1) === 1;
	}

	clear(bits: number, slot: number): void {
		const at = bits + (slot >>> 3);
		this.bytes[at] = (this.bytes[at] ?? 0) & ~(1 << (slot & 7));
	}

	set(bits: number, slot: number): void {
		const at = bits + (slot >>> 3);
		this.bytes[at] = (this.bytes[at] ?? 0) | (1 << (slot & 7));
	}

	/**
	 * How many of these slots have each value: of the common ones only those that are asked for. The numbers are there until
	 * the next tally.
	 */
	tally(bits: number, common: readonly number[]): Uint32Array {
		const { kernel, layout } = this;
		const { records, moreValues, portion, fetched, counts } = layout;
		const tallied = this.#counts().fill(0);
		kernel.tallyBits(bits, layout.length, records, moreValues, portion, fetched, counts);
		for (const place of common) this.countValues(bits, place, place + 1);
		return tallied;
	}

	/** The same for a list of slots. */
	tallyList(list: number, many: number, common: readonly number[]): Uint32Array {
		const { kernel, layout } = this;
		const { records, moreValues, fetched, counts } = layout;
		const tallied = this.#counts().fill(0);
		kernel.tally(list, many, records, moreValues, fetched, counts);
		for (const place of common)
			tallied[place] = kernel.countIn(list, many, layout.values + place * layout.length);
		return tallied;
	}

	/** The same by another way: bitset by bitset, for the values from one place to before another. */
	countValues(bits: number, from: number, to: number): Uint32Array {
		const { kernel, layout } = this;
		const first = layout.values + from * layout.length;
		kernel.countEach(bits, first, to - from, layout.length, layout.counts + from * 4);
		return this.#counts();
	}

	#counts(): Uint32Array {
		return new Uint32Array(this.bytes.buffer, this.layout.counts, this.head.values.length);
	}

	/** The values of a document, by their places in the list of all values. */
	valuesOf(slot: number): number[] {
		const { layout, head } = this;
		const common = head.common.filter((place) => this.has(layout.values + place * layout.length, slot));
		const record = this.#recordOf(slot);
		if (record.at(-1) !== moreMark)
			return [...common, ...record.filter((value) => value < head.values.length)];
		const rest = ((record[firstValues] ?? 0) | ((record[firstValues + 1] ?? 0) << 16)) >>> 0;
		const many = this.#moreValues[rest] ?? 0;
		return [
			...common,
			...record.subarray(0, firstValues),
			...this.#moreValues.subarray(rest + 1, rest + 1 + many),
		];
	}

	/** Writes the rare values of a slot; `rest` is where those go that its record has no room for. Gives back where the next go. */
	giveValues(slot: number, values: Uint16Array, rest: number): number {
		const record = this.#recordOf(slot);
		for (let place = 0; place < recordLength; place++) record[place] = this.head.values.length + place;
		if (values.length <= recordLength) {
			record.set(values);
			return rest;
		}
		record.set(values.subarray(0, firstValues));
		record.set([rest & 0xffff, rest >>> 16, moreMark], firstValues);
		this.#moreValues[rest] = values.length - firstValues;
		this.#moreValues.set(values.subarray(firstValues), rest + 1);
		return rest + 1 + values.length - firstValues;
	}

	#recordOf(slot: number): Uint16Array {
		return this.#records.subarray(slot * recordLength, (slot + 1) * recordLength);
	}

	/** Address of the bitsets, one for each field, of the slots with a word that goes on after this beginning. */
	slotsBeginning(beginning: string): number | undefined {
		const place = this.head.beginnings.indexOf(beginning);
		if (place === -1) return undefined;
		return this.layout.beginnings + place * fields.length * this.layout.length;
	}

	/** The slots of an owner's documents, also those taken out. */
	slotsOf(owner: string): number[] {
		const { layout, words32, owners } = this;
		const wanted = idBytes(owner);
		const table = layout.ownerTable / 4;
		const found: number[] = [];
		for (let place = hashOfId(wanted, 0); ; place++) {
			const entry = words32[table + (place & (layout.ownerPlaces - 1))] ?? 0;
			if (entry === 0) return found;
			if (compareIds(owners, entry - 1, wanted, 0) === 0) found.push(entry - 1);
		}
	}

	/** Takes an owner's documents out; true when there were any. */
	takeOut(owner: string): boolean {
		const slots = this.slotsOf(owner).filter((slot) => this.has(this.layout.live, slot));
		for (const slot of slots) {
			this.clear(this.layout.live, slot);
			this.live--;
			const values = this.valuesOf(slot);
			this.kept.give(values, -1);
			for (const value of values) this.liveCounts[value] = (this.liveCounts[value] ?? 0) - 1;
		}
		return slots.length > 0;
	}

	/** How many slots come before this moment and id. */
	slotsBefore(fresh: number, id: string): number {
		const bytes = idBytes(id);
		let low = 0;
		let high = this.slots;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const difference = (this.fresh[middle] ?? 0) - fresh || compareIds(this.ids, middle, bytes, 0);
			if (difference < 0) low = middle + 1;
			else high = middle;
		}
		return low;
	}
}

/** A value of a listed group as its dictionary has it: in letters of a byte each. */
export function listedKey(group: string, value: string): string {
	return Buffer.from(`${group} ${value}`).toString('latin1');
}

function groupsOf(values: readonly GroupValue[]) {
	const groups = new Map<string, { from: number; to: number }>();
	for (const [place, { group }] of values.entries()) {
		groups.set(group, { from: groups.get(group)?.from ?? place, to: place + 1 });
	}
	return groups;
}
