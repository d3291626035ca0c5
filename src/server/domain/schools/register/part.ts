/** What registers owe the platform. */
import type { Context } from '#platform/context';
import type { Part } from '#platform/part';
import { privacy } from './privacy.ts';
import { applyJob, checkJob, forgetJob, letGoJob, undoJob } from './loading/jobs.ts';
import { registerFile, registerFilePurpose } from './loading/register-file.ts';
import { lookForDoubles, lookForDoublesOf } from './questions/look-for-doubles.ts';
import { importCommand } from './register-command.ts';

declare module '#platform/part' {
	interface Part {
		/** Which of these schools somebody chose: what is undone must not take them away from people. */
		readonly schoolsInUse?: (ctx: Context, schools: readonly string[]) => Promise<ReadonlySet<string>>;
	}
}

export const register: Part = {
	name: 'schools/register',
	schemas: ['schools_register'],
	commands: { 'schools import': importCommand },
	within: { 'school.confirmed': (ctx, { school }) => lookForDoublesOf(ctx, school) },
	jobs: {
		...{ check: checkJob, apply: applyJob, undo: undoJob, 'let-go': letGoJob, forget: forgetJob },
		'look-for-doubles': lookForDoubles,
	},
	schedules: [
		{ job: 'forget', cron: '51 * * * *' },
		{ job: 'look-for-doubles', cron: '23 4 * * 0' },
	],
	// nobody reads such a file again: it is worked with where it lies
	files: { [registerFilePurpose]: registerFile },
	privacy,
};
