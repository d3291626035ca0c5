/** `npm run cli -- classes affected FILE [COUNTRY]`: after a breach, which schools tell their pupils and families. No alias leaves. */
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { audit } from '#platform/audit';
import { CommandError, type Command } from '#platform/part';
import { csvOf } from '#shared/csv';
import { classesIn } from './at-schools.sql.ts';

export const affectedClassesCommand: Command = {
	usage: 'FILE [COUNTRY]',
	summary:
		'After a breach: write every running class with its school, its teacher’s address and how many pupils it has into FILE. Aliases are not in it.',
	run: async (ctx, [file, country, ...rest], say) => {
		if (!file || rest.length > 0 || (country !== undefined && !/^[A-Z]{2}$/.test(country)))
			throw new CommandError(
				'Say where to write, and a country if it is one only: classes affected list.csv PT.',
			);
		const classes = await classesIn(ctx, country);
		const lines = classes.map((each) => [
			each.country,
			each.school,
			each.name,
			String(each.pupils),
			each.teacher ?? '',
		]);
		await writeFile(file, csvOf([['country', 'school', 'class', 'pupils', 'teacher'], ...lines], 'en'), {
			flag: 'wx',
			mode: 0o600,
		});
		await audit(ctx, 'pupils.affected-listed', { kind: 'list' }, { country, by: userInfo().username });
		const pupils = classes.reduce((sum, each) => sum + each.pupils, 0);
		say(
			`${classes.length} classes with ${pupils} pupils are in ${file}. Remove it when their teachers have been told.`,
		);
	},
};
