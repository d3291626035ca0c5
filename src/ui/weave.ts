/** The woven cover: a small repeating cloth drawn from a name and the countries whose threads run through it. Pure, so that pages, certificates and archives draw the same cloth. */

/** One yarn of the cloth: which of the twelve colours, and its visible stretches as an SVG path of stroked lines. */
export type Strand = Readonly<{ yarn: number; path: string; across: boolean }>;

/** One repeat of the cloth, `size` units wide and high; `plain` when one colour alone makes it. */
export type Cloth = Readonly<{ size: number; thread: number; plain: boolean; strands: readonly Strand[] }>;

type Binding = (across: number, down: number) => boolean;

export const YARNS = 12;
const PITCH = 8;

/** Yarns of one family (deep, bright, red, light, green) look alike side by side or to eyes that do not tell colours apart. */
const FAMILIES: readonly number[] = [0, 1, 2, 0, 3, 4, 2, 1, 0, 1, 4, 3];

/** Which countries spin which yarn; neighbours and frequent partners are apart. Who is in no row gets one by name. */
const SPINNERS: readonly string[] = [
	'IT SE MK UA',
	'PT NO BE JO LV',
	'TR DK HR GE',
	'FR FI RS MT LI',
	'GR IS SI AZ IL',
	'TN IE LT AL',
	'PL BG DZ',
	'ES AT MD LB',
	'DE CZ XK HU',
	'RO SK EG BA',
	'EE CY MA LU',
	'NL AM ME PS',
];

/** How threads pass over (true) and under each other; every pattern repeats after four threads. */
const BINDINGS: readonly Binding[] = [
	(x, y) => (x + y) % 2 === 0,
	(x, y) => (x + y) % 4 < 2,
	(x, y) => (x + 3 * y) % 4 < 2,
	(x, y) => ((x >> 1) + (y >> 1)) % 2 === 0,
	(x, y) => (Math.abs((x % 8) - 4) + y) % 4 < 2,
	(x, y) => (x + Math.abs((y % 8) - 4)) % 4 < 2,
	(x, y) => (Math.abs((x % 8) - 4) + Math.abs((y % 8) - 4)) % 4 < 2,
	(x, y) => (x + y) % 2 === 0 || (x % 4 < 2 && y % 4 < 2),
];

/** The cloth of a thing: the same id and countries always give the same cloth, and a further country leaves the threads before it as they were. */
export function clothOf(id: string, countries: readonly string[]): Cloth {
	const key = `${id} ${countries.join(' ')}`;
	const cloth = woven.get(key) ?? weave(id, countries);
	if (woven.size >= MOST_KEPT) woven.clear();
	woven.set(key, cloth);
	return cloth;
}

/** The same covers are shown again and again. */
const woven = new Map<string, Cloth>();
const MOST_KEPT = 500;

function weave(id: string, countries: readonly string[]): Cloth {
	const seed = hash(id);
	const yarns = yarnsOf(countries.length > 0 ? countries : [id.slice(0, 2)]);
	const sett = settOf(yarns, seed);
	const binding = BINDINGS[seed % BINDINGS.length] ?? BINDINGS[0];
	const over: Binding = (x, y) => binding?.(x, y) ?? true;
	return {
		size: sett.length * PITCH,
		thread: PITCH - 1.25,
		plain: new Set(yarns).size === 1,
		strands: [...strands(sett, over, true), ...strands(sett, over, false)],
	};
}

/** The colour of each country in a cloth: its own, or the next that can be told from those before it. */
export function yarnsOf(countries: readonly string[]): readonly number[] {
	const taken = new Map<string, number>();
	for (const country of countries) {
		if (!taken.has(country)) taken.set(country, freeYarn(yarnOf(country), [...taken.values()]));
	}
	return countries.map((country) => taken.get(country) ?? 0);
}

function freeYarn(own: number, used: readonly number[]): number {
	const wishes = Array.from({ length: YARNS }, (_, step) => (own + step * 5) % YARNS);
	const families = new Set(used.map((yarn) => FAMILIES[yarn]));
	return (
		wishes.find((yarn) => !families.has(FAMILIES[yarn])) ?? wishes.find((yarn) => !used.includes(yarn)) ?? own
	);
}

/** A country's own colour. */
export function yarnOf(country: string): number {
	const yarn = SPINNERS.findIndex((countries) => countries.split(' ').includes(country.toUpperCase()));
	return yarn < 0 ? hash(country) % YARNS : yarn;
}

/** The order of threads: each school gets a stripe of its own width, filled up to a multiple of eight so that every binding closes. */
function settOf(yarns: readonly number[], seed: number): readonly number[] {
	const stripes = yarns.map((yarn, place) => ({ yarn, width: 1 + ((seed >> (place * 3 + 3)) & 1) }));
	const total = stripes.reduce((sum, stripe) => sum + stripe.width, 0);
	let missing = Math.max(8, Math.ceil(total / 8) * 8) - total;
	for (let place = 0; missing > 0; place = (place + 1) % stripes.length) {
		const stripe = stripes[place];
		if (stripe) stripe.width++;
		missing--;
	}
	return stripes.flatMap((stripe) => Array<number>(stripe.width).fill(stripe.yarn));
}

/** All visible stretches of the threads running one way, gathered by colour. */
function strands(sett: readonly number[], over: Binding, across: boolean): Strand[] {
	const paths = new Map<number, string>();
	sett.forEach((yarn, line) => {
		const shown = sett.map((_, at) => (across ? !over(at, line) : over(line, at)));
		paths.set(yarn, (paths.get(yarn) ?? '') + stretches(shown, line, across));
	});
	return [...paths].map(([yarn, path]) => ({ yarn, path, across }));
}

function stretches(shown: readonly boolean[], line: number, across: boolean): string {
	const middle = line * PITCH + PITCH / 2;
	let path = '';
	for (let at = 0; at < shown.length; at++) {
		if (!shown[at]) continue;
		let end = at;
		while (shown[end + 1]) end++;
		const [from, to] = [at * PITCH, (end + 1) * PITCH];
		path += across ? `M${from} ${middle}H${to}` : `M${middle} ${from}V${to}`;
		at = end;
	}
	return path;
}

/** A small even hash (FNV-1a, mixed), the same everywhere. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const letter of text) value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
	value ^= value >>> 15;
	value = Math.imul(value, 0x2c1b3c6d);
	return (value ^ (value >>> 12)) >>> 0;
}
