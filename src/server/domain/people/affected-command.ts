/**
 * `npm run cli -- accounts affected FILE [COUNTRY]`: after a breach, whom to tell. The list goes into a file that only
 * the account of the machine reads, never over a page; the log says that it was made.
 */
import { writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { organisationMails } from '#domain/support';
import { audit } from '#platform/audit';
import { CommandError, type Command } from '#platform/part';
import { csvOf } from '#shared/csv';
import { accountsIn } from './persons.sql.ts';

export const affectedAccountsCommand: Command = {
	usage: 'FILE [COUNTRY]',
	summary:
		'After a breach: write everybody to be told, with address, language and country, into FILE, and count them by country with the support organisation that answers for it.',
	run: async (ctx, [file, country, ...rest], say) => {
		if (!file || rest.length > 0 || (country !== undefined && !/^[A-Z]{2}$/.test(country)))
			throw new CommandError(
				'Say where to write, and a country if it is one only: accounts affected list.csv PT.',
			);
		const accounts = await accountsIn(ctx, country);
		const lines = accounts.map(({ email, name, locale, country: at }) => [email, name, locale, at]);
		// nothing is written over, and nobody else reads it
		await writeFile(file, csvOf([['address', 'name', 'language', 'country'], ...lines], 'en'), {
			flag: 'wx',
			mode: 0o600,
		});
		await audit(ctx, 'people.affected-listed', { kind: 'list' }, { country, by: userInfo().username });
		const mails = await organisationMails(ctx);
		for (const [code, found] of Map.groupBy(accounts, (account) => account.country))
			say(`${code}  ${found.length} accounts  ${mails.get(code) ?? 'no address: tell the central desk'}`);
		say(`${accounts.length} accounts are in ${file}. Remove it when they have been told.`);
	},
};
