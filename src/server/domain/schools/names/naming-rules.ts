/** What a language says about capitals in names: data for `readableName`. */

export const namingLanguages = [
	'bg',
	'cs',
	'de',
	'el',
	'en',
	'es',
	'fr',
	'hr',
	'hu',
	'it',
	'lv',
	'nl',
	'pl',
	'pt',
	'ro',
	'sk',
	'sr',
	'tr',
] as const;
export type NamingLanguage = (typeof namingLanguages)[number];

export type NamingRules = {
	/** Whose small and capital letters these are: Turkish has two i. */
	readonly locale: string;
	/** Articles, prepositions, conjunctions: small inside a name. */
	readonly small: ReadonlySet<string>;
	/** What kind of thing the school is, in whole or cut words: small unless the name begins with it. */
	readonly common: ReadonlySet<string>;
	/** Written in capitals always. */
	readonly acronyms: ReadonlySet<string>;
	/** Words in which an apostrophe at the end is a letter left out and not an accent. */
	readonly cut: ReadonlySet<string>;
	/** The letter that is meant by a capital with an apostrophe behind it. */
	readonly accents: Readonly<Record<string, string>>;
	/** Two letters that are raised together: Dutch ij. */
	readonly pairs?: readonly string[];
};

/** The words of a text as a set. */
export function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Two languages in one register, such as Italian and German in Bolzano. */
export function together(one: NamingRules, other: NamingRules): NamingRules {
	return {
		locale: one.locale,
		small: one.small.union(other.small),
		common: one.common.union(other.common),
		acronyms: one.acronyms.union(other.acronyms),
		cut: one.cut.union(other.cut),
		accents: { ...other.accents, ...one.accents },
		pairs: [...(one.pairs ?? []), ...(other.pairs ?? [])],
	};
}
