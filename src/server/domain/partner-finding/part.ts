/** What partner finding owes the platform. */
import { formatNumber } from '#shared/format';
import type { Part } from '#platform/part';
import { postsAtSchools } from './at-schools.sql.ts';
import { findablePosts } from './findable-posts.ts';
import { forgetOldPosts } from './forget.ts';
import {
	forgetEnded,
	noteActivity,
	rebuildEntries,
	refreshAtSchools,
	refreshPeople,
	refreshProjects,
	refreshSchools,
} from './keep-entries.ts';
import { partnerIndex } from './partner-index.ts';
import { privacy } from './privacy.ts';

export const partnerFinding: Part = {
	name: 'partner-finding',
	schemas: ['partner_finding'],
	atSchools: postsAtSchools,
	findable: [findablePosts],
	indexes: [partnerIndex],
	within: {
		'person.changed': (ctx, { person }) => refreshPeople(ctx, [person]),
		'school.changed': (ctx, { schools }) => refreshAtSchools(ctx, schools),
		'school.confirmed': (ctx, { school }) => refreshSchools(ctx, [school]),
		'school.listed': (ctx, { schools }) => refreshSchools(ctx, schools),
		'project.opened': (ctx, { project }) => refreshProjects(ctx, [project]),
	},
	jobs: {
		rebuild: async (ctx) => void (await rebuildEntries(ctx)),
		'note-activity': noteActivity,
		'forget-ended': forgetEnded,
		'forget-posts': forgetOldPosts,
	},
	schedules: [
		{ job: 'note-activity', cron: '51 3 * * *' },
		{ job: 'forget-ended', cron: '53 * * * *' },
		{ job: 'forget-posts', cron: '29 * * * *' },
	],
	commands: {
		rebuild: {
			usage: '',
			summary: 'Make all lines of the partner search anew.',
			run: async (ctx, _, say) =>
				say(
					`Made anew: the lines of ${formatNumber(await rebuildEntries(ctx), 'en')} teachers, schools and projects.`,
				),
		},
	},
	privacy,
};
