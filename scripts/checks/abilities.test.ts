// Each rule is broken once in a copy of what the parts have, and the check says so; as they are they break none.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nobody } from '#platform/abilities';
import { demandFindings, matrixFindings, type Matrix } from './abilities.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const domain = 'src/server/domain';
const files = globSync(`${domain}/**/abilities.ts`, { cwd: root }).sort();

async function matrixOf(file: string): Promise<Matrix> {
	const { table } = (await import(join(root, file))) as Pick<Matrix, 'table'>;
	return { file, table, test: read(file.replace('.ts', '.test.ts')) };
}

test.each(files)(
	'%s: an ability that is taken away or planted, and a row that is, are found',
	async (file) => {
		const matrix = await matrixOf(file);
		expect(matrixFindings(matrix)).toEqual([]);
		for (const [name, rules] of Object.entries(matrix.table)) {
			const { [name]: _, ...others } = matrix.table;
			expect(matrixFindings({ ...matrix, table: others })).toEqual([
				Object.keys(others).length > 0
					? `${file}: its test has a row for ${name}, which is gone`
					: `${file}: has no ability`,
			]);
			const planted = name.replace(/[^.]+$/, 'plant');
			expect(matrixFindings({ ...matrix, table: { ...matrix.table, [planted]: rules } })).toEqual([
				`${file}: ${planted} has no row in its test`,
			]);
			expect(matrixFindings({ ...matrix, test: matrix.test.replaceAll(`'${name}'`, '') })).toEqual([
				`${file}: ${name} has no row in its test`,
			]);
			expect(matrixFindings({ ...matrix, table: { ...matrix.table, [name]: nobody } })).toEqual([
				`${file}: nobody has ${name}`,
			]);
		}
	},
);

test('V8: an act that asks nobody whether it may is found, in every file that acts', () => {
	const acts = globSync(`${domain}/**/*.ts`, { cwd: root })
		.map((file) => ({ file, text: read(file) }))
		.filter(
			({ file, text }) => demandFindings(file, text.replaceAll(/demand\w*\(|open-to-all/g, '')).length > 0,
		);
	expect(acts.length).toBeGreaterThan(140);
	expect(acts.flatMap(({ file, text }) => demandFindings(file, text))).toEqual([]);
});
