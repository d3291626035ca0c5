/** What the check of an edition found: all that an officer needs to know before it is taken over. */
import type { FileOfRows } from '../reading/read-register.ts';
import type { RowProblem } from '../taking/take-row.ts';

export type ReportedProblem = RowProblem | 'code-repeated';

export type LeftOut = {
	/** As the register names the kind; empty where it names none. */
	readonly kind: string;
	readonly count: number;
	/** On the profile's list of what is no school; others are new, and somebody should look. */
	readonly known: boolean;
};

export type Comparison = {
	readonly added: number;
	/** Something that we keep is different now. */
	readonly changed: number;
	readonly renamed: number;
	readonly closed: number;
	readonly reopened: number;
	readonly unchanged: number;
	/** The row differs from the last edition's, be it in columns that are not taken. */
	readonly differing: number;
	/** Listed by the last edition and not by this one. */
	readonly missing: number;
	/** New schools with the name and town of another. */
	readonly doubles: number;
};

export type EditionReport = Comparison & {
	readonly read: number;
	readonly refused: number;
	/** Rows with the id of an earlier row: one school. */
	readonly merged: number;
	/** The first of them, each with the row it went into; editions of before have none. */
	readonly mergedRows?: readonly { readonly line: number; readonly into: number }[];
	readonly problems: readonly { readonly line: number; readonly problem: ReportedProblem }[];
	readonly problemCounts: Readonly<Partial<Record<ReportedProblem, number>>>;
	readonly leftOut: readonly LeftOut[];
	/** States as the register names them, of rows that were refused for it; editions of before have none. */
	readonly unknownStates?: readonly string[];
	readonly edition: string | null;
	readonly encoding: string | null;
	readonly delimiter: string | null;
	/** The files it lay in, where there were several: its rows are numbered through them. */
	readonly files?: readonly FileOfRows[];
	/** Columns that came and went since the last edition of this register. */
	readonly columns: { readonly fresh: readonly string[]; readonly gone: readonly string[] };
};

/** Problems listed one by one; all are counted. */
export const mostProblems = 200;
const mostKinds = 200;
const mostStates = 20;

/** Counts while the rows go by. */
export class Tally {
	read = 0;
	refused = 0;
	edition: string | null = null;
	readonly problems: { line: number; problem: ReportedProblem }[] = [];
	readonly problemCounts: Partial<Record<ReportedProblem, number>> = {};
	private readonly kinds = new Map<string, LeftOut>();
	private readonly states = new Set<string>();

	refuse(line: number, problem: ReportedProblem): void {
		this.refused++;
		this.problemCounts[problem] = (this.problemCounts[problem] ?? 0) + 1;
		if (this.problems.length < mostProblems) this.problems.push({ line, problem });
	}

	leaveOut(kind: string, known: boolean): void {
		const key = this.kinds.size < mostKinds || this.kinds.has(kind) ? kind : '…';
		const { count } = this.kinds.get(key) ?? { count: 0 };
		this.kinds.set(key, { kind: key.slice(0, 200), count: count + 1, known });
	}

	meetState(said: string): void {
		if (this.states.size < mostStates) this.states.add(said.slice(0, 200));
	}

	unknownStates(): string[] {
		return [...this.states].sort();
	}

	/** Unknown kinds first, each group by its size. */
	leftOut(): LeftOut[] {
		return [...this.kinds.values()].sort(
			(one, other) => Number(one.known) - Number(other.known) || other.count - one.count,
		);
	}
}

/** Where a row stands: its number in its file, and which file that is where there are several. */
export function placeOfRow(
	{ files }: Pick<EditionReport, 'files'>,
	line: number,
): { readonly file: string | undefined; readonly line: number } {
	const file = files?.findLast(({ before }) => before < line);
	return { file: file?.name, line: line - (file?.before ?? 0) };
}

/** Which columns came and which went; nothing to say of a first edition. */
export function columnChange(before: readonly string[], now: readonly string[]): EditionReport['columns'] {
	if (before.length === 0) return { fresh: [], gone: [] };
	return {
		fresh: now.filter((column) => !before.includes(column)),
		gone: before.filter((column) => !now.includes(column)),
	};
}
