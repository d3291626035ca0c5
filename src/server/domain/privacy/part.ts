/** What privacy owes the platform. It is the last part and learns of the others through their manifests only. */
import type { ColumnClass, Part } from '#platform/part';
import { endAccounts } from './end-accounts.ts';
import { deleteWarnings, warningsForExport } from './warnings.sql.ts';

const warned: ColumnClass = { class: 'personal', kept: 'account' };

export const privacy: Part = {
	name: 'privacy',
	schemas: ['privacy'],
	jobs: { 'end-accounts': endAccounts },
	schedules: [{ job: 'end-accounts', cron: '43 * * * *' }],
	privacy: {
		columns: {
			'privacy.warning': {
				person_id: { class: 'personal', kept: 'account', person: true },
				reason: warned,
				place: 'none',
				warned_at: warned,
			},
		},
		forgets: { 'end-accounts': ['account'] },
		exportFor: async (ctx, person) => ({ warnings: await warningsForExport(ctx, person) }),
		erase: deleteWarnings,
		// a warning is about one account: the other account's life has made it void
		unite: async (ctx, from) => deleteWarnings(ctx, from),
		separate: () => Promise.resolve(),
	},
};
