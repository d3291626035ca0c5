/** A copy of a TwinSpace to take along: pages and files that open without the platform. Types and limits. */
export type CopyId = string;

/** `waiting` for its turn; `making`; `ready` to be fetched; `failed`. */
export type CopyState = 'waiting' | 'making' | 'ready' | 'failed';

export type Copy = {
	readonly id: CopyId;
	readonly state: CopyState;
	readonly askedAt: Date;
	readonly readyAt: Date | null;
	/** Until then it can be fetched. */
	readonly until: Date;
	/** So many things of so many are in it. */
	readonly done: number;
	readonly outOf: number;
	readonly file: string | null;
	readonly bytes: number | null;
};

/** The purpose of their files; the owner is the copy. Nobody sends one. */
export const copyPurpose = 'space-copy';

/** Counts up whenever what lies in a copy changes its shape. */
export const copyFormat = 1;

export const copyLimits = { asked: { name: 'twinspaces.copy', most: 10, seconds: 24 * 3600 } } as const;
