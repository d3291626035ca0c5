/** What a language says about capitals in names: data for `readableName`. */

export type NamingRules = {
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
};

/** The words of a text as a set. */
export function wordsOf(text: string): ReadonlySet<string> {
	return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Two languages in one register, such as Italian and German in Bolzano. */
export function together(one: NamingRules, other: NamingRules): NamingRules {
	return {
		small: one.small.union(other.small),
		common: one.common.union(other.common),
		acronyms: one.acronyms.union(other.acronyms),
		cut: one.cut.union(other.cut),
		accents: { ...other.accents, ...one.accents },
	};
}
