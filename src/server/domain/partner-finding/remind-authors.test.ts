import { expect, test } from 'vitest';
import { conversationWith } from '#domain/contacts';
import { reportThing } from '#domain/safety';
import { system, visitor } from '#shared/actor';
import { people, teacher, type PersonName } from '../../../../tests/world/index.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { must } from '../../../../tests/world/must.ts';
import { answerPost, closePost, ownPosts, postBehind, renewByLink, writePost } from './index.ts';
import { remindAuthors } from './remind-authors.ts';

const world = testDatabase();
const start = new Date('2026-10-05T08:00:00Z');
const on = (day: number) => new Date(start.getTime() + day * 24 * 3600 * 1000);
const as = (name: PersonName, day = 0) => world.as(teacher(name), { now: on(day) });
const remind = (day: number) => remindAuthors(world.as(system, { now: on(day) }));

const post = async (name: PersonName) =>
	must(
		await writePost(as(name), {
			...{ kind: 'found-project', title: 'Rivers', words: 'We look for a class.', locale: 'en' },
			...{ languages: ['en'], subjects: ['music'], agesFrom: 9, agesTo: 11 },
			...{ countriesWanted: [], partnersWanted: 1, days: 14 },
		}),
	).post;

async function reminders(): Promise<string[]> {
	const rows = await world.db
		.selectFrom('notices.notice')
		.select('path')
		.where('kind', '=', 'partner-post-ending')
		.orderBy('id')
		.execute();
	return rows.map(({ path }) => path.split('/').at(-1) ?? '');
}

test('an author is reminded once before the end, and a click lets the post run on without signing in', async () => {
	await post('ines');
	await remind(5);
	expect(await reminders()).toEqual([]);
	await remind(10);
	await remind(11);
	const [token = '', ...others] = await reminders();
	expect(others).toEqual([]);
	const visiting = world.as(visitor, { now: on(12) });
	expect(await postBehind(visiting, token)).toMatchObject({ title: 'Rivers', renewable: true });
	must(await renewByLink(visiting, token));
	expect(await postBehind(visiting, token)).toMatchObject({ renewable: false });
	const [mine] = await ownPosts(as('ines', 12));
	expect(mine?.post.expiresAt).toEqual(on(72));
	// a second click finds it done, and the next run has its own reminder
	must(await renewByLink(world.as(visitor, { now: on(20) }), token));
	expect((await ownPosts(as('ines', 20)))[0]?.post.expiresAt).toEqual(on(72));
	await remind(70);
	expect(await reminders()).toHaveLength(2);
	await expect(renewByLink(visiting, `${token}1`)).rejects.toThrow('post');
});

test('nobody is reminded of a post that is filled, and its link renews nothing', async () => {
	const id = await post('ines');
	await remind(10);
	const [token = ''] = await reminders();
	must(await closePost(as('ines', 11), { post: id, reason: 'filled' }));
	expect(await renewByLink(world.as(visitor, { now: on(12) }), token)).toMatchObject({
		reason: 'closed-already',
	});
});

test('an answer to a post begins a conversation about it; one’s own is neither answered nor reported', async () => {
	const id = await post('ines');
	must(await answerPost(as('freja', 1), { post: id, words: 'We live at a fjord.' }));
	const { messages } = await conversationWith(as('ines', 1), people.freja.id);
	expect(messages).toMatchObject([{ asks: true, about: { title: 'Rivers', path: `/partners/posts/${id}` } }]);
	expect(await answerPost(as('freja', 1), { post: id, words: 'And?' })).toMatchObject({
		reason: 'wait-for-answer',
	});
	await expect(answerPost(as('ines', 1), { post: id, words: 'Hm' })).rejects.toThrow('post');
	const report = { kind: 'partner-post', thing: id, reason: 'mass', words: '' } as const;
	must(await reportThing(as('freja', 1), report));
	expect(await reportThing(as('freja', 1), report)).toMatchObject({ reason: 'reported-already' });
	await expect(reportThing(as('ines', 1), report)).rejects.toThrow('post');
});
