/** What an officer asks for next: the check with other columns, taking over, undoing, or nothing of it. */
import { z } from 'zod';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { forgetFile } from '#platform/files';
import { newId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { granted, refused, type Result } from '#platform/result';
import type { Officer } from '#shared/actor';
import { text } from '#shared/form-fields';
import { languagesOf } from '#domain/places';
import { demand } from '../abilities.ts';
import {
	changedSince,
	lockImport,
	lockScheme,
	runningBeside,
	updateImport,
	type ImportId,
	type ImportRow,
} from '../editions/imports.sql.ts';
import { profileNamed } from '../profile-of.ts';
import { chosenFormat, profileOfMapping } from '../mapping-profile.ts';
import { columnsNamed, type Mapping } from '../mapping.ts';
import { reachImport } from '../reach.ts';
import { keepMapping } from './mappings.sql.ts';
import { lookAtFile } from './look-at-file.ts';
import { seenOf } from './import-stage.ts';
import { askForCheck } from './register-file.ts';
import { withImportFile } from './import-file.ts';

export type StepRefusal =
	'columns-missing' | 'columns-unknown' | 'not-checked' | 'changed' | 'another-runs' | 'not-newest' | 'over';

/** The forms of one import: what they are about is what was seen when they were opened. */
export const deedForm = z.object({ seen: text(40) });
export type Deed = { readonly import: ImportId; readonly seen: string };

/**
 * Keeps the columns that were chosen, for this file and the next edition, and asks for the check. `columns-missing`:
 * one is needed that was not chosen; `columns-unknown`: the file, read as was chosen, has no such column.
 */
export async function chooseColumns(
	ctx: Context,
	input: { readonly import: ImportId; readonly mapping: Mapping },
): Promise<Result<undefined, StepRefusal>> {
	const { row, standing } = await reachImport(ctx, input.import);
	demand(ctx, 'register.load', standing);
	if (profileNamed(row.profile_name)) throw new NotFound('register-mapping');
	const languages = (await languagesOf(ctx, row.country)) ?? [];
	const { guess, columns } = await withImportFile(ctx, row, (path) =>
		lookAtFile(path, chosenFormat(input.mapping), languages),
	);
	const named = { name: row.profile_name, scheme: row.scheme, country: row.country, languages };
	const profile = profileOfMapping(input.mapping, guess, named);
	if (!profile) return refused('columns-missing');
	const known = new Set(columns.map(({ name }) => name));
	if (columnsNamed(input.mapping).some((column) => !known.has(column))) return refused('columns-unknown');
	return step(ctx, row.id, async (inside, held) => {
		if (held.apply_asked_at !== null || held.dropped_at !== null) return refused('over');
		const { office } = ctx.actor as Officer;
		const { country, profile_name: name } = held;
		const kept = { id: newId(), name, chosen: input.mapping, profile, country, office };
		const mapping = await keepMapping(inside, kept);
		await updateImport(inside, held.id, { mapping_id: mapping });
		await askForCheck(inside, held);
		return granted();
	});
}

/**
 * Takes over what was checked and seen. `changed`: the file was checked anew meanwhile; `another-runs`: one
 * edition of a register at a time.
 */
export async function askToApply(
	ctx: Context,
	{ import: id, seen }: Deed,
): Promise<Result<undefined, StepRefusal>> {
	await reachToLoad(ctx, id);
	return step(ctx, id, async (inside, row) => {
		if (seenOf(row) !== seen) return refused('changed');
		if (row.apply_asked_at !== null) return granted();
		if (row.dropped_at !== null) return refused('over');
		if (row.checked_at === null) return refused('not-checked');
		if (await runningBeside(inside, row)) return refused('another-runs');
		const { office } = ctx.actor as Officer;
		await updateImport(inside, id, { apply_asked_at: ctx.now, apply_office_id: office, done: 0 });
		await addJob(inside, 'schools/register.apply', { import: id }, { key: `register-apply:${id}` });
		await audit(inside, 'register.ask-to-apply', { kind: 'register-import', id });
		return granted();
	});
}

/** Undoes an import. `not-newest`: others built on it; load the right edition as a new import instead. */
export async function askToUndo(
	ctx: Context,
	{ import: id, seen }: Deed,
): Promise<Result<undefined, StepRefusal>> {
	await reachToLoad(ctx, id);
	return step(ctx, id, async (inside, row) => {
		if (seenOf(row) !== seen) return refused('changed');
		if (row.undo_asked_at !== null) return granted();
		if (row.applied_at === null) return refused('over');
		if (await runningBeside(inside, row)) return refused('another-runs');
		if (await changedSince(inside, row, row.applied_at)) return refused('not-newest');
		const { office } = ctx.actor as Officer;
		await updateImport(inside, id, { undo_asked_at: ctx.now, undo_office_id: office, done: 0 });
		await addJob(inside, 'schools/register.undo', { import: id }, { key: `register-undo:${id}` });
		await audit(inside, 'register.ask-to-undo', { kind: 'register-import', id });
		return granted();
	});
}

/** Lets an import go that was never taken over; its file and its rows are forgotten. */
export async function dropImport(
	ctx: Context,
	{ import: id, seen }: Deed,
): Promise<Result<undefined, StepRefusal>> {
	await reachToLoad(ctx, id);
	return step(ctx, id, async (inside, row) => {
		if (seenOf(row) !== seen && row.dropped_at === null) return refused('changed');
		if (row.dropped_at !== null) return granted();
		if (row.apply_asked_at !== null) return refused('over');
		await addJob(inside, 'schools/register.let-go', { import: id }, { key: `register-let-go:${id}` });
		if (row.file_id !== null) await forgetFile(inside, row.file_id);
		await updateImport(inside, id, { dropped_at: ctx.now, file_id: null });
		return granted();
	});
}

async function reachToLoad(ctx: Context, id: ImportId): Promise<void> {
	const { standing } = await reachImport(ctx, id);
	demand(ctx, 'register.load', standing);
}

/** In one transaction, with the register held against its other imports. */
function step(
	ctx: Context,
	id: ImportId,
	work: (inside: Context, row: ImportRow) => Promise<Result<undefined, StepRefusal>>,
): Promise<Result<undefined, StepRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const { row } = await reachImport(inside, id);
		await lockScheme(inside, row);
		const held = await lockImport(inside, id);
		if (!held) throw new NotFound('register-import');
		return work(inside, held);
	});
}
