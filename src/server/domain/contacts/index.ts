/** Contacts: teachers who know each other. */
// use cases
export { sendRequest } from './send-request.ts';
export { answerRequest } from './answer-request.ts';
export { blockPerson, unblockPerson } from './block-person.ts';
export { answerAbout, writeMessage } from './mailbox/write-message.ts';
export { keepDraft, muteConversation, seeConversation } from './mailbox/change-conversation.ts';
export { becomeContacts } from './become-contacts.ts';
// reads
export { blockedAmong } from './become-contacts.ts';
export {
	areContacts,
	blockedPeople,
	contactsFor,
	howTheyAnswer,
	requestsFor,
	standingWith,
	type Contact,
	type ShownRequest,
} from './read-contacts.ts';
export {
	conversationsFor,
	conversationsOnAPage,
	conversationWith,
	unreadConversations,
} from './mailbox/read-mailbox.ts';
export { reportableMessage } from './mailbox/report-message.ts';
// fragments
export { blockedEitherWay, blockedWith } from './contacts.sql.ts';
// types
export { hindrance, longestMessage, type RequestRefusal } from './contact.ts';
export { longestWords, type WritingRefusal } from './mailbox/message.ts';
