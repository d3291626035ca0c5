/** How the letters of a file are written, told from its bytes: a mark at the beginning, sound UTF-8, or the language's letters. */
import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { encodingsOf, lettersOf } from './alphabets.ts';

export type Detected = {
	readonly encoding: string;
	/** False when another encoding fits as well, so that a person should look. */
	readonly sure: boolean;
};

/** Reads the whole file once and keeps 256 counts of it. */
export async function detectEncoding(bytes: Readable, languages: readonly string[]): Promise<Detected> {
	const counts = new Array<number>(256).fill(0);
	const utf8 = { sound: true, rest: Buffer.alloc(0) };
	let size = 0;
	let zeros = [0, 0];
	for await (const chunk of bytes as AsyncIterable<Buffer>) {
		const marked = size === 0 ? byMark(chunk) : undefined;
		if (marked) {
			bytes.destroy();
			return { encoding: marked, sure: true };
		}
		for (let at = 0; at < chunk.length; at++) {
			const byte = chunk[at] ?? 0;
			counts[byte] = (counts[byte] ?? 0) + 1;
			if (byte === 0) zeros = count(zeros, (size + at) % 2);
		}
		size += chunk.length;
		takeUtf8(utf8, chunk);
	}
	const [even = 0, odd = 0] = zeros;
	if (odd > size / 8 && even * 20 < odd) return { encoding: 'utf-16le', sure: true };
	if (even > size / 8 && odd * 20 < even) return { encoding: 'utf-16be', sure: true };
	if (utf8.sound && utf8.rest.length === 0) return { encoding: 'utf-8', sure: true };
	return byLetters(counts, languages);
}

function count([even = 0, odd = 0]: number[], parity: number): number[] {
	return parity === 0 ? [even + 1, odd] : [even, odd + 1];
}

function byMark(beginning: Buffer): string | undefined {
	if (beginning[0] === 0xff && beginning[1] === 0xfe) return 'utf-16le';
	if (beginning[0] === 0xfe && beginning[1] === 0xff) return 'utf-16be';
	return beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf ? 'utf-8' : undefined;
}

/** A letter may lie across two chunks: what has begun is carried over. */
function takeUtf8(state: { sound: boolean; rest: Buffer }, chunk: Buffer): void {
	if (!state.sound) return;
	const all = state.rest.length === 0 ? chunk : Buffer.concat([state.rest, chunk]);
	const cut = all.length - unfinished(all);
	state.rest = Buffer.from(all.subarray(cut));
	state.sound = isUtf8(all.subarray(0, cut));
}

function unfinished(bytes: Buffer): number {
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back] ?? 0;
		if (byte < 0x80) return 0;
		if (byte < 0xc0) continue;
		const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
		return needs > back ? back : 0;
	}
	return 0;
}

/** UTF-8 with a few broken letters is still UTF-8: its rows are then refused one by one. */
function byLetters(counts: readonly number[], languages: readonly string[]): Detected {
	if (looksLikeUtf8(counts)) return { encoding: 'utf-8', sure: true };
	const letters = lettersOf(languages);
	const found = encodingsOf(languages)
		.map((encoding) => ({ encoding, ...scoreOf(encoding, counts, letters) }))
		.sort((one, other) => other.score - one.score);
	const [best, next] = found;
	if (!best) return { encoding: 'utf-8', sure: false };
	const total = counts.slice(0x80).reduce((sum, one) => sum + one, 0);
	const rivals = next !== undefined && next.score === best.score && next.text !== best.text;
	return { encoding: best.encoding, sure: best.score >= 0.8 * total && !rivals };
}

/** In UTF-8 the bytes that begin a letter and those that go on with it come in a fixed measure. */
function looksLikeUtf8(counts: readonly number[]): boolean {
	const sum = (from: number, to: number) => counts.slice(from, to).reduce((all, one) => all + one, 0);
	const goesOn = sum(0x80, 0xc0);
	const wanted = sum(0xc2, 0xe0) + 2 * sum(0xe0, 0xf0) + 3 * sum(0xf0, 0xf5);
	return wanted > 0 && Math.abs(wanted - goesOn) <= wanted * 0.02 + 2 && sum(0xf5, 0x100) <= wanted * 0.01;
}

function scoreOf(encoding: string, counts: readonly number[], letters: ReadonlySet<string>) {
	let score = 0;
	let text = '';
	for (let byte = 0x80; byte < 0x100; byte++) {
		const times = counts[byte] ?? 0;
		if (times === 0) continue;
		const letter = iconv.decode(Buffer.from([byte]), encoding);
		text += letter;
		score += times * worth(letter, letters);
	}
	return { score, text };
}

function worth(letter: string, letters: ReadonlySet<string>): number {
	if (letters.has(letter)) return 1;
	if (letter === '\ufffd' || /\p{Cc}/u.test(letter)) return -5;
	return /[„“”‚‘’«»–—…§°\u00a0]/.test(letter) ? 0.5 : -1;
}
