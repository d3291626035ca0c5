// Builds the pages, unless the build is that of these very sources.
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock, type ProcessLock } from '../../src/server/platform/process-lock.ts';
import { launchScript } from './launch-script.ts';

const root = resolve(import.meta.dirname, '../..');
const mark = resolve(root, 'build/sources');
const cache = resolve(root, 'node_modules/.cache/opentwinning');
const lockFile = `${cache}/build.lock`;
const logFile = `${cache}/build.log`;
const sources = [
	'src/**/*',
	'messages/**/*',
	'static/**/*',
	'scripts/vite-*.ts',
	'scripts/messages/**/*.ts',
	'vite.config.ts',
	'package-lock.json',
];

/** Builds the pages where needed; two processes that ask at once take turns. */
export async function buildPages(begin: () => void = () => undefined): Promise<void> {
	if (isCurrent()) return;
	const lock = await waitForLock();
	try {
		if (isCurrent()) return;
		begin();
		const hash = hashOfSources();
		await runVite();
		// Written last: an interrupted build has no mark and is made again.
		writeFileSync(mark, hash);
	} finally {
		lock.release();
	}
}

function isCurrent(): boolean {
	return existsSync(mark) && readFileSync(mark, 'utf8') === hashOfSources();
}

function hashOfSources(): string {
	const hash = createHash('sha256');
	const files = globSync(sources, { cwd: root, withFileTypes: true }).filter((entry) => entry.isFile());
	for (const path of files.map((entry) => resolve(entry.parentPath, entry.name)).sort()) {
		if (!path.endsWith('.test.ts')) hash.update(path.slice(root.length)).update(readFileSync(path));
	}
	return hash.digest('hex');
}

async function waitForLock(): Promise<ProcessLock> {
	for (;;) {
		const lock = takeLock(lockFile);
		if (lock !== undefined) return lock;
		await pause(200);
	}
}

async function runVite(): Promise<void> {
	rmSync(logFile, { force: true });
	const vite = launchScript({
		script: 'node_modules/vite/bin/vite.js',
		args: ['build'],
		environment: {},
		logFile,
	});
	const how = await vite.ended;
	if (how !== 'exit code 0')
		throw new Error(`The pages could not be built:\n${readFileSync(logFile, 'utf8').trim()}`);
}
