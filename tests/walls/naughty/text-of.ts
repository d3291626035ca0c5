// What a reader sees of a page, as one line: without markup and with single spaces.
const entities: readonly (readonly [string, string])[] = [
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&#39;', "'"],
	['&amp;', '&'],
];

/** The text of a page. Whatever of a text became markup is missing in it. */
export function textOf(html: string): string {
	const bare = html
		.replaceAll(/<script\b.*?<\/script>/gs, ' ')
		.replaceAll(/<!--.*?-->/gs, '')
		.replaceAll(/<br\b[^>]*>/g, ' ')
		.replaceAll(/<[^>]*>/g, '');
	return plain(entities.reduce((text, [entity, sign]) => text.replaceAll(entity, sign), bare));
}

function plain(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}
textOf.plain = plain;
