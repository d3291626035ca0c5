/** What pupils owe the platform. */
import type { Part } from '#platform/part';
import { affectedClassesCommand } from './affected-classes-command.ts';
import { forgetAgain } from './answer-family.ts';
import { classesAtSchools } from './at-schools.sql.ts';
import type { Kept } from '#platform/retention';
import type { PersonId, PupilId } from '#shared/actor';
import type { ClassId, SchoolId } from './class.ts';
import { deleteOldSessions } from './cards.sql.ts';
import { forgetPupils } from './forget.ts';
import { accountEndingWith, endExpiredConsents } from './keep-consent.ts';
import { leaveClassesBehind } from './leave-school.ts';
import { warnOfEnds } from './warn-of-ends.ts';
import { exportAccount, exportClasses, separateClasses, uniteClasses } from './privacy.ts';

declare module '#platform/part' {
	interface Events {
		/** A class has grown; where the class takes part, its new pupils take part. */
		'pupils.added': {
			readonly class: ClassId;
			readonly school: SchoolId;
			readonly pupils: readonly PupilId[];
		};
		/** Another teacher of the school looks after the class from now on. */
		'class.taken-over': {
			readonly class: ClassId;
			readonly school: SchoolId;
			readonly by: PersonId;
		};
		/** An account has ended: the pupil is nowhere a member any more. */
		'pupil.ended': { readonly pupil: PupilId };
		/** A pupil is about to be removed; what the pupil wrote stays as from nobody. */
		'pupil.removed': { readonly pupil: PupilId };
		/** A family wanted its child forgotten; the number means nothing to anybody. */
		'pupil.erased': { readonly pupil: PupilId };
		/** A class without pupils is about to be removed. */
		'class.removed': { readonly class: ClassId };
	}
}

const ofMinor = (kept: Kept) => ({ class: 'of a minor', kept }) as const;
const maker = { class: 'personal', kept: 'class', person: true } as const;

export const pupils: Part = {
	name: 'pupils',
	schemas: ['pupils'],
	atSchools: classesAtSchools,
	within: { 'affiliation.ended': leaveClassesBehind },
	consentEffects: accountEndingWith,
	jobs: {
		'end-consents': endExpiredConsents,
		'forget-sessions': deleteOldSessions,
		'forget-pupils': forgetPupils,
		'warn-of-ends': warnOfEnds,
	},
	schedules: [
		{ job: 'end-consents', cron: '6 * * * *' },
		{ job: 'forget-sessions', cron: '11 * * * *' },
		{ job: 'forget-pupils', cron: '21 * * * *' },
		{ job: 'warn-of-ends', cron: '26 * * * *' },
	],
	commands: { 'classes affected': affectedClassesCommand },
	privacy: {
		columns: {
			'pupils.class': {
				id: 'none',
				school_id: 'none',
				name: 'none',
				locale: 'none',
				made_by: maker,
				looked_after_by: maker,
				made_at: 'none',
				home_closed_at: 'none',
				ends_on: 'none',
				back_at: 'none',
				ended_at: 'none',
			},
			'pupils.end_told': { class_id: 'none', ends_on: 'none', days: 'none', told_at: 'none' },
			'pupils.handover': {
				id: 'none',
				class_id: 'none',
				from_id: maker,
				to_id: maker,
				offered_at: 'none',
				taken_by: maker,
				taken_at: 'none',
			},
			'pupils.pupil': {
				id: ofMinor('pupil'),
				class_id: ofMinor('pupil'),
				alias: ofMinor('pupil'),
				folded_alias: ofMinor('pupil'),
				made_by: maker,
				made_at: ofMinor('pupil'),
				ended_at: ofMinor('pupil'),
				last_used_on: ofMinor('pupil'),
			},
			'pupils.consent': {
				id: 'none',
				pupil_id: ofMinor('pupil'),
				purpose: ofMinor('pupil'),
				given_by: ofMinor('pupil'),
				attested_by: { class: 'personal', kept: 'pupil', person: true },
				text_version: 'none',
				text_locale: 'none',
				given_at: ofMinor('pupil'),
				expires_on: ofMinor('pupil'),
				withdrawn_at: ofMinor('pupil'),
			},
			'pupils.consent_age': {
				number: 'none',
				country: 'none',
				age: 'none',
				source: 'none',
				seen_on: 'none',
				since: 'none',
				set_at: 'none',
				set_by: 'none',
			},
			'pupils.card': {
				pupil_id: ofMinor('card'),
				code_hash: ofMinor('card'),
				made_at: ofMinor('card'),
				made_by: maker,
			},
			'pupils.picture_code': {
				pupil_id: ofMinor('card'),
				class_id: ofMinor('card'),
				sign: ofMinor('card'),
				code_hash: ofMinor('card'),
				made_at: ofMinor('card'),
				made_by: maker,
			},
			'pupils.door': {
				id: 'none',
				class_id: 'none',
				code_hash: 'none',
				opened_by: { class: 'personal', kept: 'pupil-session', person: true },
				opened_at: 'none',
				closes_at: 'none',
				closed_at: 'none',
			},
			'pupils.session': {
				token_hash: ofMinor('pupil-session'),
				pupil_id: ofMinor('pupil-session'),
				opened_at: ofMinor('pupil-session'),
				last_seen_at: ofMinor('pupil-session'),
				ends_at: ofMinor('pupil-session'),
				ended_at: ofMinor('pupil-session'),
			},
		},
		forgets: { 'forget-sessions': ['pupil-session'], 'forget-pupils': ['pupil', 'card', 'class'] },
		exportFor: exportClasses,
		exportForPupil: exportAccount,
		erase: forgetAgain,
		unite: uniteClasses,
		separate: separateClasses,
	},
};
