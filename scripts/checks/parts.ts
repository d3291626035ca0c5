/** What every part owes: each column classed, only its own tables written, a demand in every use case. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readCatalogue } from '#platform/catalogues';
import { allParts } from '../../src/server/parts.ts';
import { demandFindings, matrixFindings, type Matrix } from './abilities.ts';
import { columnFindings, personFindings, retentionFindings, tablesIn, wordFindings } from './part-duties.ts';

const domain = 'src/server/domain';
const tables = tablesIn(readFileSync('src/server/platform/schema.ts', 'utf8'));
const problems: string[] = [
	...columnFindings(tables, allParts),
	...personFindings(allParts),
	...retentionFindings(allParts),
	...wordFindings(allParts, readCatalogue('en', 'register')),
];

checkWrites();
checkCompany();
await checkAbilities();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

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

/** Beside a manifest stand the words of the part, beside its abilities the test that goes through them. */
function checkCompany(): void {
	const owed = { 'part.ts': 'CONTEXT.md', 'abilities.ts': 'abilities.test.ts' };
	for (const [name, beside] of Object.entries(owed)) {
		for (const file of globSync(`${domain}/**/${name}`)) {
			if (!existsSync(join(dirname(file), beside))) problems.push(`${file} has no ${beside} beside it`);
		}
	}
}

/** Every act asks whether it may, and the matrix of every part goes through all that can be asked. */
async function checkAbilities(): Promise<void> {
	for (const file of globSync(`${domain}/**/*.ts`))
		problems.push(...demandFindings(file, readFileSync(file, 'utf8')));
	for (const file of globSync(`${domain}/**/abilities.ts`)) {
		const { table } = (await import(resolve(file))) as Pick<Matrix, 'table'>;
		const test = readFileSync(file.replace('.ts', '.test.ts'), 'utf8');
		problems.push(...matrixFindings({ file, table, test }));
	}
}
