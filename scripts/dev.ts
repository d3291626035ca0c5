// The platform with Vite's dev server in front: the same database and worker, pages that follow the sources.
import { createServer } from 'vite';
import { isLeaving, keepProcess, prepareDatabase, run, stopWithUs } from './start/begin.ts';
import { say } from './start/say.ts';
import { welcome } from './start/welcome.ts';
import { doors } from './vite-doors.ts';

await run(async (config) => {
	const setUpLink = await prepareDatabase(config);
	if (isLeaving()) return;
	await keepProcess(config, 'worker', 'src/server/processes/worker.ts');
	const server = await createServer({
		plugins: [doors()],
		server: { port: config.port, strictPort: true, host: config.listenOn ?? true },
	});
	await server.listen();
	stopWithUs({ stop: () => server.close() });
	say(welcome(config, setUpLink));
});
