/** Limits against mass messages (code of conduct; defaults of the domain). */
import type { Limit } from '#platform/limits';

/** First requests of one teacher in a day. */
export const firstRequestsADay = 20;

/** People who may get the same words from one teacher. */
export const sameWordsTo = 5;

/** Tries at sending, refused ones too. */
export const tries: Limit = { name: 'contacts.ask', most: 60, seconds: 3600 };

/** Tries at writing in conversations, refused ones too. */
export const writingTries: Limit = { name: 'contacts.write', most: 120, seconds: 3600 };
