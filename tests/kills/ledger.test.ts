// The book notices what is missing and what is there twice; without that, a run of kills would prove nothing.
import { expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { ownDatabase } from '../world/database.ts';
import { Ledger } from './ledger.ts';
import type { Person } from './person.ts';

const database = ownDatabase();

test('the database lacks a write, or holds it twice', async () => {
	const joining = (email: string) => ({
		id: newId(),
		name: 'Nova',
		email,
		password: '',
		locale: 'en',
		country: 'PT',
	});
	const emails = ['once@school.example', 'twice@school.example', 'twice@school.example'];
	const rows = emails.map((email) => ({ ...joining(email), asked_at: new Date() }));
	await database.db.insertInto('people.joining').values(rows).execute();
	const ledger = new Ledger();
	for (const email of ['once@school.example', 'twice@school.example', 'never@school.example'])
		ledger.write('asked to join', email);
	expect(await ledger.compareWithDatabase(database.connection)).toEqual({
		lost: ['asked to join: never@school.example'],
		doubled: ['asked to join: twice@school.example'],
	});
});

test('a page lacks a post, or shows it twice, on whichever of its older pages it stands', async () => {
	const pages: Record<string, string> = {
		'/wall': '<p>first</p><a href="?before=1_x">Older</a><script>"only in a script"</script>',
		'/wall?before=1_x': '<p>second</p><p>second</p>',
	};
	const get = (path: string) =>
		Promise.resolve({ path, status: 200, location: '', text: pages[path] ?? '', headers: new Headers() });
	const who: Person = { network: '10.0.0.1', get, send: get };
	const ledger = new Ledger();
	for (const words of ['first', 'second', 'only in a script'])
		ledger.write('post written', words, { who, path: '/wall', words, once: true });
	expect(await ledger.compareWithPages()).toEqual({
		lost: ['on /wall: only in a script'],
		doubled: ['on /wall: second'],
	});
});
