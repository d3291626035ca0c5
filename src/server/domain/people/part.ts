/** What people owe the platform. */
import { affectedAccountsCommand } from './affected-command.ts';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import type { Part } from '#platform/part';
import { placesAtSchools } from './affiliations/at-schools.sql.ts';
import { overBefore } from '#platform/retention';
import type { PersonId } from '#shared/actor';
import { affiliationCase } from './affiliations/affiliation-case.ts';
import { schoolsInUse } from './affiliations/affiliations.sql.ts';
import { onceValidatedAmong } from './affiliations/affiliations.sql.ts';
import { remindSchools } from './affiliations/evidence/remind-schools.ts';
import { standingOf } from './affiliations/read-affiliations.ts';
import { seeToMergings } from './merging/unite-accounts.ts';
import { idleAccounts } from './persons.sql.ts';
import { privacy } from './privacy.ts';
import { findableTeachers } from './profiles/findable-people.ts';
import { opensPhoto, photoPurpose, photos } from './profiles/photo.ts';
import { deleteOldDevices } from './sign-in/devices.sql.ts';
import { forgetSpentChallenges } from './sign-in/factors.sql.ts';
import { challengeLife, deviceLife } from './sign-in/limits.ts';
import { deleteOldJoinings } from './sign-in/logins.sql.ts';
import { endSessionsCommand } from './security/end-sessions-command.ts';
import { resetFactorsCommand } from './security/reset-factors-command.ts';
import { giveOfficeCommand } from './set-up/offices-command.ts';
import { deleteDeadSessions } from './sign-in/sessions.sql.ts';
import { endSuspensions, suspend } from './sign-in/suspension.sql.ts';

declare module '#platform/part' {
	interface Events {
		/** What others read of this person is different now. */
		'person.changed': { readonly person: PersonId };
		/** Two accounts are one for good: what both had is now the one person's, and the rest of `from` is erased next. */
		'accounts.settled': { readonly from: PersonId; readonly into: PersonId };
		/** This person works at this school no more, or never did. */
		'affiliation.ended': { readonly person: PersonId; readonly school: string };
		/** This person is validated at this school from now on. */
		'affiliation.validated': {
			readonly person: PersonId;
			readonly affiliation: string;
			readonly school: string;
		};
	}
}

export const people: Part = {
	name: 'people',
	schemas: ['people'],
	atSchools: placesAtSchools,
	cases: { affiliation: affiliationCase },
	files: { [photoPurpose]: photos },
	opensFiles: { [photoPurpose]: opensPhoto },
	within: { 'person.suspended': hideWhoIsSuspended },
	findable: [findableTeachers],
	standingOf,
	idleAccounts,
	knowsAmong: onceValidatedAmong,
	schoolsInUse,
	jobs: {
		'forget-the-past': forgetThePast,
		'end-suspensions': findAgainWhoWasSuspended,
		'remind-schools': remindSchools,
		'see-to-mergings': seeToMergings,
	},
	schedules: [
		{ job: 'forget-the-past', cron: '41 * * * *' },
		{ job: 'end-suspensions', cron: '*/5 * * * *' },
		{ job: 'remind-schools', cron: '12 * * * *' },
		{ job: 'see-to-mergings', cron: '23 * * * *' },
	],
	// an office is no word of this part, but only this part knows addresses
	commands: {
		'offices give': giveOfficeCommand,
		'factors reset': resetFactorsCommand,
		'sessions end': endSessionsCommand,
		'accounts affected': affectedAccountsCommand,
	},
	privacy,
};

/** Whoever is suspended acts no more and is found by nobody, neither are their posts; whoever is let in again is. */
async function hideWhoIsSuspended(
	ctx: Context,
	{ person, until }: { readonly person: PersonId; readonly until: Date | null },
): Promise<void> {
	await suspend(ctx, person, until);
	await emit(ctx, 'person.changed', { person });
}

/** Whose time is over is found again; running it twice changes nothing. */
async function findAgainWhoWasSuspended(ctx: Context): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		for (const person of await endSuspensions(inside)) await emit(inside, 'person.changed', { person });
	});
}

/** Sessions that have ended, browsers long unused and requests that were never confirmed; running it twice changes nothing. */
async function forgetThePast(ctx: Context): Promise<void> {
	await deleteDeadSessions(ctx);
	await deleteOldDevices(ctx, new Date(ctx.now.getTime() - deviceLife * 1000));
	await forgetSpentChallenges(ctx, new Date(ctx.now.getTime() - challengeLife * 1000));
	await deleteOldJoinings(ctx, await overBefore(ctx, 'joining'));
}
