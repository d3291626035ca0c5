import { expect, test } from 'vitest';
import { system } from '#shared/actor';
import { testDatabase } from '../../../tests/world/database.ts';
import { queueMail } from './mail.ts';
import { outboxCommands } from './outbox-commands.ts';
import { CommandError } from './part.ts';

const database = testDatabase();
const secretLink = 'https://twinning.example/en/password/secret-token';

async function said(command: keyof typeof outboxCommands, ...args: string[]): Promise<string> {
	const lines: string[] = [];
	await outboxCommands[command]?.run(database.as(system), args, (line) => lines.push(line));
	return lines.join('\n');
}

async function aLetter(to: string): Promise<string> {
	const words = { locale: 'en', subject: 'A new password', body: `Open ${secretLink} now.` } as const;
	return queueMail(database.as(system), { to, ...words, secretLink });
}

test('the list says to whom, about what and whether it has left, and shows no link', async () => {
	const [mine, other] = [await aLetter('ana@school.example'), await aLetter('rui@school.example')];
	const list = await said('outbox list', 'Ana@school.example');
	expect(list).toContain(mine);
	expect(list).toContain('ana@school.example');
	expect(list).toContain('waits');
	expect(list).not.toContain(other);
	expect(await said('outbox list')).toContain(other);
	expect(await said('outbox list')).not.toContain('secret-token');
	expect(await said('outbox list', 'nobody@school.example')).toMatch('No letter');
});

test('one letter is shown with its link, and the log says so', async () => {
	const id = await aLetter('ana@school.example');
	expect(await said('outbox show', id)).toContain(secretLink);
	const noted = await database.db
		.selectFrom('platform.audit_entry')
		.select('subject_id')
		.where('action', '=', 'platform.letter-shown')
		.execute();
	expect(noted).toEqual([{ subject_id: id }]);
	await expect(said('outbox show', 'no-number')).rejects.toThrow(CommandError);
	await expect(said('outbox show')).rejects.toThrow(CommandError);
});
