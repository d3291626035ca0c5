/** The address of a project: readable words of its title, and the short id that never changes. */
import { searchable } from '#shared/folding';

const shortId = /(?:^|-)([0-9a-hjkmnp-tv-z]{8})$/;
const longestSlug = 60;

/** The last part of a project's address: `growing-bread-7k2m9x4q`. */
export function addressOf(title: string, id: string): string {
	const slug = slugOf(title);
	return slug === '' ? id : `${slug}-${id}`;
}

/** The short id at the end of an address; undefined when it holds none. */
export function shortIdOf(address: string): string | undefined {
	return shortId.exec(address)?.[1];
}

/** The words of a title in plain letters, whatever its script; a long one ends at a word. */
function slugOf(title: string): string {
	const plain = searchable(title).replaceAll(' ', '-');
	return plain.length <= longestSlug ? plain : plain.slice(0, longestSlug).replace(/-[^-]*$/, '');
}
