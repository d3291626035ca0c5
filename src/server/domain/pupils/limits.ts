/** How often a code may be guessed, and how long a pupil's session lives. */
import type { Limit } from '#platform/limits';

/** Wrong codes from one network: a class of thirty may mistype ten times each, a guesser gets nowhere. */
export const wrongCodesFromNetwork: Limit = { name: 'pupils.wrong-code', most: 300, seconds: 600 };

/** Seconds without a trace of the pupil after which a session is over. */
export const idleSeconds = 45 * 60;
