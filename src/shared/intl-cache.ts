/** Keeps `Intl` objects: one costs a hundred times more to make than to use. */
import { formattingTag, type Locale } from '#shared/locales';

/** A function that makes the `Intl` object of a language and its options once and then hands it out. */
export function intlCache<Options extends object, Made>(
	make: (tag: string, options: Options) => Made,
): (locale: Locale, options: Options) => Made {
	const made = new Map<string, Made>();
	return (locale, options) => {
		const key = locale + JSON.stringify(options);
		let known = made.get(key);
		if (known === undefined) {
			known = make(formattingTag(locale), options);
			made.set(key, known);
		}
		return known;
	};
}
