/** People: accounts, sign-in, profiles, affiliations. */
export { actorOfRequest } from './actor-of-request.ts';
