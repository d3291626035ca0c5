/** Takes a checked edition over, step by step: a run that is broken off goes on where it stopped. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { countWordsOf } from '../../words.sql.ts';
import { demand } from '../abilities.ts';
import { editionOf } from './check-edition.ts';
import { judgeRows } from './compare.sql.ts';
import { changedSince, lockImport, updateImport, type ImportId, type ImportRow } from './imports.sql.ts';
import { allowLongStatements, forgetStagedRows, knowRows, type Edition } from './staging.sql.ts';
import {
	addSchools,
	askAboutDoubles,
	askAboutMissing,
	changeSchools,
	nextStep,
	noteListed,
} from './take-over.sql.ts';

const together = 1000;

/**
 * Runs all steps that are left, each in a transaction of its own. Running it again, or twice at once, does
 * nothing twice. Deletes nothing: what is missing becomes a question.
 */
export async function takeOver(ctx: Context, id: ImportId): Promise<void> {
	demand(ctx, 'register.work');
	await judgeAgain(ctx, id);
	while (await oneStep(ctx, id));
	await finish(ctx, id);
}

/** Another edition may have been taken over since this one was checked. */
async function judgeAgain(ctx: Context, id: ImportId): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row?.checked_at || !isRunning(row)) return;
		if (!(await changedSince(inside, row, row.checked_at))) return;
		await allowLongStatements(inside);
		await judgeRows(inside, editionOf(row), row.taken_up_to);
	});
}

function isRunning(row: ImportRow): boolean {
	return row.apply_asked_at !== null && row.applied_at === null;
}

async function oneStep(ctx: Context, id: ImportId): Promise<boolean> {
	return inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row || !isRunning(row)) return false;
		const edition = editionOf(row);
		await allowLongStatements(inside);
		const step = await nextStep(inside, edition, row.taken_up_to, together);
		if (step === undefined) return false;
		const changed = step.changed > 0 ? await changeSchools(inside, edition, step) : [];
		const added = step.added > 0 ? await addSchools(inside, edition, step) : [];
		await updateImport(inside, id, {
			taken_up_to: step.upTo,
			done: row.done + step.added + step.changed,
		});
		if (changed.length > 0) await emit(inside, 'school.changed', { schools: changed });
		if (added.length > 0) await emit(inside, 'school.listed', { schools: added });
		return true;
	});
}

async function finish(ctx: Context, id: ImportId): Promise<void> {
	await inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row || !isRunning(row)) return;
		const edition = editionOf(row);
		await allowLongStatements(inside);
		await noteListed(inside, edition);
		await knowRows(inside, 'schools');
		await askAboutMissing(inside, edition);
		await askAboutDoubles(inside, edition);
		await countWordsOf(inside, row.country);
		await forgetStagedRows(inside, edition);
		await updateImport(inside, id, { applied_at: ctx.now, failed_at: null, failure: null });
		await audit(inside, 'register.apply', subject(edition), countsOf(row));
	});
}

function subject(edition: Edition) {
	return { kind: 'register-import', id: edition.import } as const;
}

function countsOf({ report, profile_name }: ImportRow) {
	return {
		profile: profile_name,
		added: report?.added ?? 0,
		changed: report?.changed ?? 0,
		missing: report?.missing ?? 0,
	};
}
