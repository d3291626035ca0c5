// The forms of a page, as a browser reads them from its markup. The markup is ours: every attribute stands in quotes.
export type Control = {
	readonly name: string;
	/** The type of an input, or `textarea` or `select`. */
	readonly kind: string;
	readonly value: string;
	readonly ticked: boolean;
	readonly required: boolean;
	/** The values one may choose from; of a select only. */
	readonly options: readonly string[];
	/** How long a text may be. */
	readonly most: number | undefined;
	/** The least of a number. */
	readonly least: string | undefined;
	/** What is read aloud with it. */
	readonly describedBy: readonly string[];
	readonly isInvalid: boolean;
};

/** A button that sends the form, with what it adds and where it sends it. */
export type SendButton = {
	readonly name: string | undefined;
	readonly value: string;
	readonly action: string | undefined;
};

export type HtmlForm = {
	readonly name: string;
	readonly method: string;
	readonly action: string;
	readonly enctype: string;
	readonly controls: readonly Control[];
	readonly buttons: readonly SendButton[];
};

type Attributes = ReadonlyMap<string, string>;
type Tag = { readonly name: string; readonly attributes: Attributes; readonly text: string };

/** All forms of a page in their order. */
export function formsIn(html: string): HtmlForm[] {
	const pieces = withoutScripts(html)
		.split(/<form(?=[\s>])/)
		.slice(1);
	return pieces.map((piece) => formOf(`<form${piece.split('</form>')[0] ?? ''}`));
}

function formOf(markup: string): HtmlForm {
	const [form, ...tags] = tagsIn(markup);
	const attribute = (name: string) => form?.attributes.get(name) ?? '';
	return {
		name: attribute('id').replace(/^form-/, ''),
		method: attribute('method') || 'get',
		action: attribute('action'),
		enctype: attribute('enctype'),
		controls: controlsOf(tags),
		buttons: tags.filter(isSendButton).map(({ attributes }) => ({
			name: attributes.get('name'),
			value: attributes.get('value') ?? '',
			action: attributes.get('formaction'),
		})),
	};
}

function controlsOf(tags: readonly Tag[]): Control[] {
	const controls: Control[] = [];
	for (const [place, { name, attributes, text }] of tags.entries()) {
		const isControl = name === 'input' || name === 'textarea' || name === 'select';
		if (!isControl || attributes.has('disabled') || !attributes.has('name')) continue;
		const options = name === 'select' ? optionsAfter(tags, place) : [];
		const chosen = options.find((option) => option.attributes.has('selected')) ?? options[0];
		controls.push({
			name: attributes.get('name') ?? '',
			kind: name === 'input' ? (attributes.get('type') ?? 'text') : name,
			value: valueOf(name, attributes, text, chosen),
			ticked: attributes.has('checked'),
			required: attributes.has('required'),
			options: options.filter((option) => !option.attributes.has('disabled')).map(optionValue),
			most: attributes.has('maxlength') ? Number(attributes.get('maxlength')) : undefined,
			least: attributes.get('min'),
			describedBy: (attributes.get('aria-describedby') ?? '').split(' ').filter(Boolean),
			isInvalid: attributes.get('aria-invalid') === 'true',
		});
	}
	return controls;
}

function valueOf(name: string, attributes: Attributes, text: string, chosen: Tag | undefined): string {
	if (name === 'textarea') return text.replace(/^\n/, '');
	if (name === 'select') return chosen ? optionValue(chosen) : '';
	return attributes.get('value') ?? (/checkbox|radio/.test(attributes.get('type') ?? '') ? 'on' : '');
}

function optionsAfter(tags: readonly Tag[], place: number): Tag[] {
	const rest = tags.slice(place + 1);
	const end = rest.findIndex(({ name }) => name === '/select');
	return rest.slice(0, end < 0 ? rest.length : end).filter(({ name }) => name === 'option');
}

function optionValue({ attributes, text }: Tag): string {
	return attributes.get('value') ?? text.trim();
}

function isSendButton({ name, attributes }: Tag): boolean {
	return name === 'button' && (attributes.get('type') ?? 'submit') === 'submit';
}

const tag = /<(\/?[a-z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/g;
const attribute = /([^\s=]+)(?:="([^"]*)")?/g;

function tagsIn(markup: string): Tag[] {
	return [...markup.matchAll(tag)].map(([, name = '', attributes = '', text = '']) => ({
		name,
		attributes: new Map(
			[...attributes.matchAll(attribute)].map(([, key = '', value = '']) => [key, decoded(value)] as const),
		),
		text: decoded(text),
	}));
}

function withoutScripts(html: string): string {
	return html.replaceAll(/<!--.*?-->/gs, '').replaceAll(/<(script|style|svg)\b.*?<\/\1>/gs, '');
}

function decoded(text: string): string {
	return text
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
