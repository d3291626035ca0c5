// Runs the whole platform: database, pages and worker, kept alive and stopped in order.
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../src/server/platform/config.ts';
import { isLeaving, keepProcess, prepareDatabase, run } from './start/begin.ts';
import { buildPages } from './start/build.ts';
import { say } from './start/say.ts';
import { welcome } from './start/welcome.ts';
import { workerFlags } from './start/worker-flags.ts';

await run(async (config) => {
	const [setUpLink] = await Promise.all([
		prepareDatabase(config),
		buildPages(() => say('Building the pages (only after changes of the sources) ...')),
	]);
	if (isLeaving()) return;
	await keepProcess(config, 'web', 'server.ts');
	await keepProcess(config, 'worker', 'src/server/processes/worker.ts', workerFlags);
	await becomeReady(config);
	if (!isLeaving()) say(welcome(config, setUpLink));
});

async function becomeReady(config: Config): Promise<void> {
	for (let waited = 1; !isLeaving() && !(await answers(config)); waited++) {
		if (waited % 150 === 0) say('The pages do not answer yet; still waiting.');
		await pause(200);
	}
}

async function answers(config: Config): Promise<boolean> {
	const everywhere =
		config.listenOn === undefined || config.listenOn === '0.0.0.0' || config.listenOn === '::';
	const host = everywhere ? '127.0.0.1' : (config.listenOn ?? '');
	try {
		return (await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${config.port}/readyz`)).ok;
	} catch {
		return false;
	}
}
