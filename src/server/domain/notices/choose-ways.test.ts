import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { system, visitor } from '#shared/actor';
import type { NoticeKind } from '#shared/notice-kinds';
import type { NoticeTopic, NoticeWay } from '#shared/notice-topics';
import { people, teacher } from '../../../../tests/world/index.ts';
import { testDatabase } from '../../../../tests/world/database.ts';
import { chooseWays, muteByLink, noticeChoices, noticesFor, seeNotices } from './index.ts';
import { muteToken } from './mute-link.ts';
import { sendDigests } from './send-digests.ts';

const world = testDatabase();
const monday = new Date('2026-10-05T12:00:00Z');
const later = (hours: number) => new Date(monday.getTime() + hours * 3600 * 1000);
const freja = (now = monday) => world.as(teacher('freja'), { now });
const worker = (now: Date) => world.as(system, { now });

const choose = (ways: Partial<Record<NoticeTopic, NoticeWay>>, quiet?: { from: number; until: number }) =>
	chooseWays(freja(), {
		ways: new Map(Object.entries(ways) as [NoticeTopic, NoticeWay][]),
		habits: { digest: 'daily', quiet },
	});

const tellFreja = (kind: NoticeKind = 'contact-accepted', path = '/contacts', now = monday) =>
	inTransaction(worker(now), (ctx) =>
		emit(ctx, 'notice', {
			to: [people.freja.id],
			kind,
			params: { name: 'Inês Carvalho' },
			names: [people.ines.id],
			path,
		}),
	);

async function letters() {
	return world.db
		.selectFrom('platform.mail')
		.select(['subject', 'body', 'next_attempt_at as leaves', 'mute_link as mute', 'concerns'])
		.where('to_address', '=', 'freja@example.org')
		.orderBy('id')
		.execute();
}

test('without a choice one is told at once, in one’s own language, with a link that mutes', async () => {
	await tellFreja();
	const [letter] = await letters();
	expect(letter?.subject).toContain('Inês Carvalho');
	expect(letter?.leaves).toEqual(monday);
	expect(letter?.mute).toMatch(/\/da\/notices\/mute\//);
	expect(letter?.body).toContain(letter?.mute ?? '?');
});

test.each<[NoticeWay, number, number]>([
	['at-once', 1, 1],
	['digest', 1, 0],
	['platform', 1, 0],
	['off', 0, 0],
])('chosen %s: %i line in the platform, %i letter at once', async (way, lines, written) => {
	await choose({ contacts: way });
	await tellFreja();
	expect(await noticesFor(freja(later(1)))).toHaveLength(lines);
	expect(await letters()).toHaveLength(written);
});

test('what concerns the account cannot be turned off, and what waits for an answer stands in the platform', async () => {
	await choose({ account: 'off', projects: 'off', messages: 'off' });
	const { topics } = await noticeChoices(freja());
	const wayFor = (topic: NoticeTopic) => topics.find((each) => each.topic === topic)?.way;
	expect([wayFor('account'), wayFor('projects'), wayFor('messages')]).toEqual([
		'at-once',
		'at-once',
		'at-once',
	]);
});

test('a letter waits until the quiet hours of its reader are over', async () => {
	await choose({}, { from: 13, until: 15 });
	await tellFreja();
	// 14:00 in Copenhagen: an hour to go
	expect((await letters())[0]?.leaves).toEqual(later(1));
});

test('a digest is one letter, grouped, of what was not seen, once, however often the job runs', async () => {
	await choose({ contacts: 'digest', messages: 'digest' });
	await tellFreja('contact-accepted', '/contacts');
	await tellFreja('message-received', `/mailbox/${people.ines.id}`);
	await tellFreja('message-received', `/mailbox/${people.ines.id}`, later(1));
	await sendDigests(worker(later(2)));
	expect(await letters()).toEqual([]);
	await sendDigests(worker(later(24)));
	await sendDigests(worker(later(24)));
	const [digest, ...others] = await letters();
	expect(others).toEqual([]);
	expect(digest?.subject).toBe('2 nyheder til dig');
	expect(digest?.body).toContain('(2)');
	expect(digest?.body).toContain('Beskeder fra andre lærere');
	expect(digest?.concerns).toEqual(expect.arrayContaining([people.freja.id, people.ines.id]));
	expect(digest?.body.match(/notices\/mute\//g)).toHaveLength(2);
});

test('what was seen in the platform is in no digest', async () => {
	await choose({ contacts: 'digest' });
	await tellFreja();
	await seeNotices(freja(later(1)));
	await sendDigests(worker(later(24)));
	expect(await letters()).toEqual([]);
});

test('the link in a letter mutes its topic, the one of a digest all digests, and no other link does anything', async () => {
	const visiting = world.as(visitor);
	await choose({ partners: 'digest', contacts: 'at-once', messages: 'digest' });
	const person = people.freja.id;
	await muteByLink(visiting, muteToken({ person, what: 'contacts' }));
	await muteByLink(visiting, muteToken({ person, what: 'digest' }));
	const ways = new Map((await noticeChoices(freja())).topics.map(({ topic, way }) => [topic, way]));
	expect([ways.get('contacts'), ways.get('partners'), ways.get('messages'), ways.get('projects')]).toEqual([
		'platform',
		'platform',
		'platform',
		'at-once',
	]);
	const token = muteToken({ person, what: 'projects' });
	for (const forged of [
		token.replace('projects', 'places'),
		token.replace(person, people.ines.id),
		`${token}A`,
		'',
	])
		await expect(muteByLink(visiting, forged)).rejects.toThrow('mute link');
});
