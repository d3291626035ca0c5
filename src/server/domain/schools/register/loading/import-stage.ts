/** Where an import stands: it follows from its moments alone. */
import type { ImportRow } from '../editions/imports.sql.ts';

export type ImportStage =
	| 'file'
	| 'columns'
	| 'checking'
	| 'failed'
	| 'checked'
	| 'applying'
	| 'applied'
	| 'undoing'
	| 'undone'
	| 'dropped';

export function stageOf(row: ImportRow): ImportStage {
	if (row.dropped_at) return 'dropped';
	if (row.undone_at) return 'undone';
	if (row.undo_asked_at) return 'undoing';
	if (row.applied_at) return 'applied';
	if (row.apply_asked_at) return 'applying';
	if (row.failed_at) return 'failed';
	if (row.checked_at) return 'checked';
	if (row.check_asked_at) return 'checking';
	return row.arrived_at ? 'columns' : 'file';
}

/** What somebody decides about: the check of the file, or before it the stage. */
export function seenOf(row: ImportRow): string {
	return row.checked_at?.toISOString() ?? stageOf(row);
}
