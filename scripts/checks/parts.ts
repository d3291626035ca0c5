/** What every part owes: each column classed, only its own tables written, a demand in every use case. */
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { allParts } from '../../src/server/parts.ts';

const domain = 'src/server/domain';
const problems: string[] = [];

checkColumns();
checkWrites();
checkDemands();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Every column of the generated table types stands in the privacy manifest of the part that owns the schema. */
function checkColumns(): void {
	const schema = readFileSync('src/server/platform/schema.ts', 'utf8');
	const tables = [...schema.matchAll(/^ {2}"([a-z_]+\.[a-z_]+)": (\w+);$/gm)];
	const classed = new Map(allParts.flatMap((part) => Object.entries(part.privacy.columns)));
	for (const [, table = '', type] of tables) {
		if (table.startsWith('platform.')) continue;
		const body = new RegExp(`export interface ${type} \\{([^}]*)\\}`).exec(schema)?.[1] ?? '';
		const columns = [...body.matchAll(/^ {2}(\w+):/gm)].map((match) => match[1] ?? '');
		for (const column of columns) {
			if (classed.get(table)?.[column] === undefined) problems.push(`unclassed column: ${table}.${column}`);
		}
		for (const column of Object.keys(classed.get(table) ?? {})) {
			if (!columns.includes(column)) problems.push(`classed but not there: ${table}.${column}`);
		}
		classed.delete(table);
	}
	for (const table of classed.keys()) problems.push(`classed but not there: ${table}`);
	for (const part of allParts) checkPersonDuties(part);
}

function checkPersonDuties(part: (typeof allParts)[number]): void {
	const { columns, exportFor, erase, unite, separate } = part.privacy;
	const ofPerson = Object.values(columns).some((table) =>
		Object.values(table).some((column) => typeof column === 'object' && column.person === true),
	);
	if (ofPerson && !(exportFor && erase && unite && separate)) {
		problems.push(`${part.name} has a person column and owes exportFor, erase, unite and separate`);
	}
}

/** A part writes its own schemas only. */
function checkWrites(): void {
	for (const part of allParts) {
		for (const file of globSync(`${domain}/${part.name}/**/*.ts`)) {
			if (file.endsWith('.test.ts')) continue;
			const text = readFileSync(file, 'utf8');
			for (const [, schema = ''] of text.matchAll(
				/(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"]([a-z_]+)\./g,
			)) {
				const own = allParts.some(
					({ name, schemas }) => schemas.includes(schema) && file.startsWith(`${domain}/${name}/`),
				);
				if (!own) problems.push(`${file} writes ${schema}, which belongs to another part`);
			}
		}
	}
}

/** A use case (a file that begins with a verb) demands an ability, or says why it is open to all. */
function checkDemands(): void {
	const nouns = /^(index|part|abilities|privacy|rights|read-.*|.*\.sql|.*\.test)\.ts$/;
	for (const file of globSync(`${domain}/**/*.ts`)) {
		const text = readFileSync(file, 'utf8');
		if (nouns.test(basename(file)) || !/inTransaction\(/.test(text)) continue;
		if (!/demand\w*\(|open-to-all/.test(text))
			problems.push(`${file} demands no ability and does not say that it is open to all`);
	}
}
