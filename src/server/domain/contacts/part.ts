/** What contacts owe the platform. */
import type { Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { forgetOldRequests } from './forget.ts';
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

export const contacts: Part = {
	name: 'contacts',
	schemas: ['contacts'],
	jobs: { forget: forgetOldRequests },
	schedules: [{ job: 'forget', cron: '3 * * * *' }],
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
			'contacts.block': { person_id: person, blocked_person_id: person, blocked_at: since },
		},
		forgets: { forget: ['request'] },
		exportFor: writtenBy,
		erase: deleteAllOf,
		unite: handOver,
		separate: giveBack,
	},
};
