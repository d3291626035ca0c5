/** What every part owes: each column classed, only its own tables written, a demand in every use case. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCatalogue } from '#platform/catalogues';
import { allParts } from '../../src/server/parts.ts';
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
checkDemands();
checkCompany();
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
