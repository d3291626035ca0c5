// The two officers of the stories: they sit at their desks and grant whatever comes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from './person.ts';
import type { Stage } from './stage.ts';

interface Account {
	readonly email?: string;
	readonly password?: string;
}

/** The officers of Portugal and Denmark sign in with the demo world's accounts and sit down. */
export async function seatOfficers(stage: Stage, dataFolder: string): Promise<Person[]> {
	const accounts = JSON.parse(readFileSync(join(dataFolder, 'demo-accounts.json'), 'utf8')) as Account[];
	const seats = ['rui', 'mette'].map(async (name) => {
		const { email = '', password = '' } = accounts.find((one) => one.email?.startsWith(`${name}@`)) ?? {};
		const who = stage.person();
		await sitDown(who, email, password);
		return who;
	});
	return Promise.all(seats);
}

async function sitDown(who: Person, email: string, password: string): Promise<void> {
	// a code counts once: whoever did not get the answer to it waits for the next one
	while (!(await signIn(who, email, password))) await pause(30_000);
	const page = await who.get('/en/me/desk');
	const office = /name="office"[^>]* value="([0-9a-f-]{36})"|value="([0-9a-f-]{36})"[^>]* name="office"/.exec(
		page.text,
	);
	const { status } = await who.send('/en/me/desk?/enter', { office: office?.[1] ?? office?.[2] });
	if (status !== 303) throw new Error(`${email} could not enter the desk: ${status}`);
}

async function signIn(who: Person, email: string, password: string): Promise<boolean> {
	await who.send('/en/sign-in?/enter', { email, password });
	// a trial shows what the app of a demo account shows
	const [, code] = /shows (\d{6}) just now/.exec((await who.get('/en/sign-in/code')).text) ?? [];
	return (await who.send('/en/sign-in/code?/enter', { code })).status === 303;
}

/** Grants everything that lies in the queue, until the run is over. */
export async function grantAll(officer: Person, stage: Stage): Promise<void> {
	while (!stage.isOver()) {
		const desk = await officer.get('/en/desk');
		if (desk.status !== 200) throw new Error(`the desk answered ${desk.status}`);
		const cases = new Set(
			[...desk.text.matchAll(/\/en\/desk\/cases\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''),
		);
		for (const id of cases) await grant(officer, stage, id);
		await pause(800);
	}
}

async function grant(officer: Person, stage: Stage, id: string): Promise<void> {
	const path = `/en/desk/cases/${id}`;
	const step = /name="step" value="([0-9a-f-]{36})"/.exec((await officer.get(path)).text)?.[1];
	if (step === undefined) return;
	const { status } = await officer.send(`${path}?/grant`, { step });
	if (status === 303) stage.ledger.write('step granted', step);
}
