/** Undoes an import that should not have been: what it changed comes back, what it brought is known no more. */
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { parts } from '#platform/part';
import { countWordsOf } from '../../words.sql.ts';
import { demand } from '../abilities.ts';
import { editionOf } from './check-edition.ts';
import { lockImport, updateImport, type ImportId, type ImportRow } from './imports.sql.ts';
import { allowLongStatements } from './staging.sql.ts';
import { askAboutUndone, markUndone, nextToUndo, putBack, settleQuestionsOf, withdraw } from './undo.sql.ts';

const together = 500;

/** Runs all steps that are left, each in a transaction of its own; a broken run goes on where it stopped. */
export async function undoEdition(ctx: Context, id: ImportId): Promise<void> {
	demand(ctx, 'register.work');
	while (await oneStep(ctx, id));
	await inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row || !isRunning(row)) return;
		await allowLongStatements(inside);
		await settleQuestionsOf(inside, editionOf(row));
		await countWordsOf(inside, row.country);
		await updateImport(inside, id, { undone_at: ctx.now, failed_at: null, failure: null });
		await audit(inside, 'register.undo', { kind: 'register-import', id });
	});
}

function isRunning(row: ImportRow): boolean {
	return row.undo_asked_at !== null && row.undone_at === null;
}

async function oneStep(ctx: Context, id: ImportId): Promise<boolean> {
	return inTransaction(ctx, async (inside) => {
		const row = await lockImport(inside, id);
		if (!row || !isRunning(row)) return false;
		const edition = editionOf(row);
		await allowLongStatements(inside);
		const { brought, changed } = await nextToUndo(inside, edition, together);
		if (brought.length + changed.length === 0) return false;
		await putBack(inside, edition, changed);
		const used = await schoolsInUse(inside, brought);
		await withdraw(
			inside,
			edition,
			brought.filter((school) => !used.has(school)),
		);
		await askAboutUndone(inside, edition, [...used]);
		await markUndone(inside, edition, [...brought, ...changed]);
		await updateImport(inside, id, { done: row.done + brought.length + changed.length });
		if (changed.length > 0) await emit(inside, 'school.changed', { schools: changed });
		if (brought.length > 0) await emit(inside, 'school.listed', { schools: brought });
		return true;
	});
}

/** The schools among these that people chose: parts that come later know. */
async function schoolsInUse(ctx: Context, schools: readonly string[]): Promise<ReadonlySet<string>> {
	const used = new Set<string>();
	if (schools.length === 0) return used;
	for (const part of parts()) {
		for (const school of (await part.schoolsInUse?.(ctx, schools)) ?? []) used.add(school);
	}
	return used;
}
