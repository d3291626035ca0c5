/** From where an index takes what it holds: a part says it in its manifest. */
import type { Context } from '../context.ts';
import type { IndexedDocument } from './document.ts';
import type { KnownUpTo } from './snapshot.ts';

export type Change = { readonly number: number; readonly owner: string };

export type Changes = {
	/** In the order of their numbers; the same change may come again as long as an older transaction is open. */
	readonly changes: readonly Change[];
	/** From where to read on. */
	readonly upTo: KnownUpTo;
};

export type IndexSource = {
	readonly name: string;
	/** What documents can be held against a least one by. */
	readonly numbers: readonly string[];
	/** The channel on which the database says that something has changed. */
	readonly channel: string;
	/** With fewer documents the database answers well by itself, and no index is made. */
	readonly worthwhileFrom: number;
	readonly hasAtLeast: (ctx: Context, many: number) => Promise<boolean>;
	/** All documents, the oldest first; to be read inside one transaction that sees one moment. */
	readonly all: (ctx: Context) => AsyncIterable<IndexedDocument>;
	readonly of: (ctx: Context, owners: readonly string[]) => Promise<IndexedDocument[]>;
	/** Up to where the reader's view of the database is finished. */
	readonly now: (ctx: Context) => Promise<KnownUpTo>;
	/** What has changed since; undefined when that cannot be known any more, and all must be read anew. */
	readonly changesSince: (ctx: Context, upTo: KnownUpTo) => Promise<Changes | undefined>;
};
