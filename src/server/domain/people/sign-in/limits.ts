/** How long sessions and links live, and how often anybody may knock. */
import type { Limit } from '#platform/limits';

const minute = 60;
const hour = 60 * minute;

/** Seconds. Absolute life of a session: `longestDays` of the session cookie. */
export const sessionIdle = { person: 8 * hour, desk: 30 * minute } as const;
export const deskAtMost = 12 * hour;
/** Of one account at a time: every classroom's computer, and no more than a person can know of. */
export const mostSessions = 20;
/** How long it counts that somebody has shown who they are. */
export const proofLife = 15 * minute;
/** From here to a provider and back, and to the account that is chosen then. */
export const errandLife = 10 * minute;
/** From the right password to the second factor. */
export const halfwayLife = 10 * minute;
/** From the question of a passkey to its answer. */
export const challengeLife = 5 * minute;
export const mostPasskeys = 10;
/** Addresses of one account. */
export const mostAddresses = 5;
/** As long as browsers keep a cookie at most. */
export const deviceLife = 400 * 24 * hour;

/** Seconds from writing a letter until its link is worthless. */
export const linkLife = {
	'confirm-address': 15 * minute,
	'reset-password': 15 * minute,
	'set-up': hour,
	'add-address': 15 * minute,
} as const;

/** Wrong passwords for one address, whoever tries: at most twenty on the border of two windows. */
export const guessesAtAddress: Limit = { name: 'people.guess-address', most: 10, seconds: hour };
/** Wrong codes of a second factor, for one account. */
export const codesOfLogin: Limit = { name: 'people.codes', most: 10, seconds: hour };
/** Wrong passwords from one network: a whole school shares one address. */
export const guessesFromNetwork: Limit = { name: 'people.guess-network', most: 100, seconds: hour };
/** Letters to one address that its owner may not have asked for. */
export const lettersToAddress: Limit = { name: 'people.letters-address', most: 6, seconds: hour };
/** Forms that write letters, from one network: a training room of teachers joins at once. */
export const lettersFromNetwork: Limit = { name: 'people.letters-network', most: 60, seconds: hour };
/** Tries at opening links. */
export const linksFromNetwork: Limit = { name: 'people.links-network', most: 120, seconds: hour };
