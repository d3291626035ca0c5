/** Two texts word by word: what came, what went, what stayed. Pure. */

export type ComparedPart = { readonly text: string; readonly how: 'same' | 'added' | 'removed' };

/** Longer texts are shown as a whole, once as they were and once as they are. */
const mostCompared = 4_000_000;

/** The words of both texts, each marked when it came or went. */
export function compareWords(before: string, after: string): ComparedPart[] {
	const [old, now] = [before.split(/(\s+)/), after.split(/(\s+)/)];
	let start = 0;
	while (start < old.length && start < now.length && old[start] === now[start]) start++;
	let end = 0;
	while (
		end < old.length - start &&
		end < now.length - start &&
		old[old.length - 1 - end] === now[now.length - 1 - end]
	)
		end++;
	const parts: ComparedPart[] = [];
	add(parts, old.slice(0, start).join(''), 'same');
	for (const part of middle(old.slice(start, old.length - end), now.slice(start, now.length - end)))
		add(parts, part.text, part.how);
	add(parts, end === 0 ? '' : old.slice(-end).join(''), 'same');
	return parts;
}

/** The longest words that both have in the same order stay; the others came or went. */
function middle(old: readonly string[], now: readonly string[]): ComparedPart[] {
	if (old.length * now.length > mostCompared)
		return [
			{ text: old.join(''), how: 'removed' },
			{ text: now.join(''), how: 'added' },
		];
	const width = now.length + 1;
	const common = new Uint32Array((old.length + 1) * width);
	for (let o = old.length - 1; o >= 0; o--)
		for (let n = now.length - 1; n >= 0; n--)
			common[o * width + n] =
				old[o] === now[n]
					? (common[(o + 1) * width + n + 1] ?? 0) + 1
					: Math.max(common[(o + 1) * width + n] ?? 0, common[o * width + n + 1] ?? 0);
	const parts: ComparedPart[] = [];
	let [o, n] = [0, 0];
	while (o < old.length || n < now.length) {
		const [was = '', is = ''] = [old[o], now[n]];
		if (o < old.length && n < now.length && was === is) {
			parts.push({ text: is, how: 'same' });
			o++;
			n++;
		} else if (
			n >= now.length ||
			(o < old.length && (common[(o + 1) * width + n] ?? 0) >= (common[o * width + n + 1] ?? 0))
		) {
			parts.push({ text: was, how: 'removed' });
			o++;
		} else {
			parts.push({ text: is, how: 'added' });
			n++;
		}
	}
	return parts;
}

function add(parts: ComparedPart[], text: string, how: ComparedPart['how']): void {
	if (text === '') return;
	const last = parts.at(-1);
	if (last?.how === how) parts[parts.length - 1] = { text: last.text + text, how };
	else parts.push({ text, how });
}
