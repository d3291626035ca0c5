/** `npm run cli -- schools import PROFILE FILE [--apply]`. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { userInfo } from 'node:os';
import { languagesOf } from '#domain/places';
import type { Context } from '#platform/context';
import { Invalid } from '#platform/errors';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { CommandError, type Command } from '#platform/part';
import { system, type System } from '#shared/actor';
import { checkEdition } from './editions/check-edition.ts';
import {
	deleteImport,
	importById,
	insertImport,
	updateImport,
	type ImportId,
} from './editions/imports.sql.ts';
import type { EditionReport } from './editions/report.ts';
import { allowLongStatements } from './editions/staging.sql.ts';
import { takeOver } from './editions/take-over.ts';
import type { Profile } from './profile.ts';
import { profileNamed } from './profile-of.ts';
import { profiles } from './profiles/all.ts';
import { linesOfReport, sentenceOf } from './report-lines.ts';

export const importCommand: Command = {
	usage: 'PROFILE FILE [--apply]',
	summary: `Load a register of schools (${profiles.map((profile) => profile.name).join(', ')}); without --apply it only shows what would change.`,
	run: async (ctx, args, say) => {
		const apply = args.includes('--apply');
		const { profile, file } = readOrder(args.filter((argument) => argument !== '--apply'));
		const loaded = await explained(file, () => loadFile(ctx, { profile, file, apply }));
		const title = `${profile.name}: ${basename(file)}`;
		for (const line of linesOfReport(title, loaded.report, apply)) say(line);
	},
};

function readOrder(args: readonly string[]): { profile: Profile; file: string } {
	const [name, file, ...rest] = args;
	const profile = profileNamed(name ?? '');
	const known = profiles.map((one) => one.name).join(', ');
	if (rest.length > 0 || !name || !file)
		throw new CommandError('Say which profile and which file: schools import PROFILE FILE [--apply].');
	if (!profile) throw new CommandError(`There is no profile "${name}". Profiles are ${known}.`);
	if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
	return { profile, file };
}

export type LoadedFile = { readonly import: string; readonly report: EditionReport };

/**
 * Loads a file that lies on this machine. Without `apply` nothing is kept but the report that is returned.
 * Throws Invalid when the country is none of this installation's, or the file none of the profile's kind.
 */
export async function loadFile(
	ctx: Context<System>,
	order: { readonly profile: Profile; readonly file: string; readonly apply: boolean },
): Promise<LoadedFile> {
	const { profile, file, apply } = order;
	if ((await languagesOf(ctx, profile.country)) === undefined)
		throw new Invalid('country-unknown', { country: profile.country });
	const id = newId();
	await insertImport(ctx, {
		id,
		country: profile.country,
		profile_name: profile.name,
		mapping_id: null,
		scheme: profile.id.scheme,
		office_id: null,
		account: userInfo().username,
	});
	try {
		const report = await check(ctx, id, profile, file);
		if (!apply) return { import: id, report };
		await updateImport(ctx, id, { apply_asked_at: ctx.now });
		await takeOver(ctx, id);
		return { import: id, report };
	} finally {
		await forgetUnlessApplied(ctx, id);
	}
}

/** What was only looked at leaves nothing behind. open-to-all: whoever has the machine asked for it. */
async function forgetUnlessApplied(ctx: Context, id: ImportId): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		await allowLongStatements(inside);
		const row = await importById(inside, id);
		if (row && row.apply_asked_at === null) await deleteImport(inside, id);
	});
}

async function check(ctx: Context, id: string, profile: Profile, file: string): Promise<EditionReport> {
	const hash = createHash('sha256');
	let bytes = 0;
	for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	await updateImport(ctx, id, {
		file_name: basename(file),
		file_hash: hash.digest(),
		file_bytes: bytes,
		arrived_at: ctx.now,
	});
	const row = await importById(ctx, id);
	if (!row) throw new Invalid('import-gone');
	return checkEdition({ ...ctx, actor: system }, row, profile, file);
}

async function explained<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof Invalid)) throw error;
		const sentence = sentenceOf({ code: error.code, details: error.details });
		throw new CommandError(sentence ?? `${file}: ${error.code}`);
	}
}
