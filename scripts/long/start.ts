// About 6 minutes: `npm start` for real, from bare clones, as root and as an ordinary person, and after every kill.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../..');
const isRoot = process.getuid?.() === 0;
const person = 'opentwinning-try';
const failures: string[] = [];

/** One bare clone, the account that starts it, and the npm it is started with. */
interface Clone {
	readonly folder: string;
	readonly account: string | undefined;
	readonly npm: readonly [program: string, ...args: string[]];
	readonly port: number;
}

interface Start {
	readonly npm: ChildProcess;
	readonly words: () => string;
}

const usual = ['npm'] as const;
const newest = ['npx', '--yes', 'npm@12'] as const;

await check('from a bare clone, twice in a row', isRoot ? homedir() : tmpdir(), undefined, usual, twice);
await check('with the next npm, in a long path with a space', longPath(), undefined, newest, once);
if (isRoot) await asAnotherPerson();
console.log(JSON.stringify({ long: 'start', failures }));
process.exitCode = failures.length === 0 ? 0 : 1;

async function check(
	what: string,
	place: string,
	account: string | undefined,
	npm: Clone['npm'],
	steps: (clone: Clone) => Promise<void>,
): Promise<void> {
	mkdirSync(place, { recursive: true });
	const folder = mkdtempSync(join(place, 'opentwinning-'));
	execFileSync('git', ['clone', '--quiet', root, folder]);
	if (account !== undefined) execFileSync('chown', ['-R', account, folder]);
	const from = Date.now();
	try {
		await steps({ folder, account, npm, port: await freePort() });
		console.log(`ok      ${what} (${Math.round((Date.now() - from) / 1000)} s)`);
	} catch (error) {
		failures.push(what);
		console.log(`FAILED  ${what}: ${error instanceof Error ? error.message : String(error)}`);
	} finally {
		removeClone(folder);
	}
}

async function asAnotherPerson(): Promise<void> {
	execFileSync('useradd', ['--create-home', person]);
	try {
		await check('as an ordinary person, through every kill', `/home/${person}`, person, usual, killed);
	} finally {
		execFileSync('userdel', ['--remove', '--force', person], { stdio: 'ignore' });
	}
}

async function once(clone: Clone): Promise<void> {
	const start = await started(clone);
	await stopped(start, 'SIGTERM');
}

async function twice(clone: Clone): Promise<void> {
	const first = await started(clone);
	const passwords = accountsOf(clone);
	await refused(clone, 'already runs');
	await refused(clone, 'in use', { OPENTWINNING_DATA: join(clone.folder, 'other') });
	await stopped(first, 'SIGINT');
	const second = await started(clone);
	if (accountsOf(clone) !== passwords) throw new Error('the second start made other demo accounts');
	await stopped(second, 'SIGTERM');
}

async function killed(clone: Clone): Promise<void> {
	const victims = ['npm', 'supervisor', 'database', 'web'] as const;
	let start = await started(clone);
	for (const victim of victims) {
		const pid = victim === 'npm' ? start.npm.pid : pidOf(clone, victim);
		if (pid === undefined) throw new Error(`the ${victim} was not found`);
		process.kill(pid, 'SIGKILL');
		if (victim === 'npm' || victim === 'supervisor') {
			await ended(start);
			start = await started(clone);
		} else await answers(clone);
	}
	await stopped(start, 'SIGTERM');
}

async function started(clone: Clone): Promise<Start> {
	const start = launch(clone);
	for (const end = Date.now() + 300_000; Date.now() < end; await pause(200)) {
		if (start.words().includes('OpenTwinning is ready')) {
			await answers(clone);
			return start;
		}
		if (start.npm.exitCode !== null) break;
	}
	await stopped(start, 'SIGTERM');
	throw new Error(`it did not become ready:\n${start.words()}`);
}

async function refused(clone: Clone, sentence: string, environment: NodeJS.ProcessEnv = {}): Promise<void> {
	const start = launch(clone, environment);
	await ended(start);
	if (start.npm.exitCode === 0 || !start.words().includes(sentence))
		throw new Error(`a second start did not say "${sentence}":\n${start.words()}`);
}

function launch({ folder, account, npm, port }: Clone, environment: NodeJS.ProcessEnv = {}): Start {
	const [program, ...args] = npm;
	const home = account === undefined ? homedir() : `/home/${account}`;
	const env = { ...surroundings(), ...environment, HOME: home, PORT: String(port) };
	const child = spawn(program, [...args, 'start'], {
		...(account !== undefined && { uid: idOf('-u', account), gid: idOf('-g', account) }),
		cwd: folder,
		env,
		// A group of its own, as a terminal would give it.
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let words = '';
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
	return { npm: child, words: () => words };
}

function idOf(flag: '-u' | '-g', account: string): number {
	return Number(execFileSync('id', [flag, account], { encoding: 'utf8' }));
}

/** The environment of a person who has set nothing of ours, and has not called npm. */
function surroundings(): NodeJS.ProcessEnv {
	const ours = /^(npm_|OPENTWINNING_|NODE_ENV$|PUBLIC_URL$|DATABASE_URL$)/i;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Ctrl-C and service managers signal the whole group; npm alone would ignore a SIGINT. */
async function stopped(start: Start, signal: 'SIGINT' | 'SIGTERM'): Promise<void> {
	process.kill(-(start.npm.pid ?? 0), signal);
	await ended(start);
}

// The pipes of what npm started close when the last of them is gone.
function ended({ npm }: Start): Promise<unknown> {
	const gone = new Promise((done) => npm.once('close', done));
	const late = pause(30_000, undefined, { ref: false }).then(() => {
		throw new Error('something of it still runs after 30 s');
	});
	return Promise.race([gone, late]);
}

async function answers({ port }: Clone): Promise<void> {
	for (const end = Date.now() + 30_000; Date.now() < end; await pause(100)) {
		const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => undefined);
		if (answer?.ok) return;
	}
	throw new Error('the pages did not come back within 30 s');
}

function pidOf({ folder }: Clone, name: 'supervisor' | 'database' | 'web'): number | undefined {
	const supervisor = Number.parseInt(readFileSync(join(folder, '.data/supervisor.lock'), 'utf8'), 10);
	if (name === 'supervisor') return supervisor;
	if (name === 'database')
		return Number.parseInt(readFileSync(join(folder, '.data/postgres/postmaster.pid'), 'utf8'), 10);
	const children = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(supervisor)], {
		encoding: 'utf8',
	});
	const line = children.split('\n').find((child) => child.includes('server.ts'));
	return line === undefined ? undefined : Number.parseInt(line, 10);
}

function accountsOf({ folder }: Clone): string {
	return readFileSync(join(folder, '.data/demo-accounts.json'), 'utf8');
}

function longPath(): string {
	return join(tmpdir(), 'opentwinning long', 'a-long-name-of-a-folder/'.repeat(6));
}

function removeClone(folder: string): void {
	const note = join(folder, '.data/postgres.json');
	try {
		const { home } = JSON.parse(readFileSync(note, 'utf8')) as { home: string };
		rmSync(home, { recursive: true, force: true });
	} catch {
		// A start that failed early has no database.
	}
	rmSync(folder, { recursive: true, force: true });
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}
