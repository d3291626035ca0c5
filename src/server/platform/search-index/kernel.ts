/** The compiled inner loops of the index; kernel.wat says what each does. */
import { kernelBytes } from './kernel-bytes.ts';

/** Addresses and lengths in bytes. */
export type Kernel = {
	readonly count: (bits: number, length: number) => number;
	readonly both: (to: number, one: number, other: number, length: number) => number;
	readonly without: (to: number, one: number, other: number, length: number) => number;
	readonly either: (to: number, one: number, other: number, length: number) => void;
	readonly countEach: (base: number, first: number, many: number, length: number, counts: number) => void;
	readonly tally: (bits: number, length: number, records: number, rest: number, counts: number) => void;
	readonly spread: (from: number, end: number, bits: number, length: number) => void;
	readonly weigh: (list: number, many: number, to: number, length: number) => void;
	readonly add: (scores: number, points: number, length: number) => void;
	readonly compare: (
		scores: number,
		score: number,
		within: number,
		less: number,
		equal: number,
		length: number,
	) => void;
};

const compiled = new WebAssembly.Module(Buffer.from(kernelBytes, 'base64'));

/** The loops over this memory. */
export function kernelOver(memory: WebAssembly.Memory): Kernel {
	return new WebAssembly.Instance(compiled, { segment: { memory } }).exports as Kernel;
}
