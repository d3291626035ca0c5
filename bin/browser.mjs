// The browser for the journeys: the system's Chromium or Chrome, installed with apt where that is possible.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fail } from './install.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const places = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of a browser that starts; ends the process with what to do when there is none. */
export function findBrowser() {
	const found = installed() ?? installWithApt();
	if (found !== undefined) return found;
	return fail(
		'The journeys need a Chromium. Install one (Debian and Ubuntu: "sudo apt-get install chromium"; ' +
			'Fedora: "sudo dnf install chromium"; macOS: "brew install --cask chromium") and start again, ' +
			'or name yours: CHROMIUM=/path/to/chromium npm test',
	);
}

function installed() {
	const own = process.env.CHROMIUM;
	const candidates = [...(own ? [own] : []), ...names.flatMap(inPath), ...places];
	return candidates.find((path) => existsSync(path) && starts(path));
}

function installWithApt() {
	if (process.getuid?.() !== 0 || inPath('apt-get').length === 0) return undefined;
	console.log('Installing Chromium for the journeys with apt-get ...');
	const apt = (...args) =>
		spawnSync('apt-get', args, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
		}).status === 0;
	apt('update');
	return apt('install', '--yes', '--no-install-recommends', 'chromium') ? installed() : undefined;
}

function inPath(name) {
	return (process.env.PATH ?? '')
		.split(':')
		.map((folder) => `${folder}/${name}`)
		.filter((path) => existsSync(path));
}

// A name in the path may be a stub that only says how to install the real one.
function starts(path) {
	return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}
