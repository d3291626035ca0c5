/** Looks at the beginning of a file, so that an officer can say what its columns hold. Nothing of it is kept. */
import { Invalid } from '#platform/errors';
import type { Format, Profile, Template } from '../profile.ts';
import { readRegister, rowsIn, type ReadingFacts } from '../reading/read-register.ts';
import type { SourceRow } from '../reading/row.ts';
import { isArchive, openSource } from '../reading/source.ts';
import { asTold } from '../reading/unreadable.ts';
import { isForeignWorkbook, isWorkbook, sheetsOf } from '../reading/xlsx.ts';
import { rowTaker, type Taken } from '../taking/take-row.ts';
import { fillerOf, type Fill } from '../taking/template.ts';

/** What kind of file it seems to be. */
export type Guess = {
	readonly kind: Format['kind'];
	/** The first sheet of a workbook with something in it. */
	readonly sheet?: string;
	readonly sheets: readonly string[];
};

export type FileLook = {
	readonly guess: Guess;
	readonly facts: ReadingFacts;
	/** The columns, each with what stands in its first filled cell. */
	readonly columns: readonly { readonly name: string; readonly example: string }[];
	/** What a template of columns reads as, most frequent first, in the rows looked at. */
	readonly values: (
		template: Template,
		reading?: Pick<Profile, 'nullTokens' | 'addresses'>,
	) => readonly CellValue[];
};

export type CellValue = { readonly value: string; readonly count: number };

const rowsLookedAt = 2000;
const mostValues = 60;

/** Tells the kind of file and what its first rows hold. Throws Invalid when it cannot be read so. */
export async function lookAtFile(
	path: string,
	chosen: Partial<Format>,
	languages: readonly string[],
): Promise<FileLook> {
	const guess = await guessKind(path, chosen.entry).catch((error: unknown) => {
		throw asTold(error, 'file');
	});
	const facts: ReadingFacts = { columns: [] };
	const format = { ...formatOf(guess), ...chosen } as Format;
	const rows: SourceRow[] = [];
	// the first line that is filled names the columns, unless another was chosen
	for await (const row of rowsIn(path, { format, needed: [], languages }, facts)) {
		if (row.problem === undefined) rows.push(row);
		if (rows.length === rowsLookedAt) break;
	}
	return {
		guess,
		facts,
		columns: facts.columns.map((name) => ({ name, example: exampleOf(rows, name) })),
		values: (template, reading = {}) => valuesOf(rows, fillerOf(reading)(template)),
	};
}

/** The first rows as they would be taken by a profile. */
export async function tryProfile(
	path: string,
	profile: Profile,
	languages: readonly string[],
	most: number,
): Promise<{ readonly line: number; readonly taken: Taken }[]> {
	const { rows } = readRegister(path, profile, languages);
	const take = rowTaker(profile);
	const tried = [];
	for await (const row of rows) {
		tried.push({ line: row.line, taken: take(row) });
		if (tried.length === most) break;
	}
	return tried;
}

async function guessKind(path: string, entry: string | undefined): Promise<Guess> {
	const source = await openSource(path, 'xl/workbook.xml');
	try {
		if (source.archive && isWorkbook(source.archive)) {
			const sheets = await sheetsOf(source.archive);
			return { kind: 'xlsx', sheets };
		}
		if (source.archive && isForeignWorkbook(source.archive))
			throw new Invalid('unreadable', { kind: 'xlsx' });
	} finally {
		source.close();
	}
	const plain = await openSource(path, entry);
	try {
		for await (const chunk of ((await plain.pieces[0]?.open()) ?? []) as AsyncIterable<Buffer>) {
			if (isArchive(chunk)) throw new Invalid('packed-twice');
			const text = chunk
				.toString('utf8')
				.replace(/^\ufeff/, '')
				.trimStart();
			if (/^[{[]/.test(text))
				return { kind: text.includes('"FeatureCollection"') ? 'geojson' : 'json', sheets: [] };
			return { kind: text.startsWith('<') ? 'html' : 'csv', sheets: [] };
		}
		throw new Invalid('empty');
	} finally {
		plain.close();
	}
}

function formatOf({ kind, sheets }: Guess): Format {
	if (kind === 'xlsx') return { kind, sheet: sheets[0] ?? 1 };
	if (kind === 'html') return { kind, table: 1 };
	if (kind === 'json') return { kind, list: '' };
	return { kind };
}

/** What a column is called that holds persons and how to reach them. */
const personal =
	/mail|phone|tel[eé]?f|(^|\W)tel(\W|$)|fax|pec(\W|$)|direct|diret|dirig|ředitel|head|principal|leit|vad[iī]t|contact|kontak|person|rektor|dyrektor|müdür/i;

/** Enough to recognise a column; persons and their addresses are nobody's business here. */
function exampleOf(rows: readonly SourceRow[], column: string): string {
	if (personal.test(column)) return '';
	const cell = rows.find((row) => row.cells[column]?.trim())?.cells[column]?.trim() ?? '';
	return cell.includes('@') ? '' : cell.slice(0, 40);
}

function valuesOf(rows: readonly SourceRow[], fill: Fill): CellValue[] {
	const counts = new Map<string, number>();
	for (const { cells } of rows) {
		const value = fill(cells);
		if (counts.size < 2000 || counts.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
	}
	return [...counts]
		.map(([value, count]) => ({ value, count }))
		.sort((one, other) => other.count - one.count)
		.slice(0, mostValues);
}
