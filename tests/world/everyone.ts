// One actor of each kind, and officers of each office, for the matrices of abilities.
import { system, visitor, type Actor, type ActorKind, type Officer } from '#shared/actor';

const ids = { person: 'me', session: 's' };

/** An officer of that office; of the organisation `n` unless told otherwise. */
export const officerOf = (officeKind: Officer['officeKind'], organisation = 'n'): Officer => ({
	...{ kind: 'officer', office: 'o', officeKind, organisation, ...ids },
});

/** One of each kind, named `me` wherever somebody is named. */
export const oneOfEach = {
	visitor,
	member: { kind: 'member', ...ids },
	teacher: { kind: 'teacher', ...ids },
	guest: { kind: 'guest', ...ids },
	officer: officerOf('central'),
	operator: { kind: 'operator', ...ids },
	pupil: { kind: 'pupil', pupil: 'me', session: 's' },
	bearer: { kind: 'bearer', purpose: 'set-up', subject: 'me' },
	system,
} as const satisfies Readonly<Record<ActorKind, Actor>>;

const { officer: _, ...others } = oneOfEach;

/** The same, with an officer of each office. */
export const everyone = {
	...others,
	validator: officerOf('validator'),
	assessor: officerOf('assessor'),
	moderator: officerOf('moderator'),
	editor: officerOf('editor'),
	central: officerOf('central'),
} as const satisfies Readonly<Record<string, Actor>>;
