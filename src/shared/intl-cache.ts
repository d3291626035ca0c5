/** Keeps `Intl` objects: one costs a hundred times more to make than to use. */
import { formattingTag, type Locale } from '#shared/locales';

/** A function that makes the `Intl` object of a language and its options once and then hands it out. */
export function intlCache<Options extends object, Made>(
	make: (tag: string, options: Options) => Made,
): (locale: Locale, options: Options) => Made {
	const byContent = new Map<string, Map<Locale, Made>>();
	// Options that a message or a module holds on to are recognised without being read again.
	const byIdentity = new WeakMap<Options, Map<Locale, Made>>();

	return (locale, options) => {
		const made = byIdentity.get(options) ?? sameContent(options);
		const known = made.get(locale);
		if (known !== undefined) return known;
		const fresh = make(formattingTag(locale), options);
		made.set(locale, fresh);
		return fresh;
	};

	function sameContent(options: Options): Map<Locale, Made> {
		const content = JSON.stringify(options);
		const made = byContent.get(content) ?? new Map<Locale, Made>();
		byContent.set(content, made);
		byIdentity.set(options, made);
		return made;
	}
}
