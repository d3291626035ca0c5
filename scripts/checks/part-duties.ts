/** What every part owes about what it keeps, as findings in sentences: pure, so that a test can break each rule. */
import type { Catalogue } from '#platform/catalogues';
import type { ColumnClass, Part } from '#platform/part';
import type { Kept } from '#platform/retention';

/** Table → its columns, read from the generated table types. */
export function tablesIn(schema: string): Map<string, string[]> {
	const tables = [...schema.matchAll(/^ {2}"([a-z_]+\.[a-z_]+)": (\w+);$/gm)];
	return new Map(
		tables.map(([, table = '', type]) => {
			const body = new RegExp(`export interface ${type} \\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
			return [table, [...body.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] ?? '')];
		}),
	);
}

/** Every column of the database is classed by the part that owns its schema, and nothing else is. */
export function columnFindings(
	tables: ReadonlyMap<string, readonly string[]>,
	parts: readonly Part[],
): string[] {
	const found: string[] = [];
	const classed = new Map(
		parts.flatMap((part) =>
			Object.entries(part.privacy.columns).map(([table, columns]) => [table, { part, columns }]),
		),
	);
	for (const [table, columns] of tables) {
		const said = classed.get(table);
		for (const column of columns) {
			if (said?.columns[column] === undefined) found.push(`unclassed column: ${table}.${column}`);
		}
		for (const column of Object.keys(said?.columns ?? {})) {
			if (!columns.includes(column)) found.push(`classed but not there: ${table}.${column}`);
		}
	}
	for (const [table, { part }] of classed) {
		if (!tables.has(table)) found.push(`classed but not there: ${table}`);
		if (!part.schemas.includes(table.split('.')[0] ?? ''))
			found.push(`${part.name} classes ${table}, which lies in no schema of its own`);
	}
	return found;
}

/** Whoever points to persons can export, erase, unite and separate them. */
export function personFindings(parts: readonly Part[]): string[] {
	return parts.flatMap(({ name, privacy }) => {
		const ofPerson = columnsOf(privacy.columns).some(([, , said]) => said !== 'none' && said.person === true);
		const duties = ['exportFor', 'erase', 'unite', 'separate'] as const;
		const missing = duties.filter((duty) => privacy[duty] === undefined);
		return ofPerson && missing.length > 0
			? [`${name} has a person column and owes ${missing.join(', ')}`]
			: [];
	});
}

/** Each word of how long something is kept is carried out by a job of some part that runs by itself. */
export function retentionFindings(parts: readonly Part[]): string[] {
	const found: string[] = [];
	const carriedOut = new Set<Kept>();
	for (const { name, privacy, jobs, schedules } of parts) {
		for (const [job, words] of Object.entries(privacy.forgets ?? {})) {
			if (jobs?.[job] === undefined) found.push(`${name} says that ${job} forgets, and has no such job`);
			if (!schedules?.some((schedule) => schedule.job === job))
				found.push(`${name} says that ${job} forgets, and never runs it`);
			for (const word of words) carriedOut.add(word);
		}
	}
	const used = new Set(
		parts.flatMap(({ privacy }) =>
			columnsOf(privacy.columns).flatMap(([, , said]) => (said === 'none' ? [] : [said.kept])),
		),
	);
	for (const word of used) {
		if (!carriedOut.has(word)) found.push(`no job forgets what is kept as "${word}"`);
	}
	return found;
}

/** Areas, tables and fields about somebody have words that a teacher reads. */
export function wordFindings(parts: readonly Part[], english: Catalogue): string[] {
	const wanted = parts.flatMap(({ name, privacy: { columns } }) => {
		if (Object.keys(columns).length === 0) return [];
		const tables = Object.keys(columns).flatMap((table) => [
			`register.table.${table}.title`,
			`register.table.${table}.purpose`,
		]);
		const fields = columnsOf(columns).flatMap(([, column, said]) =>
			said === 'none' ? [] : [`register.field.${column}`],
		);
		return [`register.part.${name.replaceAll('/', '-')}`, ...tables, ...fields];
	});
	const missing = [...new Set(wanted)].filter((key) => english[key] === undefined);
	const own = /^register\.(part|table|field)\./;
	const idle = Object.keys(english).filter((key) => own.test(key) && !wanted.includes(key));
	return [
		...missing.map((key) => `say it for the field register: ${key} in messages/<locale>/register.json`),
		...idle.map((key) => `messages/<locale>/register.json: ${key} names nothing that is there`),
	];
}

function columnsOf(
	tables: Part['privacy']['columns'],
): (readonly [table: string, column: string, said: ColumnClass])[] {
	return Object.entries(tables).flatMap(([table, columns]) =>
		Object.entries(columns).map(([column, said]) => [table, column, said] as const),
	);
}
