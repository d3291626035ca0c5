/** What every part owes the platform: its manifest. The processes hand all manifests to `compose` at start-up. */
import type { Context } from './context.ts';
import type { FindableKind } from './findable.ts';
import type { Kept } from './retention.ts';
import type { IndexSource } from './search-index/index-source.ts';
import type { PersonId, PupilId, System } from '#shared/actor';

/** The events of the platform; each part adds its own: `declare module '#platform/part' { interface Events { … } }`. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the parts through declaration merging
export interface Events {}
export type EventName = keyof Events & string;

/** Runs in the emitter's transaction; may only write rows; its exception rolls everything back. */
export type WithinListener<E extends EventName> = (ctx: Context, event: Events[E]) => Promise<void>;
/** Runs as a job after the commit, at least once: it must be idempotent. */
export type AfterListener<E extends EventName> = (ctx: Context<System>, event: Events[E]) => Promise<void>;

export type JobHandler = (ctx: Context<System>, payload: never) => Promise<void>;

/** What somebody wrote back to a letter about a thing, without what the letter itself said. */
export type MailAnswer = {
	readonly thing: string;
	/** The address it came from, in small letters. */
	readonly from: string;
	readonly words: string;
	/** A hash that is the same when the same letter comes again. */
	readonly letter: Buffer;
};
/** Takes an answer, or says false where it is nobody's to give; a letter that comes twice is one answer. */
export type AnswerHandler = (ctx: Context<System>, answer: MailAnswer) => Promise<boolean>;

export type Schedule = { readonly job: string; readonly cron: string };

/** One order at the command line: `npm run cli -- schools import PROFILE FILE`. */
export type Command = {
	/** What follows the verb, such as `PROFILE FILE [--apply]`. */
	readonly usage: string;
	/** What it does, in one sentence. */
	readonly summary: string;
	/** Says its lines; throws a CommandError when it was called wrongly. */
	readonly run: (ctx: Context<System>, args: readonly string[], say: (line: string) => void) => Promise<void>;
};

/** The person at the terminal can mend it: the message says how. */
export class CommandError extends Error {}

/** Privacy class of one column: none, personal, or of a minor; how long it is kept; whether it points to a person. */
export type ColumnClass =
	'none' | { readonly class: 'personal' | 'of a minor'; readonly kept: Kept; readonly person?: true };

export type PrivacyManifest = {
	/** schema.table → column → class. Every column of the part's schema stands here. */
	readonly columns: Readonly<Record<string, Readonly<Record<string, ColumnClass>>>>;
	/** Which of the part's scheduled jobs sees to it that what these words promise is gone in time. */
	readonly forgets?: Readonly<Record<string, readonly Kept[]>>;
	readonly exportFor?: (ctx: Context, person: PersonId) => Promise<unknown>;
	/** The same of a pupil, for the family that asks at the school. */
	readonly exportForPupil?: (ctx: Context, pupil: PupilId) => Promise<unknown>;
	readonly erase?: (ctx: Context, person: PersonId) => Promise<void>;
	/** Moves everything of one person to another; the journal undoes it. */
	readonly unite?: (ctx: Context, from: PersonId, into: PersonId) => Promise<unknown>;
	readonly separate?: (ctx: Context, journal: never) => Promise<void>;
};

export interface Part {
	readonly name: string;
	/** PostgreSQL schemas this part alone writes. */
	readonly schemas: readonly string[];
	readonly within?: { readonly [E in EventName]?: WithinListener<E> };
	readonly after?: { readonly [E in EventName]?: AfterListener<E> };
	readonly jobs?: Readonly<Record<string, JobHandler>>;
	readonly schedules?: readonly Schedule[];
	/** Kinds of things of which letters tell that are answered by mail; small letters. */
	readonly answers?: Readonly<Record<string, AnswerHandler>>;
	/** Indexes in memory that every web process keeps beside itself. */
	readonly indexes?: readonly IndexSource[];
	/** What it puts in search. */
	readonly findable?: readonly FindableKind[];
	/** Verb → command, for the machine's operator. */
	readonly commands?: Readonly<Record<string, Command>>;
	readonly privacy: PrivacyManifest;
}

let composed: readonly Part[] = [];

/** Called once by each process, and by the tests' set-up. Order is the order of the parts. */
export function compose(parts: readonly Part[]): void {
	composed = parts;
}

/** All manifests, in the order of the parts. */
export function parts(): readonly Part[] {
	return composed;
}
