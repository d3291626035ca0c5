/** What contacts owe the platform. */
import type { Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { forgetOldMessages, forgetOldRequests } from './forget.ts';
import { answerByMail } from './mailbox/answer-by-mail.ts';
import { answerKind } from './mailbox/message.ts';
import { messageKind } from './mailbox/report-message.ts';
import { deleteAllOf, giveBack, handOver, writtenBy } from './privacy.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** These two are contacts from now on. */
		'contact.made': { readonly persons: readonly [PersonId, PersonId] };
		/** They were contacts until now. */
		'contact.ended': { readonly persons: readonly [PersonId, PersonId] };
	}
}

const person = { class: 'personal', kept: 'account', person: true } as const;
const since = { class: 'personal', kept: 'account' } as const;
const party = { class: 'personal', kept: 'request', person: true } as const;
const personal = { class: 'personal', kept: 'request' } as const;
const writer = { class: 'personal', kept: 'message', person: true } as const;
const written = { class: 'personal', kept: 'message' } as const;

export const contacts: Part = {
	name: 'contacts',
	schemas: ['contacts'],
	answers: { [answerKind]: answerByMail },
	reportable: { message: messageKind },
	jobs: { forget: forgetOldRequests, 'forget-messages': forgetOldMessages },
	schedules: [
		{ job: 'forget', cron: '3 * * * *' },
		{ job: 'forget-messages', cron: '13 * * * *' },
	],
	privacy: {
		columns: {
			'contacts.request': {
				id: 'none',
				from_person_id: party,
				to_person_id: party,
				message: personal,
				message_locale: personal,
				message_hash: personal,
				sent_at: personal,
			},
			'contacts.answer': { request_id: 'none', accepted: personal, words: personal, answered_at: personal },
			'contacts.contact': { person_a_id: person, person_b_id: person, since },
			'contacts.message': {
				id: 'none',
				from_person_id: writer,
				to_person_id: writer,
				words: written,
				locale: written,
				words_hash: written,
				about_title: written,
				about_path: written,
				request_id: written,
				letter_hash: written,
				sent_at: written,
				removed_at: written,
			},
			'contacts.side': {
				person_id: writer,
				other_person_id: writer,
				last_at: written,
				unread_since: written,
				muted_at: written,
			},
			'contacts.draft': { person_id: writer, other_person_id: writer, words: written, kept_at: written },
			'contacts.block': { person_id: person, blocked_person_id: person, blocked_at: since },
		},
		forgets: { forget: ['request'], 'forget-messages': ['message'] },
		exportFor: writtenBy,
		erase: deleteAllOf,
		unite: handOver,
		separate: giveBack,
	},
};
