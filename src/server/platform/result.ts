/** Expected refusals are values: the reason is a literal in the type and a message key for the reader. */

export type Granted<T> = { readonly ok: true; readonly value: T };
export type Refused<R extends string> = {
	readonly ok: false;
	readonly reason: R;
	/** The form field the refusal belongs to, where it belongs to one. */
	readonly field?: string;
};
export type Result<T, R extends string> = Granted<T> | Refused<R>;

export function granted(): Granted<undefined>;
export function granted<T>(value: T): Granted<T>;
export function granted<T>(value?: T): Granted<T | undefined> {
	return { ok: true, value };
}

export function refused<const R extends string>(reason: R, field?: string): Refused<R> {
	return field === undefined ? { ok: false, reason } : { ok: false, reason, field };
}
