/** The same as tables for spreadsheets: who was there, and what was said. */
import { Readable } from 'node:stream';
import { membersFor } from '#domain/spaces';
import { talkFor } from '#domain/spaces/forum';
import { bulletinFor, updatesFor, wallFor, type Threads } from '#domain/spaces/updates';
import { t } from '#messages/copies';
import { t as s } from '#messages/spaces';
import { csvLines, csvOf } from '#shared/csv';
import type { Entry } from '../write-zip.ts';
import type { PlacedDiscussion } from './forum.ts';
import { isInSight, postAsRow, threadsOf } from './threads.ts';
import type { PlacedFolder } from './materials.ts';
import type { Reader } from './reader.ts';
import type { PlacedWall } from './walls.ts';

export function memberTable(reader: Reader): Entry {
	const { ctx, twinSpace, nameOf } = reader;
	return table('tables/members.csv', async function* () {
		yield csvOf([[t('copies.column.name'), t('copies.column.role'), t('copies.column.school')]], ctx.locale);
		const members = await membersFor(ctx, twinSpace.space);
		yield csvLines(
			members.map((member) => [nameOf(member), s(`spaces.role.${member.role}`), member.school?.name ?? '']),
			ctx.locale,
		);
	});
}

export function materialTable(
	{ ctx, nameOf, withoutAliases }: Reader,
	folders: readonly PlacedFolder[],
): Entry {
	return table('tables/materials.csv', async function* () {
		const head = [t('copies.column.file'), t('copies.column.name'), t('copies.column.shows')];
		yield csvOf([[...head, t('copies.column.author'), t('copies.column.when')]], ctx.locale);
		for (const { materials } of folders) {
			yield csvLines(
				materials.map(({ material, path = '' }) => [
					...[path, withoutAliases(material.name), withoutAliases(material.alternative), nameOf(material.by)],
					material.addedAt.toISOString(),
				]),
				ctx.locale,
			);
		}
		await Promise.resolve();
	});
}

/** Everything that was said, each place after the other; the teachers' notes are not among it. */
export function postTable(
	reader: Reader,
	walls: readonly PlacedWall[],
	discussions: readonly PlacedDiscussion[],
): Entry {
	return table('tables/posts.csv', async function* () {
		yield csvOf([postHead()], reader.ctx.locale);
		yield* linesOf(reader, t('copies.updates.title'), updatesFor);
		for (const { id, title } of walls)
			yield* linesOf(reader, title, (ctx, space, before) => wallFor(ctx, space, id, before));
		for (const { id, title } of discussions.flatMap(({ threads }) => threads)) {
			const { posts } = await talkFor(reader.ctx, reader.twinSpace.space, id);
			yield csvLines(
				posts.filter(isInSight).map((post) => postAsRow(reader, title, post)),
				reader.ctx.locale,
			);
		}
	});
}

export function bulletinTable(reader: Reader): Entry {
	return table('teachers/bulletin.csv', async function* () {
		yield csvOf([postHead()], reader.ctx.locale);
		yield* linesOf(reader, t('copies.bulletin.title'), bulletinFor);
	});
}

function postHead(): string[] {
	return [
		...[t('copies.column.place'), t('copies.column.id'), t('copies.column.answer-to')],
		...[t('copies.column.author'), t('copies.column.school'), t('copies.column.when')],
		...[t('copies.column.language'), t('copies.column.words')],
	];
}

async function* linesOf(
	reader: Reader,
	place: string,
	read: (
		ctx: Reader['ctx'],
		space: Reader['twinSpace']['space'],
		before?: NonNullable<Threads['older']>,
	) => Promise<Threads>,
): AsyncGenerator<string> {
	for await (const thread of threadsOf(reader, read)) {
		const answers = thread.answers.map((answer) => postAsRow(reader, place, answer, thread.id));
		yield csvLines([postAsRow(reader, place, thread), ...answers], reader.ctx.locale);
	}
}

function table(path: string, lines: () => AsyncGenerator<string>): Entry {
	return {
		path,
		isPacked: false,
		open: () =>
			Promise.resolve(
				Readable.from(
					(async function* () {
						for await (const line of lines()) yield Buffer.from(line);
					})(),
				),
			),
	};
}
