/**
 * Videos fit for every browser: ffmpeg, where the machine has it, writes them anew in 720 lines without metadata, in a
 * child process with limits of time and memory that opens nothing but the one file.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { arrivalsFolder } from './store.ts';

/** How much one video may cost us. */
const limits = { hours: 3, kilobytes: 4_000_000, mostPixels: 50_000_000, lines: 720 } as const;

export type WrittenVideo = {
	readonly size: 'video' | 'poster';
	readonly type: string;
	readonly file: string;
	readonly width: null;
	readonly height: null;
};

/** The one reader for each kind, so that a list of other files is never taken for a video. */
const readers: Readonly<Record<string, string>> = {
	'video/mp4': 'mov',
	'video/quicktime': 'mov',
	'video/webm': 'matroska',
	'video/x-msvideo': 'avi',
};

/** Whether this machine can convert videos; said to people before they send one. */
export function videosAreConverted(): boolean {
	return ffmpegPath() !== undefined;
}

function ffmpegPath(): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
	return folders.map((folder) => join(folder, 'ffmpeg')).find(isExecutable);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Writes the video and how it begins, and hands them to `use`; afterwards they are gone. Undefined: it cannot be read. */
export async function videoSizes<T>(
	input: string,
	type: string,
	use: (written: readonly WrittenVideo[] | undefined) => Promise<T>,
): Promise<T> {
	const [ffmpeg, reader] = [ffmpegPath(), readers[type]];
	if (ffmpeg === undefined || reader === undefined) return use(undefined);
	await mkdir(arrivalsFolder(), { recursive: true, mode: 0o700 });
	const folder = await mkdtemp(join(arrivalsFolder(), 'video-'));
	try {
		const video = join(folder, 'video.mp4');
		const poster = join(folder, 'poster.jpg');
		const isWritten = await run(ffmpeg, [...from(input, reader), ...toVideo, video]);
		if (!isWritten) return await use(undefined);
		const hasPoster = await run(ffmpeg, [...from(video, 'mov'), ...toPoster, poster]);
		const size = { width: null, height: null } as const;
		return await use([
			{ size: 'video', type: 'video/mp4', file: video, ...size },
			...(hasPoster ? [{ size: 'poster', type: 'image/jpeg', file: poster, ...size } as const] : []),
		]);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function from(file: string, reader: string): string[] {
	const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y'];
	const narrow = ['-protocol_whitelist', 'file', '-max_pixels', String(limits.mostPixels)];
	return [...quiet, ...narrow, '-f', reader, '-i', `file:${file}`];
}

const lines = `'if(gt(iw,ih),-2,min(${limits.lines},iw))':'if(gt(iw,ih),min(${limits.lines},ih),-2)'`;
const toVideo = [
	...['-map', '0:v:0', '-map', '0:a:0?', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
	...['-vf', `scale=${lines},format=yuv420p`, '-fpsmax', '30'],
	...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '24', '-threads', '2'],
	...['-c:a', 'aac', '-b:a', '128k', '-ac', '2'],
	...['-fflags', '+bitexact', '-movflags', '+faststart', '-f', 'mp4'],
];
const toPoster = ['-map', '0:v:0', '-frames:v', '1', '-q:v', '4', '-f', 'image2', '-update', '1'];

async function run(ffmpeg: string, parameters: readonly string[]): Promise<boolean> {
	const seconds = limits.hours * 3600;
	const child = spawn(
		'/bin/sh',
		[
			'-c',
			`ulimit -v ${limits.kilobytes} 2>/dev/null; ulimit -c 0; exec nice -n 10 "$@"`,
			...['sh', ffmpeg, ...parameters],
		],
		{
			env: { PATH: process.env['PATH'] ?? '' },
			stdio: 'ignore',
			timeout: seconds * 1000,
			killSignal: 'SIGKILL',
		},
	);
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', resolve);
	});
	return code === 0;
}
