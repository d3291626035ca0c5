/** Loads an edition of a register: first as a preview, then for good. Nothing is ever deleted. */
import { basename } from 'node:path';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { refused, type Refused } from '#platform/result';
import { demand } from '../abilities.ts';
import { countWordsOf } from '../words.sql.ts';
import {
	addSchools,
	allowLongStatements,
	changeSchools,
	compare,
	forgetRows,
	layRows,
	mergeRepeated,
	newLines,
	noteMissing,
	recordRun,
	type Comparison,
	type Edition,
} from './import.sql.ts';
import { columnsOf, type Profile } from './profile.ts';
import { readRows } from './read-rows.ts';
import { takeRow, type RowProblem, type TakenRow } from './take-row.ts';

export type ImportOrder = {
	readonly profile: Profile;
	readonly file: string;
	/** Who loads it, as the operator is known to the machine. */
	readonly by: string;
};

export type ImportReport = Comparison & {
	readonly profile: string;
	readonly edition: string | null;
	readonly read: number;
	/** Rows that could not be taken, with the line one finds them in. */
	readonly skipped: number;
	/** Rows with the id of an earlier row: one school. */
	readonly merged: number;
	readonly problems: readonly { readonly line: number; readonly problem: RowProblem }[];
	/** Problems beyond those listed. */
	readonly moreProblems: number;
};

const together = 1000;
const mostProblems = 200;

/** What an edition would change; nothing is written. */
export async function previewImport(ctx: Context, order: ImportOrder): Promise<ImportReport> {
	demand(ctx, 'school.import');
	// A refusal rolls back: the preview compares inside the database and leaves nothing there.
	const outcome = await inTransaction(ctx, async (inside) =>
		refusedWith(await layEdition(inside, order, newId())),
	);
	return outcome.report;
}

type Preview = Refused<'preview'> & { readonly report: ImportReport };

function refusedWith(report: ImportReport): Preview {
	return { ...refused('preview'), report };
}

/** Takes an edition over: adds, changes, and asks about schools that are missing. All or nothing. */
export async function applyImport(ctx: Context, order: ImportOrder): Promise<ImportReport> {
	demand(ctx, 'school.import');
	return inTransaction(ctx, async (inside) => {
		const run = newId();
		const report = await layEdition(inside, order, run);
		const { profile, edition, skipped, added, changed, missing } = report;
		const file_name = basename(order.file);
		await recordRun(inside, {
			id: run,
			profile,
			file_name,
			edition,
			applied_by: order.by,
			skipped,
			added,
			changed,
			missing,
		});
		await takeOver(inside, editionOf(order, run));
		await forgetRows(inside, run);
		await countWordsOf(inside, order.profile.country);
		await audit(
			inside,
			'schools.import',
			{ kind: 'import-run', id: run },
			{ profile, added, changed, missing },
		);
		return report;
	});
}

function editionOf({ profile }: ImportOrder, run: string): Edition {
	return { run, country: profile.country, scheme: profile.id.scheme };
}

async function layEdition(ctx: Context, order: ImportOrder, run: string): Promise<ImportReport> {
	const { profile, file } = order;
	await allowLongStatements(ctx);
	const tally = { read: 0, skipped: 0, edition: null as string | null, problems: 0 };
	const problems: { line: number; problem: RowProblem }[] = [];
	let waiting: TakenRow[] = [];
	for await (const source of readRows(file, profile, columnsOf(profile))) {
		const { row, problem, edition } = takeRow(source, profile);
		tally.read++;
		tally.edition ??= edition ?? null;
		if (problem && ++tally.problems <= mostProblems) problems.push({ line: source.line, problem });
		if (row) waiting.push(row);
		else tally.skipped++;
		if (waiting.length < together) continue;
		await layRows(ctx, run, waiting);
		waiting = [];
	}
	if (waiting.length > 0) await layRows(ctx, run, waiting);
	problems.sort((one, other) => one.line - other.line);
	const merged = await mergeRepeated(ctx, run);
	const comparison = await compare(ctx, editionOf(order, run));
	const { read, skipped, edition } = tally;
	const moreProblems = Math.max(tally.problems - mostProblems, 0);
	return { profile: profile.name, edition, read, skipped, merged, problems, moreProblems, ...comparison };
}

async function takeOver(ctx: Context, edition: Edition): Promise<void> {
	// changed rows first: a row that was just added is no changed one
	const changed = await changeSchools(ctx, edition);
	const lines = await newLines(ctx, edition);
	for (let from = 0; from < lines.length; from += together) {
		const fresh = lines.slice(from, from + together).map((line) => ({ line, id: newId() }));
		await addSchools(ctx, edition, fresh);
	}
	await noteMissing(ctx, edition);
	for (let from = 0; from < changed.length; from += together) {
		await emit(ctx, 'school.changed', { schools: changed.slice(from, from + together) });
	}
}
