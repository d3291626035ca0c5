/** What parts owe to those who ask whether they may: a matrix that goes through every ability, a question in every act. */
import { basename } from 'node:path';

/** The abilities of a part, and the words of the test that goes through them. */
export type Matrix = {
	readonly file: string;
	readonly table: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly test: string;
};

/** An ability without a row, a row without an ability, and an ability that nobody has. */
export function matrixFindings({ file, table, test }: Matrix): string[] {
	const abilities = Object.keys(table);
	const families = new Set(abilities.map((name) => name.slice(0, name.lastIndexOf('.'))));
	if (abilities.length === 0) return [`${file}: has no ability`];
	// a line of SQL in the test names columns
	const rows = [...test.matchAll(/(?<!\.(?:select|where|ref)\()'([a-z-]+(?:\.[a-z-]+)+)'/g)]
		.map(([, name = '']) => name)
		.filter((name) => families.has(name.slice(0, name.lastIndexOf('.'))));
	const noOne = abilities.filter((name) => Object.values(table[name] ?? {}).every((rule) => rule === false));
	return [
		...abilities
			.filter((name) => !rows.includes(name))
			.map((name) => `${file}: ${name} has no row in its test`),
		...new Set(rows.filter((name) => !abilities.includes(name)))
			.values()
			.map((name) => `${file}: its test has a row for ${name}, which is gone`),
		...noOne.map((name) => `${file}: nobody has ${name}`),
	];
}

const nouns = /^(index|part|abilities|privacy|rights|read-.*|.*\.sql|.*\.test)\.ts$/;

/** A use case (a file that begins with a verb) demands an ability, or says why it is open to all. */
export function demandFindings(file: string, text: string): string[] {
	if (nouns.test(basename(file)) || !/inTransaction\(/.test(text)) return [];
	return /demand\w*\(|open-to-all/.test(text)
		? []
		: [`${file} demands no ability and does not say that it is open to all`];
}
