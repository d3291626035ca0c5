/** What spaces owe the platform. */
import type { ColumnClass, Part } from '#platform/part';
import { membersAtSchools } from './at-schools.sql.ts';
import { emptyOldSpaces } from './forget.ts';
import { logOfMembers } from './log.ts';
import { endPupilMemberships, presentMembersAmong, suspendMemberRow } from './members.sql.ts';
import { eraseMember } from './privacy.sql.ts';
import {
	eraseMemberships,
	exportMemberships,
	keepMemberships,
	separateMemberships,
	uniteMemberships,
} from './privacy.ts';
import { rooms } from './rooms.ts';
import type { SpaceId } from './space.ts';

declare module '#platform/part' {
	interface Events {
		/** A space was archived for long: what lies in it goes in the same transaction, but for what was published. */
		'space.emptied': { readonly space: SpaceId };
		/** Somebody was recognised on a picture whose family allows none: it is for teachers and its author alone. */
		'picture.kept-back': { readonly space: SpaceId };
	}
}

/** Who works with whom is personal for as long as the space is kept. */
const membership: ColumnClass = { class: 'personal', kept: 'space' };

export const spaces: Part = {
	name: 'spaces',
	spaceLog: logOfMembers,
	schemas: ['spaces'],
	atSchools: membersAtSchools,
	rooms,
	within: {
		'accounts.settled': keepMemberships,
		'member.suspended': (ctx, { member, until }) => suspendMemberRow(ctx, member, until),
		'pupil.ended': (ctx, { pupil }) => endPupilMemberships(ctx, pupil),
		'pupil.removed': (ctx, { pupil }) => eraseMember(ctx, { pupil_id: pupil }),
	},
	jobs: { 'empty-old': emptyOldSpaces },
	schedules: [{ job: 'empty-old', cron: '33 * * * *' }],
	knowsAmong: presentMembersAmong,
	privacy: {
		columns: {
			'spaces.space': {
				id: 'none',
				kind: 'none',
				name: 'none',
				description: 'none',
				locale: 'none',
				made_at: 'none',
				archived_at: 'none',
				archived_by: membership,
				emptied_at: 'none',
			},
			'spaces.member': {
				id: 'none',
				space_id: 'none',
				person_id: { class: 'personal', kept: 'space', person: true },
				pupil_id: { class: 'of a minor', kept: 'pupil' },
				erased_at: 'none',
				school_id: membership,
				role: membership,
				joined_at: membership,
				until: membership,
				left_at: membership,
				left_by: membership,
				suspended_until: membership,
				goes_on_as: 'none',
			},
			'spaces.recognised': {
				file_id: 'none',
				member_id: { class: 'of a minor', kept: 'material' },
				tagged_by: { class: 'personal', kept: 'material' },
				tagged_at: 'none',
			},
			'spaces.looked_over': {
				file_id: 'none',
				looked_by: { class: 'personal', kept: 'material' },
				looked_at: 'none',
			},
			'spaces.activity': {
				id: 'none',
				space_id: 'none',
				member_id: { class: 'of a minor', kept: 'space' },
				verb: 'none',
				thing_kind: 'none',
				thing_id: 'none',
				at: membership,
			},
		},
		forgets: { 'empty-old': ['space'] },
		exportFor: (ctx, person) => exportMemberships(ctx, { person }),
		exportForPupil: (ctx, pupil) => exportMemberships(ctx, { pupil }),
		erase: eraseMemberships,
		unite: uniteMemberships,
		separate: separateMemberships,
	},
};
