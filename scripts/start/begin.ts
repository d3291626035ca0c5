// The beginning that `npm start` and `npm run dev` share: settings, data folder, port, secret, database, first content.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, readConfig, type Config } from '../../src/server/platform/config.ts';
import { installation } from '../../src/server/platform/installation.ts';
import { holderOf, takeLock } from '../../src/server/platform/process-lock.ts';
import { findPort } from '../serve/listen.ts';
import { provideDatabase } from './database.ts';
import { keepRunning, type Kept } from './keep-running.ts';
import { launchScript, logFileOf } from './launch-script.ts';
import { say, sentenceOf } from './say.ts';

/** What must be stopped, in the order of starting. */
const started: Kept[] = [];
let isStopping = false;

/** Runs the whole of a start; what goes wrong is said in a sentence, and what was started is stopped again. */
export async function run(start: (config: Config) => Promise<void>): Promise<void> {
	process.on('SIGTERM', () => void leave(0));
	process.on('SIGINT', () => void leave(0));
	try {
		await start(await takeGround());
	} catch (error) {
		if (isStopping) return;
		console.error(error instanceof ConfigError ? error.sentences.join('\n') : sentenceOf(error));
		await leave(1);
	}
}

/** Whether the platform is on its way down, so that nothing more need be begun. */
export function isLeaving(): boolean {
	return isStopping;
}

/** Has this stopped when the platform stops, before all that was started earlier. */
export function stopWithUs(kept: Kept): void {
	started.push(kept);
}

/** Starts the database, brings it to the newest schema, and answers the set-up link of an empty installation. */
export async function prepareDatabase(config: Config): Promise<string | undefined> {
	say('Preparing the database ...');
	stopWithUs(await provideDatabase(config));
	let setUpLink: string | undefined;
	const prepare = launchScript({
		script: 'scripts/start/prepare.ts',
		environment: {},
		onMessage: (message) => (setUpLink = (message as { setUpLink?: string }).setUpLink),
	});
	const how = await prepare.ended;
	if (how !== 'exit code 0') throw new Error(`The database could not be prepared (${how}).`);
	return setUpLink;
}

/** Keeps one of the platform's processes running. */
export async function keepProcess(
	config: Config,
	name: string,
	script: string,
	flags: readonly string[] = [],
): Promise<void> {
	// In a trial the terminal is for people; in production it is where the log is expected.
	const logFile = config.mode === 'trial' ? logFileOf(config.dataFolder, name) : undefined;
	const launch = () => launchScript({ script, flags, environment: {}, ...(logFile && { logFile }) });
	const where = logFile === undefined ? '' : ` Its log: ${logFile}`;
	stopWithUs(await keepRunning(`The ${name} process`, launch, (sentence) => say(sentence + where)));
}

async function takeGround(): Promise<Config> {
	const asked = readConfig();
	refuseDemo(asked);
	takeDataFolder(asked);
	process.env['PORT'] = String(await findPort(asked.port, asked.listenOn));
	process.env['OPENTWINNING_DATA'] = asked.dataFolder;
	// Makes the secret of a new installation, and refuses one that is too short, before anything runs.
	installation();
	return readConfig();
}

// The passwords of the demo world are on the sign-in page of the trial: no real school may be served beside them.
function refuseDemo({ mode, dataFolder }: Config): void {
	if (mode === 'production' && existsSync(join(dataFolder, 'demo-accounts.json')))
		throw new Error(
			`${dataFolder} holds the demo world of a trial. Serve real schools from another folder ` +
				'(OPENTWINNING_DATA=/path/to/data) and, with DATABASE_URL, from an empty database.',
		);
}

function takeDataFolder(config: Config): void {
	mkdirSync(config.dataFolder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
	const file = join(config.dataFolder, 'supervisor.lock');
	const lock = takeLock(file);
	if (lock === undefined)
		throw new Error(
			`OpenTwinning already runs on ${config.dataFolder} (process ${holderOf(file)}). ` +
				'Stop it, or choose another folder and port: OPENTWINNING_DATA=.data2 PORT=3001 npm start',
		);
	stopWithUs({ stop: async () => lock.release() });
}

async function leave(code: number): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	// The last started first: the database goes when nobody needs it any more.
	for (const kept of started.reverse()) await kept.stop().catch((error: unknown) => say(sentenceOf(error)));
	process.exit(code);
}
