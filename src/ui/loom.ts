/** Threads from different places becoming one cloth: the picture of the home page, drawn from the countries that take part. */
import { yarnOf } from './weave.ts';

export type LoomThread = { yarn: number; path: string };
export type Loom = Readonly<{
	width: number;
	height: number;
	thread: number;
	/** Long threads that come in loose and run on through the cloth; drawn first. */
	along: readonly LoomThread[];
	/** Short stretches of the crossing threads, where they lie on top. */
	across: readonly LoomThread[];
}>;

const PITCH = 18;
const COLUMNS = 19;
const WIDTH = 720;
const CLOTH_FROM = WIDTH - COLUMNS * PITCH;

/** The picture for these countries, so many threads high; the same countries always give the same picture. */
export function loomOf(countries: readonly string[], rows: number): Loom {
	const yarns = countries.map(yarnOf);
	return {
		width: WIDTH,
		height: rows * PITCH,
		thread: PITCH - 3,
		along: Array.from({ length: rows }, (_, row) => ({ yarn: at(yarns, row), path: comingIn(row, rows) })),
		across: Array.from({ length: COLUMNS }, (_, column) => ({
			yarn: at(yarns, column * 3 + 1),
			path: crossing(column, rows),
		})),
	};
}

function at(yarns: readonly number[], place: number): number {
	return yarns[place % yarns.length] ?? 0;
}

/** A thread wanders in from somewhere, finds its line and stays on it. */
function comingIn(row: number, rows: number): string {
	const line = row * PITCH + PITCH / 2;
	const stray = Math.sin(row * 2.399) * 110;
	const from = Math.round(16 + Math.abs(Math.sin(row * 7.13)) * 190);
	const away = Math.round(Math.min(rows * PITCH - 8, Math.max(8, line + stray)));
	const bend = Math.round((from + CLOTH_FROM) / 2);
	return `M${from} ${away}C${bend} ${away} ${bend} ${line} ${CLOTH_FROM} ${line}H${WIDTH}`;
}

/** Where the crossing thread lies on top: two of every four lines, one further in each column. */
function crossing(column: number, rows: number): string {
	const middle = CLOTH_FROM + column * PITCH + PITCH / 2;
	let path = '';
	for (let row = -(column % 4); row < rows; row += 4) {
		const from = Math.max(0, row * PITCH);
		const to = Math.min(rows * PITCH, (row + 2) * PITCH);
		if (to > from) path += `M${middle} ${from}V${to}`;
	}
	return path;
}
