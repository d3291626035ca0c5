/** Messages of `contacts`; made by scripts/messages.ts from messages/en/contacts.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'contacts.block.action': NoValues;
	'contacts.block.confirm': { name: string | number };
	'contacts.block.lift': NoValues;
	'contacts.block.title': NoValues;
	'contacts.list.empty': NoValues;
	'contacts.list.empty-help': NoValues;
	'contacts.list.find': NoValues;
	'contacts.list.since': { when: string | number };
	'contacts.list.title': { count: number };
	'contacts.list.write': NoValues;
	'contacts.new.message': NoValues;
	'contacts.new.message-help': NoValues;
	'contacts.new.send': NoValues;
	'contacts.new.sent': { name: string | number };
	'contacts.new.title': { name: string | number };
	'contacts.page.lead': NoValues;
	'contacts.page.title': NoValues;
	'contacts.refusal.already-asked': NoValues;
	'contacts.refusal.already-contacts': NoValues;
	'contacts.refusal.answered-already': NoValues;
	'contacts.refusal.asked-by-them': NoValues;
	'contacts.refusal.asked-lately': NoValues;
	'contacts.refusal.blocked-by-me': NoValues;
	'contacts.refusal.not-available': NoValues;
	'contacts.refusal.oneself': NoValues;
	'contacts.refusal.same-words': NoValues;
	'contacts.refusal.too-many-today': NoValues;
	'contacts.sent.accepted': NoValues;
	'contacts.sent.declined': NoValues;
	'contacts.sent.open': { when: string | number };
	'contacts.sent.title': NoValues;
	'contacts.waiting.accept': NoValues;
	'contacts.waiting.conversation': NoValues;
	'contacts.waiting.decline': NoValues;
	'contacts.waiting.title': NoValues;
};

/** The texts of `contacts` in the reader’s language. */
export const t = messagesOf<Arguments>('contacts');
