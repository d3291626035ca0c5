/** People: accounts, sign-in, profiles, affiliations. */
export { actorOfRequest } from './actor-of-request.ts';
export { localesOf, type Receiver } from './receivers.sql.ts';
