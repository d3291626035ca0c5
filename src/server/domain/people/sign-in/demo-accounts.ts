/** In a trial the sign-in page lists the people of the demo world with their passwords. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { installation } from '#platform/installation';
import { demand } from '../abilities.ts';
import { ownAccount } from '../security/own-account.ts';
import { codeAt, stepOf } from './codes.ts';
import { authenticatorOf } from './factors.sql.ts';
import { loginById } from './logins.sql.ts';

const account = z.object({
	role: z.enum(['teacher', 'member', 'officer', 'central officer', 'moderator', 'pupil']),
	name: z.string(),
	email: z.string().optional(),
	alias: z.string().optional(),
	password: z.string().optional(),
	code: z.string().optional(),
	/** The key of the code app, of those who have one. */
	app: z.string().optional(),
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

/** What the code app of a demo account shows just now; of anybody else nothing. open-to-all in a trial. */
export async function demoCode(ctx: Context, login: string): Promise<string | undefined> {
	const accounts = await demoAccounts();
	if (accounts.length === 0) return undefined;
	const { email } = await loginById(ctx, login);
	const app = accounts.find((account) => account.email === email)?.app;
	const taken = app === undefined ? undefined : await authenticatorOf(ctx, login);
	if (app === undefined || !taken) return undefined;
	// a code counts once: whoever was in just now is shown the next one
	return codeAt(app, Math.max(stepOf(ctx.now), taken.last_step + 1));
}

/** The same for whoever is signed in. */
export async function ownDemoCode(ctx: Context): Promise<string | undefined> {
	demand(ctx, 'people.secure-account');
	return demoCode(ctx, (await ownAccount(ctx)).login);
}
