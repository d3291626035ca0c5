/** Messages of `places`; made by scripts/messages.ts from messages/en/places.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'places.note.kosovo': NoValues;
	'places.note.palestine': NoValues;
};

/** The texts of `places` in the reader’s language. */
export const t = messagesOf<Arguments>('places');
