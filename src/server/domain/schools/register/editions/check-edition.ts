/** Lays an edition beside what we hold and says what would change. Nothing of the register changes here. */
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { languagesOf } from '#domain/places';
import { demand } from '../abilities.ts';
import type { Profile } from '../profile.ts';
import { readRegister, type ReadingFacts } from '../reading/read-register.ts';
import { rowTaker, type TakenRow } from '../taking/take-row.ts';
import { compareEdition, judgeRows } from './compare.sql.ts';
import { lastApplied, lockImport, updateImport, type ImportRow } from './imports.sql.ts';
import { columnChange, Tally, type EditionReport, mostProblems } from './report.ts';
import {
	allowLongStatements,
	dropPlaceholderIds,
	dropRepeatedIds,
	forgetStagedRows,
	knowRows,
	mergeRepeated,
	stageRows,
	type Edition,
} from './staging.sql.ts';

/** Rows that travel to the database together: enough to be quick, few enough to be forgotten while they are young. */
const together = 250;

/** Whoever watches is told how far it is after so many rows: each time is a transaction of its own. */
const toldAfter = 2000;

/**
 * Checks the file of an import: reads it, refuses what cannot be taken row by row, compares. All or nothing;
 * a second run begins anew. Throws Invalid when the file is not of the profile's kind.
 */
export async function checkEdition(
	ctx: Context,
	row: ImportRow,
	profile: Profile,
	path: string,
): Promise<EditionReport> {
	demand(ctx, 'register.work');
	const edition = editionOf(row);
	const languages = profile.language ? [profile.language] : ((await languagesOf(ctx, row.country)) ?? []);
	return inTransaction(ctx, async (inside) => {
		await allowLongStatements(inside);
		await forgetStagedRows(inside, edition);
		const { rows, facts } = readRegister(path, profile, languages);
		const tally = await layDown(ctx, inside, edition, rows, rowTaker(profile));
		const report = await judged(inside, row, edition, tally, facts);
		const held = await lockImport(inside, row.id);
		if (!held || held.apply_asked_at !== null || held.dropped_at !== null) throw new Invalid('import-gone');
		await updateImport(inside, row.id, {
			checked_at: ctx.now,
			report,
			edition: report.edition,
			columns: [...facts.columns],
			failed_at: null,
			failure: null,
			done: 0,
		});
		return report;
	});
}

/** What SQL needs to know of an import. */
export function editionOf(row: ImportRow): Edition {
	return { import: row.id, profile: row.profile_name, country: row.country, scheme: row.scheme };
}

async function layDown(
	ctx: Context,
	inside: Context,
	edition: Edition,
	rows: ReturnType<typeof readRegister>['rows'],
	take: ReturnType<typeof rowTaker>,
): Promise<Tally> {
	const tally = new Tally();
	let waiting: (TakenRow & { place: number })[] = [];
	let last = { line: 0, place: 0 };
	let told = 0;
	for await (const source of rows) {
		const { row, problem, unknownState, leftOut, edition: said } = take(source);
		tally.read++;
		tally.edition ??= said ?? null;
		if (problem) tally.refuse(source.line, problem);
		if (unknownState !== undefined) tally.meetState(unknownState);
		if (leftOut) tally.leaveOut(leftOut.kind, leftOut.is === 'other');
		if (!row) continue;
		last = { line: row.line, place: row.line === last.line ? last.place + 1 : 0 };
		waiting.push({ ...row, place: last.place });
		if (waiting.length < together) continue;
		await stageRows(inside, edition, waiting);
		waiting = [];
		if (tally.read - told < toldAfter) continue;
		told = tally.read;
		// seen by whoever watches, while the transaction is not over yet
		await updateImport(ctx, edition.import, { done: told });
	}
	if (waiting.length > 0) await stageRows(inside, edition, waiting);
	return tally;
}

async function judged(
	ctx: Context,
	row: ImportRow,
	edition: Edition,
	tally: Tally,
	facts: ReadingFacts,
): Promise<EditionReport> {
	await knowRows(ctx, 'staged');
	for (const line of await dropPlaceholderIds(ctx, edition)) tally.refuse(line, 'code-placeholder');
	for (const line of await dropRepeatedIds(ctx, edition)) tally.refuse(line, 'code-repeated');
	const merged = await mergeRepeated(ctx, edition);
	await judgeRows(ctx, edition);
	const comparison = await compareEdition(ctx, edition);
	const before = await lastApplied(ctx, row);
	return {
		...comparison,
		read: tally.read,
		refused: tally.refused,
		merged: merged.length,
		mergedRows: merged.slice(0, mostProblems),
		problems: tally.problems.sort((one, other) => one.line - other.line),
		problemCounts: tally.problemCounts,
		leftOut: tally.leftOut(),
		unknownStates: tally.unknownStates(),
		edition: tally.edition,
		encoding: facts.encoding ?? null,
		delimiter: facts.delimiter ?? null,
		...(facts.files && { files: facts.files }),
		columns: columnChange(before?.columns ?? [], facts.columns),
	};
}
