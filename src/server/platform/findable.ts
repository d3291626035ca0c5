/** What a part puts in search: it says what can be found, and the partner search finds it. */
import type { Context } from './context.ts';
import type { PersonId } from '#shared/actor';

/** Whose change makes the lines anew. */
export type FindableOwner = 'person' | 'school' | 'project';

/** One thing that every validated teacher may find. */
export type Findable = {
	readonly id: string;
	/** The person, school or project by whose change it is made anew. */
	readonly owner: string;
	/** The person who is found, or who wrote it: found by those who may find that person. */
	readonly person?: PersonId;
	/** The schools it belongs to: it is made anew when one of them changes, and found where they are. */
	readonly schools: readonly { readonly id: string; readonly country: string; readonly town: string }[];
	/** What it is filtered and counted by besides: group → values. */
	readonly values: Readonly<Record<string, readonly string[]>>;
	readonly agesFrom: number | null;
	readonly agesTo: number | null;
	readonly activeAt?: Date;
	/** What a card shows of it: a title of its own, and a text in this language. */
	readonly title: string | null;
	readonly words: string;
	readonly locale: string | null;
	/** By which words it is found, the weightiest first. */
	readonly texts: {
		readonly title: readonly string[];
		readonly place: readonly string[];
		readonly text: readonly string[];
	};
	/** From then on it is found no more. */
	readonly endsAt?: Date;
	readonly changedAt: Date;
};

/** One kind of things that can be found. */
export type FindableKind = {
	readonly kind: string;
	readonly of: FindableOwner;
	/** What of these owners can be found; whatever is left out must not be. */
	readonly read: (ctx: Context, owners: readonly string[]) => Promise<Findable[]>;
	/** Owners of things that can be found, a page at a time in the order of their ids; missing where another kind names them. */
	readonly owners?: (ctx: Context, after: string | undefined, most: number) => Promise<string[]>;
};
