/** What this part asks of those whose things are reported, and of the one that knows rooms: it knows neither itself. */
import { parts } from '#platform/part';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import type { Evidence, Outcome, Reason, RoomId, RoomMemberId } from './matter.ts';

/** A thing as the actor reached it. */
export type Reported = {
	readonly room: RoomId | null;
	readonly author: { readonly person?: PersonId | null; readonly member?: RoomMemberId | null };
	/** The member as whom the actor reports, in a room. */
	readonly reporter?: RoomMemberId;
	/** The school whose support organisation it falls to. */
	readonly school: string | null;
	readonly byPupil: boolean;
	/** Nobody reports what is their own. */
	readonly isMine: boolean;
	readonly evidence: Evidence;
};

export type Settled = {
	readonly outcome: Outcome;
	readonly reason: Reason;
	readonly words: string;
	/** The teacher of the room who decided; none when a support organisation did. */
	readonly by: RoomMemberId | null;
};

export interface Reportable {
	/** What may become of it. */
	readonly outcomes: readonly Outcome[];
	readonly reasons: readonly Reason[];
	/** Whether any report takes it out of sight until somebody has looked; else only where a child may be at risk. */
	readonly hidesAtOnce: boolean;
	/** The thing as the actor sees it; throws NotFound for what does not exist for them. */
	reach(ctx: Context, thing: string): Promise<Reported>;
	/** Runs in the transaction of the decision: what follows for the thing. May only write rows. */
	settled(ctx: Context, thing: string, settled: Settled): Promise<void>;
	/** It was hidden at once, or came back in sight: what is kept of it elsewhere is made anew. */
	changed?(ctx: Context, thing: string): Promise<void>;
	/** Where it is read, without language; undefined where there is no such page for whoever wrote it. */
	path?(ctx: Context, thing: string): Promise<string | undefined>;
}

/** Who somebody in a room is for the others there: a teacher by name, a pupil by alias. */
export type RoomCard = {
	readonly name: string | null;
	readonly school: string | null;
	readonly country: string | null;
};

export interface Rooms {
	/** The actor as a teacher of the room, or undefined. `leads`: may also decide about what adults wrote. */
	teacherIn(
		ctx: Context,
		room: RoomId,
	): Promise<{ readonly member: RoomMemberId; readonly leads: boolean } | undefined>;
	/** The actor's own membership, whatever the role. */
	memberIn(ctx: Context, room: RoomId): Promise<RoomMemberId | undefined>;
	teachersOf(ctx: Context, room: RoomId): Promise<readonly PersonId[]>;
	cards(ctx: Context, members: readonly RoomMemberId[]): Promise<ReadonlyMap<RoomMemberId, RoomCard>>;
	personOf(ctx: Context, member: RoomMemberId): Promise<PersonId | null>;
	/** Writes words anew in which pupils of the room are called by alias: who is not of the room reads none. */
	withoutAliases(ctx: Context, room: RoomId): Promise<(words: string) => string>;
	/** Only for people of the room. */
	nameOf(ctx: Context, room: RoomId): Promise<string>;
}

declare module '#platform/part' {
	interface Part {
		/** What of this part can be reported, by kind. */
		readonly reportable?: Readonly<Record<string, Reportable>>;
		/** Given by the part that knows rooms. */
		readonly rooms?: Rooms;
	}
}

/** The kind as its part declares it. NotFound for what nobody declares: it comes from an address. */
export function reportableKind(kind: string): Reportable {
	for (const part of parts()) {
		const found = part.reportable && Object.hasOwn(part.reportable, kind) ? part.reportable[kind] : undefined;
		if (found) return found;
	}
	throw new NotFound('reportable');
}

export function rooms(): Rooms {
	for (const part of parts()) if (part.rooms) return part.rooms;
	throw new Error('no part knows rooms');
}
