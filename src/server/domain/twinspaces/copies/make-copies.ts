/** Makes the copies that were asked for, one after the other, each with the eyes of whoever asked. */
import { personOfMember, spaceFor } from '#domain/spaces';
import { twinSpaceById } from '#domain/twinspaces';
import { asActor, type Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Forbidden, NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { forgetFile, makeFile } from '#platform/files';
import { addJob } from '#platform/jobs';
import { inLocale } from '#platform/messages';
import { granted, refused } from '#platform/result';
import type { Teacher } from '#shared/actor';
import { defaultLocale, isLocale } from '#shared/locales';
import { contentsOf } from './contents/contents.ts';
import { copyPurpose } from './copy.ts';
import { copyById, noteFailed, noteProgress, noteReady, takeTurn, type CopyTurn } from './copies.sql.ts';
import { writeZip } from './write-zip.ts';

/** Whoever was at a copy and says nothing for so long is gone. */
const lease = 60_000;
const mostAttempts = 3;

/**
 * The job, which also runs every minute for what was left behind by a crash. open-to-all: asking was demanded, and
 * everything is read once more as whoever asked.
 */
export async function makeCopies(ctx: Context): Promise<void> {
	const turn = await takeTurn(ctx, new Date(ctx.now.getTime() + lease));
	if (turn === undefined) return;
	try {
		if (turn.attempts > mostAttempts) await noteFailed(ctx, turn.id);
		else await makeCopy(ctx, turn);
	} catch (error) {
		// who was removed meanwhile takes nothing along
		if (!(error instanceof NotFound) && !(error instanceof Forbidden)) throw error;
		await noteFailed(ctx, turn.id);
	}
	await addJob(ctx, 'twinspaces/copies.make', {}, { key: 'twinspaces/copies.make' });
}

async function makeCopy(ctx: Context, turn: CopyTurn): Promise<void> {
	const person = await personOfMember(ctx, turn.asked_by);
	if (person === null) throw new NotFound('member');
	const locale = isLocale(turn.locale) ? turn.locale : defaultLocale;
	const reader = asActor<Teacher>({ ...ctx, locale }, { kind: 'teacher', person, session: 'copy' });
	const began = performance.now();
	const moment = () => new Date(ctx.now.getTime() + (performance.now() - began));
	await inLocale(locale, async () => {
		const twinSpace = await twinSpaceById(reader, turn.space_id);
		const entries = await contentsOf(reader, twinSpace);
		const name = `${twinSpace.project.address}.zip`;
		const arrival = { purpose: copyPurpose, owner: turn.id, name };
		let saidAt = 0;
		const made = await makeFile(ctx, arrival, 'zip', (path) =>
			writeZip(path, entries, async (done) => {
				if (performance.now() - saidAt < 500) return;
				saidAt = performance.now();
				const until = new Date(moment().getTime() + lease);
				await noteProgress(ctx, turn.id, { done, outOf: entries.length, until });
			}),
		);
		const handedOver = await inTransaction({ ...ctx, now: moment() }, async (inside) => {
			// asked again: the making may have taken long
			const space = await spaceFor({ ...reader, db: inside.db, now: inside.now }, turn.space_id);
			if ((await copyById(inside, turn.id)) === undefined) return refused('gone');
			await noteReady(inside, turn.id, { file: made.id, bytes: made.bytes, at: inside.now });
			await emit(inside, 'notice', {
				to: [person],
				kind: 'copy-ready',
				params: { space: space.name },
				path: `/projects/${twinSpace.project.address}/twinspace/archive`,
			});
			return granted();
		});
		if (!handedOver.ok) await forgetFile(ctx, made.id);
	});
}
