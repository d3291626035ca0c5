/** What partner finding owes the platform. */
import { formatNumber } from '#shared/format';
import type { Part } from '#platform/part';
import { rebuildEntries, refreshPeople, refreshSchools } from './keep-entries.ts';
import { privacy } from './privacy.ts';

export const partnerFinding: Part = {
	name: 'partner-finding',
	schemas: ['partner_finding'],
	within: {
		'person.changed': (ctx, { person }) => refreshPeople(ctx, [person]),
		'school.changed': (ctx, { schools }) => refreshSchools(ctx, schools),
	},
	commands: {
		rebuild: {
			usage: '',
			summary: 'Make all lines of the partner search anew.',
			run: async (ctx, _, say) =>
				say(`${formatNumber(await rebuildEntries(ctx), 'en')} teachers can be found.`),
		},
	},
	privacy,
};
