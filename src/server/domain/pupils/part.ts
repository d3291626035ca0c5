/** What pupils owe the platform. */
import type { Part } from '#platform/part';
import type { PupilId } from '#shared/actor';
import type { ClassId, SchoolId } from './class.ts';
import { deleteOldSessions } from './cards.sql.ts';
import { exportClasses, eraseMaker, separateClasses, uniteClasses } from './privacy.ts';

declare module '#platform/part' {
	interface Events {
		/** A class has grown; where the class takes part, its new pupils take part. */
		'pupils.added': {
			readonly class: ClassId;
			readonly school: SchoolId;
			readonly pupils: readonly PupilId[];
		};
		/** An account has ended: the pupil is nowhere a member any more. */
		'pupil.ended': { readonly pupil: PupilId };
	}
}

const ofMinor = (kept: string) => ({ class: 'of a minor', kept }) as const;
const maker = { class: 'personal', kept: 'class', person: true } as const;

export const pupils: Part = {
	name: 'pupils',
	schemas: ['pupils'],
	jobs: { 'forget-sessions': deleteOldSessions },
	schedules: [{ job: 'forget-sessions', cron: '7 * * * *' }],
	privacy: {
		columns: {
			'pupils.class': {
				id: 'none',
				school_id: 'none',
				name: 'none',
				locale: 'none',
				made_by: maker,
				made_at: 'none',
				ended_at: 'none',
			},
			'pupils.pupil': {
				id: ofMinor('school year or project, then 60 days'),
				class_id: ofMinor('school year or project, then 60 days'),
				alias: ofMinor('school year or project, then 60 days'),
				folded_alias: ofMinor('school year or project, then 60 days'),
				made_by: maker,
				made_at: ofMinor('school year or project, then 60 days'),
				ended_at: ofMinor('school year or project, then 60 days'),
			},
			'pupils.card': {
				pupil_id: ofMinor('until renewed'),
				code_hash: ofMinor('until renewed'),
				made_at: ofMinor('until renewed'),
				made_by: maker,
			},
			'pupils.session': {
				token_hash: ofMinor('one day after its end'),
				pupil_id: ofMinor('one day after its end'),
				opened_at: ofMinor('one day after its end'),
				last_seen_at: ofMinor('one day after its end'),
				ends_at: ofMinor('one day after its end'),
				ended_at: ofMinor('one day after its end'),
			},
		},
		exportFor: exportClasses,
		erase: eraseMaker,
		unite: uniteClasses,
		separate: separateClasses,
	},
};
