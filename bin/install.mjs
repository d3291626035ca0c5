// Makes node_modules what package-lock.json says, and finds the pinned Node in it. Runs on any Node from 18 on.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout; every command works from here. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const packages = join(root, 'node_modules');
const ownNode = join(packages, '.bin', 'node');

/** Installs what is missing and returns the Node to run everything with. */
export async function install() {
	if (!isComplete()) {
		console.log('Installing packages (a minute or two, only the first time) ...');
		await runNpm([
			'ci',
			'--include=dev',
			'--include=optional',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
		]);
	}
	if (!isPinned(ownNode) && existsSync(join(packages, 'node'))) installNodeItself();
	const node = isPinned(ownNode) ? ownNode : nodeOfThisMachine();
	if (!existsSync(join(packages, '$app', 'tsconfig.json'))) {
		spawnSync(node, [join(packages, '@sveltejs/kit/svelte-kit.js'), 'sync'], { cwd: root, stdio: 'ignore' });
	}
	return node;
}

/** Whether every package of the lock file is there in its version. */
export function isComplete() {
	try {
		const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
		const found = JSON.parse(readFileSync(join(packages, '.package-lock.json'), 'utf8')).packages;
		return Object.entries(wanted).every(([place, { version, optional }]) => {
			if (place === '') return true;
			return found[place] ? found[place].version === version : optional === true;
		});
	} catch {
		return false;
	}
}

/** Ends the process with one sentence when another program has the port: nothing long is begun in vain. */
export function demandFreePort(port) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once('error', (error) => {
			if (error.code !== 'EADDRINUSE') return resolve();
			fail(
				`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
			);
		});
		probe.listen(port, '127.0.0.1', () => probe.close(resolve));
	});
}

/** Says what is wrong and ends the process. */
export function fail(sentence) {
	console.error(sentence);
	process.exit(1);
}

async function runNpm(args) {
	// npm tells the commands it runs where it lives, so that the same npm is used again.
	const script = process.env.npm_execpath;
	const isNpm = script !== undefined && /npm(-cli)?\.c?js$/.test(script);
	const [program, prefix] = isNpm ? [process.execPath, [script]] : ['npm', []];
	const npm = spawn(program, [...prefix, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
	const code = await new Promise((resolve) => {
		npm.once('error', () => resolve(127));
		npm.once('exit', (status) => resolve(status ?? 1));
	});
	if (code === 127) fail('npm was not found. Install Node.js with npm (https://nodejs.org), then try again.');
	if (code !== 0) fail('npm could not install the packages; its own message stands above.');
}

function wantedVersion() {
	return `v${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).dependencies.node}`;
}

function isPinned(node) {
	const asked = spawnSync(node, ['--version'], { encoding: 'utf8' });
	return asked.status === 0 && asked.stdout.trim() === wantedVersion();
}

// The package fetches its program in an install script, which npm may have been told not to run.
function installNodeItself() {
	const folder = join(packages, 'node');
	spawnSync(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, stdio: 'ignore' });
}

function nodeOfThisMachine() {
	if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
	return fail(
		`The pinned Node ${wantedVersion()} does not run here, and ${process.version} is too old. ` +
			'Install Node.js 24 or newer (https://nodejs.org), then try again.',
	);
}
