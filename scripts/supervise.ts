// Runs the whole platform: database, pages and worker, kept alive and stopped in order.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, readConfig, type Config } from '../src/server/platform/config.ts';
import { holderOf, takeLock } from '../src/server/platform/process-lock.ts';
import { makeSecret } from '../src/server/platform/secret.ts';
import { findPort } from './serve/listen.ts';
import { buildPages } from './start/build.ts';
import { provideDatabase } from './start/database.ts';
import { keepRunning, type Kept } from './start/keep-running.ts';
import { launchScript, logFileOf } from './start/launch-script.ts';
import { say, sentenceOf } from './start/say.ts';
import { welcome } from './start/welcome.ts';

/** What must be stopped, in the order of starting. */
const started: Kept[] = [];
let isStopping = false;

process.on('SIGTERM', () => void leave(0));
process.on('SIGINT', () => void leave(0));
try {
	await start(readConfig());
} catch (error) {
	if (!isStopping) {
		console.error(error instanceof ConfigError ? error.sentences.join('\n') : sentenceOf(error));
		await leave(1);
	}
}

async function start(asked: Config): Promise<void> {
	takeDataFolder(asked);
	process.env['PORT'] = String(await findPort(asked.port, asked.listenOn));
	process.env['OPENTWINNING_DATA'] = asked.dataFolder;
	const config = readConfig();
	makeSecret(config);

	const [setUpLink] = await Promise.all([
		prepareDatabase(config),
		buildPages(() => say('Building the pages (only after changes of the sources) ...')),
	]);
	if (isStopping) return;
	started.push(await keep(config, 'web', 'server.ts'));
	started.push(await keep(config, 'worker', 'src/server/processes/worker.ts'));
	await becomeReady(config);
	say(welcome(config, setUpLink));
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
	started.push({ stop: async () => lock.release() });
}

async function prepareDatabase(config: Config): Promise<string | undefined> {
	say('Preparing the database ...');
	started.push(await provideDatabase(config));
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

function keep(config: Config, name: string, script: string): Promise<Kept> {
	// In a trial the terminal is for people; in production it is where the log is expected.
	const logFile = config.mode === 'trial' ? logFileOf(config.dataFolder, name) : undefined;
	const launch = () => launchScript({ script, environment: {}, ...(logFile && { logFile }) });
	const where = logFile === undefined ? '' : ` Its log: ${logFile}`;
	return keepRunning(`The ${name} process`, launch, (sentence) => say(sentence + where));
}

async function becomeReady(config: Config): Promise<void> {
	for (let waited = 0; !isStopping; waited++) {
		if (await answers(config)) return;
		if (waited === 300) say('The pages do not answer yet; still waiting.');
		await pause(200);
	}
}

async function answers(config: Config): Promise<boolean> {
	const host = config.listenOn === undefined || config.listenOn === '0.0.0.0' ? '127.0.0.1' : config.listenOn;
	const address = host.includes(':') ? `[${host}]` : host;
	try {
		return (await fetch(`http://${address}:${config.port}/readyz`)).ok;
	} catch {
		return false;
	}
}

async function leave(code: number): Promise<void> {
	if (isStopping) return;
	isStopping = true;
	// The last started first: the database goes when nobody needs it any more.
	for (const kept of started.reverse()) await kept.stop().catch((error: unknown) => say(sentenceOf(error)));
	process.exit(code);
}
