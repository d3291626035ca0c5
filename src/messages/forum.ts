/** Messages of `forum`; made by scripts/messages.ts from messages/en/forum.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'forum.begin': NoValues;
	'forum.bulletin.lead': NoValues;
	'forum.bulletin.none': NoValues;
	'forum.bulletin.none-help': NoValues;
	'forum.bulletin.title': NoValues;
	'forum.bulletin.write': NoValues;
	'forum.by': { name: string | number; when: string | number };
	'forum.discussion-title': NoValues;
	'forum.first-words': NoValues;
	'forum.language': NoValues;
	'forum.last': { when: string | number };
	'forum.lead': NoValues;
	'forum.locked': NoValues;
	'forum.locked-help': NoValues;
	'forum.none': NoValues;
	'forum.none-help': NoValues;
	'forum.open': NoValues;
	'forum.pinned': NoValues;
	'forum.quiet': NoValues;
	'forum.read': NoValues;
	'forum.refusal.locked': NoValues;
	'forum.refusal.too-many-discussions': NoValues;
	'forum.remove': NoValues;
	'forum.remove-thread': NoValues;
	'forum.remove.confirm': NoValues;
	'forum.remove.question': { threads: number };
	'forum.removed.bring-back': NoValues;
	'forum.removed.lead': NoValues;
	'forum.removed.title': NoValues;
	'forum.removed.what': { threads: number };
	'forum.removed.who': { name: string | number; when: string | number };
	'forum.reply': NoValues;
	'forum.steer.lock': NoValues;
	'forum.steer.pin': NoValues;
	'forum.steer.unlock': NoValues;
	'forum.steer.unpin': NoValues;
	'forum.thread-title': NoValues;
	'forum.threads.none': NoValues;
	'forum.threads.none-help': NoValues;
	'forum.title': NoValues;
	'forum.unread': NoValues;
	'forum.your-reply': NoValues;
};

/** The texts of `forum` in the reader’s language. */
export const t = messagesOf<Arguments>('forum');
