/** `npm run cli -- schools import PROFILE FILE [--apply]`. */
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { userInfo } from 'node:os';
import { Invalid } from '#platform/errors';
import { CommandError, type Command } from '#platform/part';
import { formatNumber } from '#shared/format';
import { profiles } from '../profiles/all.ts';
import { applyImport, previewImport, type ImportOrder, type ImportReport } from './import-register.ts';
import type { RowProblem } from './take-row.ts';

export const importCommand: Command = {
	usage: 'PROFILE FILE [--apply]',
	summary: `Load a register of schools (${profiles.map((profile) => profile.name).join(', ')}); without --apply it only shows what would change.`,
	run: async (ctx, args, say) => {
		const apply = args.includes('--apply');
		const order = readOrder(args.filter((argument) => argument !== '--apply'));
		const report = await explained(order, () =>
			apply ? applyImport(ctx, order) : previewImport(ctx, order),
		);
		for (const line of linesOf(report, basename(order.file), apply)) say(line);
	},
};

function readOrder(args: readonly string[]): ImportOrder {
	const [name, file, ...rest] = args;
	const profile = profiles.find((one) => one.name === name);
	const known = profiles.map((one) => one.name).join(', ');
	if (rest.length > 0 || !name || !file)
		throw new CommandError('Say which profile and which file: schools import PROFILE FILE [--apply].');
	if (!profile) throw new CommandError(`There is no profile "${name}". Profiles are ${known}.`);
	if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`);
	return { profile, file, by: userInfo().username };
}

const sentences: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
	'columns-missing': ({ columns }) =>
		`The file lacks columns that the profile takes: ${String(columns)}. Is it another register?`,
	'entry-missing': ({ entry }) => `The archive holds no entry ${String(entry)}. Is it another register?`,
	'too-large': () => 'The file is too large to be a register of schools.',
};

async function explained<T>(order: ImportOrder, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const sentence = error instanceof Invalid ? sentences[error.code] : undefined;
		if (sentence && error instanceof Invalid) throw new CommandError(sentence(error.details));
		if (isUnreadable(error))
			throw new CommandError(`${order.file} cannot be read as ${order.profile.format.kind}.`);
		throw error;
	}
}

function isUnreadable(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const code = 'code' in error ? String(error.code) : '';
	return /^(CSV_|Z_|ERR_STREAM)/.test(code) || /central directory|zip|JSON|gzip/i.test(error.message);
}

const problemTexts: Readonly<Record<RowProblem, string>> = {
	unreadable: 'skipped: the row cannot be read',
	'no-code': 'skipped: it has no id',
	'no-name': 'skipped: the school has no name',
	'no-town': 'skipped: the school has no town',
	'too-long': 'skipped: id, name or town is longer than any real one',
	'unknown-kind': 'taken without levels: the profile does not know this kind of school',
};

function linesOf(report: ImportReport, file: string, applied: boolean): string[] {
	const count = (number: number) => formatNumber(number, 'en');
	return [
		`${report.profile}: ${file}${report.edition ? `, edition ${report.edition}` : ''}`,
		`${count(report.read)} rows read, ${count(report.skipped)} skipped, ${count(report.merged)} merged with an earlier row of the same id`,
		...report.problems.map(({ line, problem }) => `  row ${line} ${problemTexts[problem]}`),
		...(report.moreProblems > 0 ? [`  and ${count(report.moreProblems)} more`] : []),
		`  ${count(report.added)} added`,
		`  ${count(report.changed)} changed`,
		`  ${count(report.missing)} missing`,
		`  ${count(report.unchanged)} unchanged`,
		applied
			? 'Taken over. Missing schools stay as they are, with a question for an officer.'
			: 'This was a preview, nothing was written. Add --apply to take it over.',
	];
}
