/** What safety owes the platform. */
import type { ColumnClass, Part } from '#platform/part';
import type { PersonId } from '#shared/actor';
import { escalateOverdue } from './escalate.ts';
import { forgetOldMatters } from './forget.ts';
import type { RoomId, RoomMemberId } from './matter.ts';
import { deleteMattersIn } from './matters.sql.ts';
import {
	eraseSafety,
	exportSafety,
	exportSafetyOfPupil,
	giveSafetyBack,
	handSafetyOver,
} from './privacy.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** Something in a room waits for a look; the part that owns the kind of room tells its teachers where. */
		'matter.opened': {
			readonly space: RoomId;
			readonly spaceName: string;
			readonly teachers: readonly PersonId[];
		};
		/** Nobody acts as this person until then, from the next request on; null: they may again. */
		'person.suspended': { readonly person: PersonId; readonly until: Date | null };
		/** This member is out of the room until then; null: no more. */
		'member.suspended': { readonly member: RoomMemberId; readonly until: Date | null };
	}
}

/** Pupils are reported and report here too: all of it is treated as a minor's. */
const ofMinor: ColumnClass = { class: 'of a minor', kept: 'report' };
const person: ColumnClass = { class: 'personal', kept: 'report', person: true };
const kept: ColumnClass = { class: 'personal', kept: 'report' };

export const safety: Part = {
	name: 'safety',
	schemas: ['safety'],
	within: { 'space.emptied': (ctx, { space }) => deleteMattersIn(ctx, space) },
	jobs: { escalate: escalateOverdue, forget: forgetOldMatters },
	schedules: [
		{ job: 'escalate', cron: '*/5 * * * *' },
		{ job: 'forget', cron: '37 * * * *' },
	],
	privacy: {
		columns: {
			'safety.matter': {
				id: 'none',
				thing_kind: 'none',
				thing_id: 'none',
				space_id: 'none',
				organisation_id: 'none',
				author_person_id: person,
				author_member_id: ofMinor,
				by_pupil: 'none',
				why: 'none',
				hides: 'none',
				urgent: 'none',
				evidence: ofMinor,
				opened_at: 'none',
				due_at: 'none',
				escalated_at: 'none',
				settled_at: 'none',
				appealed_at: 'none',
				appeal_by: 'none',
				appeal_words: ofMinor,
				appeal_locale: 'none',
				appeal_decided_at: 'none',
			},
			'safety.report': {
				id: 'none',
				number: ofMinor,
				matter_id: 'none',
				by_person_id: person,
				by_member_id: ofMinor,
				reason: ofMinor,
				words: ofMinor,
				locale: 'none',
				reported_at: ofMinor,
			},
			'safety.decision': {
				matter_id: 'none',
				round: 'none',
				outcome: 'none',
				reason: ofMinor,
				words: ofMinor,
				locale: 'none',
				by_member_id: kept,
				office_id: 'none',
				decided_at: 'none',
			},
			'safety.look': { id: 'none', matter_id: 'none', office_id: kept, opened_at: kept, ends_at: kept },
			'safety.space_rule': { space_id: 'none', since: 'none', waits: 'none', set_by: kept },
			'safety.word': { locale: 'none', word: 'none' },
			'safety.clock_rule': { urgent: 'none', since: 'none', hours: 'none' },
			'safety.suspension': {
				id: 'none',
				matter_id: 'none',
				person_id: person,
				member_id: ofMinor,
				reason: ofMinor,
				words: ofMinor,
				locale: 'none',
				by_member_id: kept,
				office_id: 'none',
				suspended_at: ofMinor,
				until: ofMinor,
				lifted_at: ofMinor,
			},
		},
		forgets: { forget: ['report'] },
		exportFor: exportSafety,
		exportForPupil: exportSafetyOfPupil,
		erase: eraseSafety,
		unite: handSafetyOver,
		separate: giveSafetyBack,
	},
};
