/** The type of `t`: the key is one of a part's messages, the values are exactly what that message asks for. */

/** A message that takes no values. */
export type NoValues = Readonly<Record<never, never>>;

/**
 * Looks up a message. The key may be a family (`refusal.${reason}`) when each of its members has a
 * message; then the values of all members are asked for.
 */
export type Translate<Arguments> = <Key extends keyof Arguments & string>(
	key: Key,
	...values: ValuesFor<Arguments, Key>
) => string;

type ValuesFor<Arguments, Key extends keyof Arguments> = keyof ToIntersection<Arguments[Key]> extends never
	? []
	: [values: Readonly<ToIntersection<Arguments[Key]>>];

type ToIntersection<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
	all: infer All,
) => void
	? All
	: never;
