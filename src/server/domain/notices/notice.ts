/** What any part says when a person should know something. */
import type { Answerable } from '#platform/answer-address';
import type { PersonId } from '#shared/actor';
import type { NoticeKind } from '#shared/notice-kinds';

export type NoticeEvent = {
	readonly to: readonly PersonId[];
	readonly kind: NoticeKind;
	/** Values of the kind's messages. Never a pupil's alias, never words of a pupil. */
	readonly params: Readonly<Record<string, string | number>>;
	/** Persons whose names stand in the params: with any of them the notice and its letter are forgotten. */
	readonly names?: readonly PersonId[];
	/** Words of another adult that stand in the letter and nowhere else, so that one need not sign in to read them. */
	readonly quote?: string;
	/** The letter can be answered by mail: the part that tells takes answers of this kind. */
	readonly answerable?: Answerable;
	/** The page it is about, without language: `/me/status`. */
	readonly path: string;
	/** Where one stops being told of this one thing, without language and without signing in. */
	readonly stop?: string;
};

declare module '#platform/part' {
	interface Events {
		notice: NoticeEvent;
	}
}
