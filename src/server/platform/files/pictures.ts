/** Pictures from outside are never shown as they came: a child process with narrow limits writes them anew. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rootFolder } from '../catalogues.ts';
import { Unavailable } from '../errors.ts';
import type { PictureKind } from './kinds.ts';
import { arrivalsFolder } from './store.ts';

/** Longest side in pixels of each size that is kept. */
export const pictureSizes = { small: 480, medium: 960, large: 1920 } as const;
export type PictureSize = keyof typeof pictureSizes;

/** How much one picture may cost us. */
export const pictureLimits = {
	mostPixels: 50_000_000,
	/** Of processor time: a machine that is busy with other things makes no honest picture unreadable. */
	processorSeconds: 15,
	/** On the clock. */
	seconds: 60,
	/** Address space the child may write to: its own code and about 500 MB of picture. */
	kilobytes: 950_000,
	atOnce: 2,
	waiting: 30,
} as const;

export type WrittenPicture = {
	readonly size: PictureSize;
	readonly file: string;
	readonly width: number;
	readonly height: number;
};
export type PictureRefusal = 'unreadable' | 'too-many-pixels';
type Answer = { readonly written: readonly WrittenPicture[] } | { readonly refused: PictureRefusal };

let running = 0;
const queue: (() => void)[] = [];

/** Writes the picture in all sizes and hands them to `use`; afterwards they are gone. */
export async function withPictureSizes<T>(
	input: string,
	format: PictureKind,
	use: (answer: Answer) => Promise<T>,
): Promise<T> {
	await takeTurn();
	await mkdir(arrivalsFolder(), { recursive: true, mode: 0o700 });
	const folder = await mkdtemp(join(arrivalsFolder(), 'picture-'));
	try {
		return await use(await runChild({ input, folder, format }));
	} finally {
		await rm(folder, { recursive: true, force: true });
		endTurn();
	}
}

async function runChild(order: { input: string; folder: string; format: PictureKind }): Promise<Answer> {
	const { mostPixels, processorSeconds, seconds, kilobytes } = pictureLimits;
	const root = rootFolder();
	const script = join(root, 'src/server/platform/files/picture-process.ts');
	const child = spawn(
		'/bin/sh',
		[
			...['-c', `ulimit -d ${kilobytes} 2>/dev/null; ulimit -t ${processorSeconds}; ulimit -c 0; exec "$@"`],
			...['sh', process.execPath],
			...['--permission', '--allow-addons', '--disable-warning=SecurityWarning', '--max-old-space-size=64'],
			...[join(root, 'node_modules/'), join(root, 'package.json'), script, order.input].map(
				(path) => `--allow-fs-read=${path}`,
			),
			`--allow-fs-write=${order.folder}/`,
			...[script, JSON.stringify({ ...order, mostPixels, sizes: pictureSizes })],
		],
		{
			cwd: root,
			env: {},
			stdio: ['ignore', 'pipe', 'ignore'],
			timeout: seconds * 1000,
			killSignal: 'SIGKILL',
		},
	);
	let said = '';
	child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	// whoever runs out of time or memory is not a picture we can show
	return code === 0 ? (JSON.parse(said) as Answer) : { refused: 'unreadable' };
}

async function takeTurn(): Promise<void> {
	if (running < pictureLimits.atOnce) running++;
	else if (queue.length >= pictureLimits.waiting) throw new Unavailable('pictures-waiting');
	else await new Promise<void>((resolve) => queue.push(resolve));
}

/** The turn goes on to whoever waits longest. */
function endTurn(): void {
	const next = queue.shift();
	if (next) next();
	else running--;
}
