/** The compiled inner loops of the index; kernel.wat says what each does. */
import { kernelBytes } from './kernel-bytes.ts';

/** Addresses and lengths in bytes. */
export type Kernel = {
	readonly count: (bits: number, length: number) => number;
	readonly both: (to: number, one: number, other: number, length: number) => number;
	readonly without: (to: number, one: number, other: number, length: number) => number;
	readonly either: (to: number, one: number, other: number, length: number) => void;
	readonly countEach: (base: number, first: number, many: number, length: number, counts: number) => void;
	readonly tally: (
		list: number,
		many: number,
		records: number,
		rest: number,
		fetched: number,
		counts: number,
	) => void;
	readonly tallyBits: (
		bits: number,
		length: number,
		records: number,
		rest: number,
		list: number,
		fetched: number,
		counts: number,
	) => void;
	readonly spread: (from: number, end: number, bits: number, length: number) => void;
	readonly weigh: (list: number, many: number, to: number, length: number) => void;
	readonly add: (scores: number, points: number, bits: number, length: number) => void;
	readonly compare: (
		scores: number,
		score: number,
		bits: number,
		within: number,
		less: number,
		equal: number,
		length: number,
	) => void;
	readonly gather: (
		starts: number,
		postings: number,
		from: number,
		to: number,
		worth: number,
		marks: number,
		list: number,
		many: number,
	) => number;
	readonly collect: (bits: number, from: number, to: number, list: number) => number;
	readonly take: (list: number, many: number, marks: number, scores: number) => void;
	readonly join: (list: number, many: number, scores: number, marks: number) => number;
	readonly joinWeighed: (
		list: number,
		many: number,
		scores: number,
		points: number,
		length: number,
	) => number;
	readonly keep: (list: number, many: number, scores: number, bits: number) => number;
	readonly flag: (list: number, many: number, bits: number, flags: number, flag: number) => void;
	readonly pick: (
		list: number,
		many: number,
		scores: number,
		flags: number,
		wanted: number,
		to: number,
		toScores: number,
	) => number;
	readonly countIn: (list: number, many: number, bits: number) => number;
	readonly shared: (from: number, end: number, bits: number) => number;
};

const compiled = new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'));

/** The loops over this memory. */
export function kernelOver(memory: WebAssembly.Memory): Kernel {
	return new WebAssembly.Instance(compiled, { segment: { memory } }).exports as Kernel;
}
