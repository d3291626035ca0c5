/** What the server answers to a draft that is saved while typing. */

/** What stands there now in one field, as it is read. */
export type Change = {
	readonly field: string;
	readonly label: string;
	readonly value: string;
	/** The language a person wrote the value in, where one did. */
	readonly locale?: string | undefined;
};

export type DraftAnswer =
	| { readonly state: 'saved'; readonly version: number; readonly at: string }
	| { readonly state: 'refused'; readonly errors: Readonly<Record<string, string>> }
	/** Another tab or a button was quicker; `version` is what stands now. */
	| { readonly state: 'changed'; readonly version: number; readonly changes: readonly Change[] };
