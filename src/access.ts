/**
 * Who may call what: every route x method (and named action) → kinds of actor. No line, no answer.
 * This is the first door only: each use case reaches its thing and demands its ability besides.
 */
import type { ActorKind } from '#shared/actor';

type Kinds = readonly ActorKind[];
/** `GET`, `POST` (default action or endpoint), `POST ?/name` (named action), `PATCH`, `DELETE`, `HEAD` as GET. */
export type AccessLine = Readonly<Record<string, Kinds>>;

const visitors: Kinds = ['visitor'];
const signedIn: Kinds = ['member', 'teacher', 'guest', 'officer', 'operator'];
const people: Kinds = ['member', 'teacher', 'guest'];
const teachers: Kinds = ['teacher'];
const officers: Kinds = ['officer'];
const pupils: Kinds = ['pupil'];
const inSpaces: Kinds = ['teacher', 'guest', 'pupil'];
const anyone: Kinds = ['visitor', ...signedIn, 'pupil', 'bearer'];

export const access: Readonly<Record<string, AccessLine>> = {
	'/[lang]': { GET: anyone },

	// notices
	'/[lang]/notices': { GET: signedIn, 'POST ?/see': signedIn },
};

export { visitors, signedIn, people, teachers, officers, pupils, inSpaces, anyone };
