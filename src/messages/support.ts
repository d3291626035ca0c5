/** Messages of `support`; made by scripts/messages.ts from messages/en/support.json. */
import { messagesOf } from '#platform/messages';
import type { NoValues } from '#shared/message-types';

type Arguments = {
	'support.case.gone': NoValues;
	'support.chain.both': { organisation: string | number; central: string | number };
	'support.chain.next.answer': { organisation: string | number };
	'support.chain.next.awaited': NoValues;
	'support.chain.next.correct': NoValues;
	'support.chain.next.decision': NoValues;
	'support.chain.next.mend-awaited': NoValues;
	'support.chain.next.nothing': NoValues;
	'support.chain.next.send-again': NoValues;
	'support.chain.next.stage': { organisations: string | number };
	'support.chain.you': NoValues;
	'support.kind.other': NoValues;
	'support.organisation.central': NoValues;
	'support.organisation.national': { country: string | number };
	'support.reason.against-conduct': NoValues;
	'support.reason.aims-unclear': NoValues;
	'support.reason.duplicate': NoValues;
	'support.reason.incomplete': NoValues;
	'support.reason.no-shared-work': NoValues;
	'support.reason.not-a-school': NoValues;
	'support.reason.not-confirmed-by-school': NoValues;
	'support.reason.other': NoValues;
	'support.reason.outside-programme': NoValues;
	'support.reason.partners-not-suitable': NoValues;
	'support.reason.pupils-not-involved': NoValues;
	'support.reason.role-not-eligible': NoValues;
	'support.reason.wrong-details': NoValues;
	'support.reason.wrong-school': NoValues;
};

/** The texts of `support` in the reader’s language. */
export const t = messagesOf<Arguments>('support');
