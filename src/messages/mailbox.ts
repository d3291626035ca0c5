/** Messages of `mailbox`; made by scripts/messages.ts from messages/en/mailbox.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'mailbox.ask': NoValues;
	'mailbox.list.all': NoValues;
	'mailbox.list.all-read': NoValues;
	'mailbox.list.draft': { words: string | number };
	'mailbox.list.empty': NoValues;
	'mailbox.list.empty-help': NoValues;
	'mailbox.list.lead': NoValues;
	'mailbox.list.muted': NoValues;
	'mailbox.list.older': NoValues;
	'mailbox.list.only-unread': NoValues;
	'mailbox.list.title': NoValues;
	'mailbox.list.unread': { count: number };
	'mailbox.list.which': NoValues;
	'mailbox.list.you': { words: string | number };
	'mailbox.refusal.blocked-by-me': NoValues;
	'mailbox.refusal.no-contact': NoValues;
	'mailbox.refusal.not-available': NoValues;
	'mailbox.refusal.oneself': NoValues;
	'mailbox.refusal.same-words': NoValues;
	'mailbox.refusal.wait-for-answer': NoValues;
	'mailbox.report.done': { name: string | number };
	'mailbox.report.lead': { name: string | number };
	'mailbox.report.link': NoValues;
	'mailbox.report.not': NoValues;
	'mailbox.report.reported': NoValues;
	'mailbox.report.send': NoValues;
	'mailbox.report.title': NoValues;
	'mailbox.report.why': NoValues;
	'mailbox.report.words': NoValues;
	'mailbox.thread.about': NoValues;
	'mailbox.thread.asked': NoValues;
	'mailbox.thread.decide': NoValues;
	'mailbox.thread.mute': NoValues;
	'mailbox.thread.muted': { name: string | number };
	'mailbox.thread.new': NoValues;
	'mailbox.thread.none': NoValues;
	'mailbox.thread.older': NoValues;
	'mailbox.thread.profile': NoValues;
	'mailbox.thread.see': NoValues;
	'mailbox.thread.title': { name: string | number };
	'mailbox.thread.unmute': NoValues;
	'mailbox.thread.waiting': { name: string | number };
	'mailbox.thread.you': NoValues;
	'mailbox.write.help': { name: string | number };
	'mailbox.write.keep': NoValues;
	'mailbox.write.keeping': NoValues;
	'mailbox.write.kept': { time: string | number };
	'mailbox.write.not-kept': NoValues;
	'mailbox.write.send': NoValues;
	'mailbox.write.words': NoValues;
};

/** The texts of `mailbox` in the reader’s language. */
export const t = messagesOf<Arguments>('mailbox');
