/** Small pieces of HTML: whatever is put into one is text, unless it is such a piece itself. */
export type Markup = { readonly markup: string };
type Value = Markup | readonly Markup[] | string | number | false | undefined;

export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
	return { markup: String.raw({ raw: strings }, ...values.map(written)) };
}

/** HTML that was made elsewhere from an allow-list. */
export function trusted(markup: string): Markup {
	return { markup };
}

function written(value: Value): string {
	if (value === false || value === undefined) return '';
	if (typeof value === 'string' || typeof value === 'number') return escaped(String(value));
	return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;')
		.replaceAll("'", '&#39;');
}
