/** In a trial the sign-in page lists the people of the demo world with their passwords. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { installation } from '#platform/installation';

const account = z.object({
	role: z.enum(['teacher', 'member', 'officer', 'central officer', 'pupil']),
	name: z.string(),
	email: z.string().optional(),
	alias: z.string().optional(),
	password: z.string().optional(),
	code: z.string().optional(),
	country: z.string(),
});

export type DemoAccount = z.output<typeof account>;

/** The accounts `npm start` made; none outside a trial, none where there is no demo world. open-to-all in a trial. */
export async function demoAccounts(): Promise<DemoAccount[]> {
	const { mode, dataFolder } = installation();
	if (mode !== 'trial') return [];
	const file = await readFile(join(dataFolder, 'demo-accounts.json'), 'utf8').catch(() => '[]');
	return z.array(account).catch([]).parse(JSON.parse(file));
}
