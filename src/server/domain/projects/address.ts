/** The address of a project: readable words of its title, and the short id that never changes. */

const shortId = /(?:^|-)([0-9a-hjkmnp-tv-z]{8})$/;
const longestSlug = 60;

/** Letters that do not come apart into a plain letter and a mark. */
const spelt: Readonly<Record<string, string>> = {
	æ: 'ae',
	œ: 'oe',
	ø: 'o',
	ß: 'ss',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	þ: 'th',
	ı: 'i',
};

/** The last part of a project's address: `growing-bread-7k2m9x4q`. */
export function addressOf(title: string, id: string): string {
	const slug = slugOf(title);
	return slug === '' ? id : `${slug}-${id}`;
}

/** The short id at the end of an address; undefined when it holds none. */
export function shortIdOf(address: string): string | undefined {
	return shortId.exec(address)?.[1];
}

/** The words of a title in plain letters; titles in other scripts have none. */
function slugOf(title: string): string {
	const plain = title
		.toLowerCase()
		.normalize('NFKD')
		.replace(/[æœøßłđðþı]/g, (letter) => spelt[letter] ?? '')
		.replace(/\p{M}+/gu, '')
		.replace(/['’]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
	return plain.length <= longestSlug ? plain : plain.slice(0, longestSlug).replace(/-[^-]*$/, '');
}
