/** How often a code may be guessed, and how long a pupil's session lives. */
import type { Limit } from '#platform/limits';

/** Wrong codes from one network: a class of thirty may mistype ten times each, a guesser gets nowhere. */
export const wrongCodesFromNetwork: Limit = { name: 'pupils.wrong-code', most: 300, seconds: 600 };

/** Seconds without a trace of the pupil after which a session is over. */
export const idleSeconds = 45 * 60;

/** Wrong pictures for one pupil: then that pupil waits, and nobody else does. A teacher's new pictures start anew. */
export const wrongPicturesOfPupil: Limit = { name: 'pupils.wrong-pictures', most: 6, seconds: 900 };

/** Wrong pictures in one class: a class of thirty mistypes, who tries on everybody finds the door shut. */
export const wrongPicturesOfClass: Limit = {
	name: 'pupils.wrong-pictures-of-class',
	most: 120,
	seconds: 3600,
};

/** Wrong attempts at one's present secret, by a pupil who wants a new one. */
export const wrongOwnSecret: Limit = { name: 'pupils.wrong-own-secret', most: 6, seconds: 900 };

/** How long a door stays open. */
export const doorMinutes = 60;

/** Files about single pupils that one teacher takes along: families ask now and then, nobody collects. */
export const filesForFamilies: Limit = { name: 'pupils.files-for-families', most: 10, seconds: 3600 };
