/** Contacts: teachers who know each other. */
// use cases
export { sendRequest } from './send-request.ts';
export { answerRequest } from './answer-request.ts';
export { blockPerson, unblockPerson } from './block-person.ts';
// reads
export {
	areContacts,
	blockedPeople,
	contactsFor,
	requestsFor,
	standingWith,
	type Contact,
	type ShownRequest,
} from './read-contacts.ts';
// fragments
export { blockedEitherWay, blockedWith } from './contacts.sql.ts';
// types
export { hindrance, longestMessage, type RequestRefusal } from './contact.ts';
