/** Makes videos fit for every browser, one after the other for the whole installation, so that nothing else waits. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { convertVideo, videosAreConverted } from '#platform/files';
import { addJob } from '#platform/jobs';
import { granted } from '#platform/result';
import { endConversion, holdConversion, insertConversion, takeConversion } from './conversions.sql.ts';
import type { MaterialId } from './material.ts';
import { updateMaterial } from './write-materials.sql.ts';

const job = 'spaces/materials.convert-videos';
/** Whoever was at a video and says nothing for so long is gone. */
const lease = 90_000;
const mostAttempts = 3;

/** Notes a video, in the transaction in which it came. open-to-all: the upload was demanded. */
export async function askForConversion(ctx: Context, material: MaterialId): Promise<void> {
	await insertConversion(ctx, material);
	await addJob(ctx, job, {}, { key: job });
}

/**
 * The job, which also runs every minute for what was left behind by a crash. Where the machine has no ffmpeg, videos
 * are offered as they came. open-to-all: only the worker runs it.
 */
export async function convertVideos(ctx: Context): Promise<void> {
	const turn = await takeConversion(ctx, after(ctx.now, lease));
	if (turn === undefined) return;
	const began = performance.now();
	const hold = setInterval(() => {
		void holdConversion(ctx, turn.material, after(ctx.now, performance.now() - began + lease)).catch(
			(error: unknown) => ctx.log.warn({ err: error }, 'cannot hold a conversion'),
		);
	}, lease / 3);
	try {
		const may = videosAreConverted() && turn.attempts <= mostAttempts;
		const made = may ? await convertVideo(ctx, turn.file) : undefined;
		await inTransaction(ctx, async (inside) => {
			if (made !== undefined) await updateMaterial(inside, turn.material, { bytes: made.bytes });
			await endConversion(inside, turn.material, made === undefined ? 'failed_at' : 'done_at');
			await addJob(inside, job, {}, { key: job });
			return granted();
		});
	} finally {
		clearInterval(hold);
	}
}

function after(moment: Date, milliseconds: number): Date {
	return new Date(moment.getTime() + milliseconds);
}
