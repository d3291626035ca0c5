/**
 * The best slots of a bitset without looking at each: scores lie bit by bit in up to seven bitsets, so that one step
 * compares all slots at once, beginning with the highest bit.
 */
import type { Position } from './document.ts';
import type { Segment } from './segment.ts';

const bitsOfPoints = 4;
const mostPoints = 12;

export class BestSlots {
	readonly #segment: Segment;
	readonly #after: Position | undefined;
	/** Slots from here on come before the position asked for. */
	readonly #limit: number;
	/** Where the scores lie; undefined where all score nothing. */
	#scores: { readonly at: number; readonly bits: number } | undefined;

	constructor(segment: Segment, after: Position | undefined) {
		this.#segment = segment;
		this.#after = after;
		this.#limit = after ? segment.slotsBefore(after.fresh, after.id) : segment.slots;
	}

	/** Adds up the points of all words; without it all score nothing. */
	weigh(points: readonly number[]): void {
		const { kernel, layout, bytes } = this.#segment;
		const [only, another] = points;
		if (only === undefined) return;
		if (another === undefined) {
			this.#scores = { at: only, bits: bitsOfPoints };
			return;
		}
		const bits = Math.ceil(Math.log2(points.length * mostPoints + 1));
		bytes.fill(0, layout.scores, layout.scores + bits * layout.length);
		for (const each of points) kernel.add(layout.scores, each, bits, layout.length);
		this.#scores = { at: layout.scores, bits };
	}

	/** At most so many, the best first. */
	among(bits: number, most: number): { slot: number; score: number }[] {
		const behind = this.#behind(bits);
		const slots = this.#scores ? this.#bestOf(behind, most) : this.#highest(behind, most);
		return slots
			.map((slot) => ({ slot, score: this.#scoreOf(slot) }))
			.sort((one, other) => other.score - one.score || other.slot - one.slot);
	}

	/** The slots that come after the position asked for. */
	#behind(bits: number): number {
		const { kernel, layout, bytes } = this.#segment;
		if (!this.#after) return bits;
		if (this.#scores) {
			kernel.compare(
				...([this.#scores.at, this.#after.score, this.#scores.bits] as const),
				...([bits, layout.less, layout.equal, layout.length] as const),
			);
		} else {
			bytes.copyWithin(layout.equal, bits, bits + layout.length);
			bytes.fill(0, layout.less, layout.less + layout.length);
		}
		this.#cutOff(layout.equal);
		kernel.either(layout.less, layout.less, layout.equal, layout.length);
		return layout.less;
	}

	#cutOff(bits: number): void {
		const { layout, bytes } = this.#segment;
		const whole = this.#limit >>> 3;
		const at = bits + whole;
		if (whole >= layout.length) return;
		bytes[at] = (bytes[at] ?? 0) & ((1 << (this.#limit & 7)) - 1);
		bytes.fill(0, at + 1, bits + layout.length);
	}

	/** Bit by bit: who has it is better than who has not, as long as they are not too many. */
	#bestOf(bits: number, most: number): number[] {
		const { kernel, layout, bytes } = this.#segment;
		const { best, rest, some, length } = layout;
		bytes.fill(0, best, best + length);
		bytes.copyWithin(rest, bits, bits + length);
		const scores = this.#scores ?? { at: 0, bits: 0 };
		let sure = 0;
		for (let bit = scores.bits - 1; bit >= 0; bit--) {
			const score = scores.at + bit * length;
			const better = kernel.both(some, rest, score, length);
			if (sure + better > most) {
				bytes.copyWithin(rest, some, some + length);
				continue;
			}
			if (better === 0) continue;
			sure += better;
			kernel.either(best, best, some, length);
			kernel.without(rest, rest, score, length);
		}
		return [...this.#highest(best, sure), ...this.#highest(rest, most - sure)];
	}

	/** The newest: slots lie in the order of their change. */
	#highest(bits: number, most: number): number[] {
		const { words32, layout } = this.#segment;
		const found: number[] = [];
		const first = bits / 4;
		for (let word = layout.length / 4 - 1; word >= 0 && found.length < most; word--) {
			let left = words32[first + word] ?? 0;
			while (left !== 0 && found.length < most) {
				const bit = 31 - Math.clz32(left);
				found.push(word * 32 + bit);
				left = (left & ~(1 << bit)) >>> 0;
			}
		}
		return found;
	}

	#scoreOf(slot: number): number {
		const { at, bits } = this.#scores ?? { at: 0, bits: 0 };
		const { length } = this.#segment.layout;
		let score = 0;
		for (let bit = 0; bit < bits; bit++) {
			if (this.#segment.has(at + bit * length, slot)) score |= 1 << bit;
		}
		return score;
	}
}
