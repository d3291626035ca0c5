/** What privacy owes the platform. It is the last part and learns of the others through their manifests only. */
import type { Context } from '#platform/context';
import type { ColumnClass, Part } from '#platform/part';
import type { System } from '#shared/actor';
import { endAccounts } from './end-accounts.ts';
import { noteErasure, replayErasures } from './erasure-ledger.ts';
import { insertErasure } from './erasures.sql.ts';
import { deleteWarnings, warningsForExport } from './warnings.sql.ts';

const warned: ColumnClass = { class: 'personal', kept: 'account' };

export const privacy: Part = {
	name: 'privacy',
	schemas: ['privacy'],
	within: { 'pupil.erased': (ctx, { pupil }) => insertErasure(ctx, pupil) },
	after: {
		'person.erased': (_ctx, { person }) => noteErasure(person),
		'pupil.erased': (_ctx, { pupil }) => noteErasure(pupil),
	},
	jobs: {
		'end-accounts': endAccounts,
		'replay-erasures': async (ctx: Context<System>) => void (await replayErasures(ctx)),
	},
	schedules: [
		{ job: 'end-accounts', cron: '43 * * * *' },
		{ job: 'replay-erasures', cron: '*/5 * * * *' },
	],
	commands: {
		'privacy replay': {
			usage: '',
			summary: 'After a backup came back: forget again whoever was forgotten since.',
			run: async (ctx, _, say) => say(`Forgotten again: ${await replayErasures(ctx)}.`),
		},
	},
	privacy: {
		columns: {
			'privacy.warning': {
				person_id: { class: 'personal', kept: 'account', person: true },
				reason: warned,
				place: 'none',
				warned_at: warned,
			},
			// a number that means nothing to anybody any more
			'privacy.erasure': { person_id: 'none', erased_at: 'none' },
		},
		forgets: { 'end-accounts': ['account'] },
		exportFor: async (ctx, person) => ({ warnings: await warningsForExport(ctx, person) }),
		erase: deleteWarnings,
		// a warning is about one account: the other account's life has made it void
		unite: async (ctx, from) => deleteWarnings(ctx, from),
		separate: () => Promise.resolve(),
	},
};
