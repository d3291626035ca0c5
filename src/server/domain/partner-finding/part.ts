/** What partner finding owes the platform. */
import { formatNumber } from '#shared/format';
import type { Part } from '#platform/part';
import { postsAtSchools } from './at-schools.sql.ts';
import { findablePosts } from './findable-posts.ts';
import { forgetOldLinks, forgetOldPosts } from './forget.ts';
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
import { reportablePost } from './reportable-post.ts';
import { remindAuthors } from './remind-authors.ts';
import { alertSavedSearches } from './saved-searches/alert.ts';
import { forgetFirstFound } from './saved-searches/saved-searches.sql.ts';

export const partnerFinding: Part = {
	name: 'partner-finding',
	schemas: ['partner_finding'],
	reportable: { 'partner-post': reportablePost },
	atSchools: postsAtSchools,
	findable: [findablePosts],
	indexes: [partnerIndex],
	within: {
		'person.changed': (ctx, { person }) => refreshPeople(ctx, [person]),
		'school.changed': (ctx, { schools }) => refreshAtSchools(ctx, schools),
		'school.confirmed': (ctx, { school }) => refreshSchools(ctx, [school]),
		'school.listed': (ctx, { schools }) => refreshSchools(ctx, schools),
		'label.awarded': async (ctx, { person, project, school }) => {
			await refreshPeople(ctx, [person]);
			await refreshProjects(ctx, [project]);
			await refreshSchools(ctx, [school]);
		},
		'project.opened': (ctx, { project }) => refreshProjects(ctx, [project]),
		'project.changed': (ctx, { project }) => refreshProjects(ctx, [project]),
	},
	jobs: {
		rebuild: async (ctx) => void (await rebuildEntries(ctx)),
		'note-activity': noteActivity,
		'forget-ended': forgetEnded,
		'forget-posts': forgetOldPosts,
		'forget-links': forgetOldLinks,
		'forget-first-found': forgetFirstFound,
		'remind-authors': remindAuthors,
		'alert-searches': alertSavedSearches,
	},
	schedules: [
		{ job: 'note-activity', cron: '51 3 * * *' },
		{ job: 'forget-ended', cron: '53 * * * *' },
		{ job: 'forget-posts', cron: '29 * * * *' },
		{ job: 'forget-links', cron: '33 * * * *' },
		{ job: 'forget-first-found', cron: '7 4 * * *' },
		{ job: 'remind-authors', cron: '19 * * * *' },
		{ job: 'alert-searches', cron: '43 * * * *' },
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
