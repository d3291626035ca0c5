import { expect, test } from 'vitest';
import { areContacts, blockPerson } from '#domain/contacts';
import { visitor } from '#shared/actor';
import { aDraft } from '../../../../../tests/world/a-project.ts';
import { member, people, teacher, type PersonName } from '../../../../../tests/world/index.ts';
import { testDatabase } from '../../../../../tests/world/database.ts';
import { must } from '../../../../../tests/world/must.ts';
import { answerColleague, answerLink, linkBehind, linkDeskFor, makeLink, withdrawLink } from '../index.ts';
import { linkRuns } from './link-invitation.ts';

const world = testDatabase();
const now = () => world.as(teacher('ines')).now;
const later = (days: number) => new Date(now().getTime() + days * 24 * 3600 * 1000);
const as = (name: PersonName) => world.as(teacher(name));

async function aLink(): Promise<{ project: string; token: string }> {
	const project = await aDraft(world);
	await makeLink(as('ines'), { project });
	const { link } = await linkDeskFor(as('ines'), project);
	return { project, token: link?.path.split('/').at(-1) ?? '' };
}

async function waiting(project: string) {
	const [colleague] = (await linkDeskFor(as('ines'), project)).colleagues;
	if (!colleague) throw new Error('nobody has answered');
	return { project, invitation: colleague.invitation, person: colleague.person.id, accepted: true } as const;
}

test('both say yes, and are contacts; nothing happens before', async () => {
	const { project, token } = await aLink();
	expect(await linkBehind(world.as(visitor), token)).toMatchObject({
		over: false,
		own: false,
		said: undefined,
	});
	must(await answerLink(as('amelie'), token));
	must(await answerLink(as('amelie'), token));
	expect(await areContacts(as('ines'), people.ines.id, people.amelie.id)).toBe(false);
	const kinds = async (name: PersonName) =>
		(
			await world.db
				.selectFrom('notices.notice')
				.select('kind')
				.where('person_id', '=', people[name].id)
				.execute()
		).map(({ kind }) => kind);
	expect((await kinds('ines')).filter((kind) => kind === 'link-answered')).toHaveLength(1);
	must(await answerColleague(as('ines'), await waiting(project)));
	expect(await areContacts(as('ines'), people.ines.id, people.amelie.id)).toBe(true);
	expect(await kinds('amelie')).toContain('link-confirmed');
	expect(await linkBehind(as('amelie'), token)).toMatchObject({ said: 'confirmed' });
	expect(await answerColleague(as('ines'), await waiting(project))).toMatchObject({
		reason: 'decided-already',
	});
});

test('a no is told to nobody, and whoever said yes still waits', async () => {
	const { project, token } = await aLink();
	must(await answerLink(as('amelie'), token));
	must(await answerColleague(as('ines'), { ...(await waiting(project)), accepted: false }));
	expect(await linkBehind(as('amelie'), token)).toMatchObject({ said: 'waits' });
	expect(await areContacts(as('ines'), people.ines.id, people.amelie.id)).toBe(false);
});

test('whoever is not validated may say yes, and is no contact before the support organisation has confirmed', async () => {
	const { project, token } = await aLink();
	must(await answerLink(world.as(member('marco')), token));
	expect(await answerColleague(as('ines'), await waiting(project))).toMatchObject({
		reason: 'not-validated',
	});
	expect(await areContacts(as('ines'), people.ines.id, people.marco.id)).toBe(false);
});

test('a block of either side makes the link look over, and stands in the way of a yes', async () => {
	const { project, token } = await aLink();
	await blockPerson(as('ines'), { person: people.liis.id });
	expect(await answerLink(as('liis'), token)).toMatchObject({ reason: 'over' });
	must(await answerLink(as('amelie'), token));
	await blockPerson(as('amelie'), { person: people.ines.id });
	expect(await answerColleague(as('ines'), await waiting(project))).toMatchObject({
		reason: 'not-available',
	});
});

test('a link ends by itself, when it is taken back, and when another takes its place', async () => {
	const { project, token } = await aLink();
	const afterwards = world.as(teacher('amelie'), { now: later(linkRuns + 1) });
	expect(await answerLink(afterwards, token)).toMatchObject({ reason: 'over' });
	await makeLink(as('ines'), { project });
	expect(await answerLink(as('amelie'), token)).toMatchObject({ reason: 'over' });
	await withdrawLink(as('ines'), { project });
	expect((await linkDeskFor(as('ines'), project)).link).toBeUndefined();
});

test('only the founder has the link of a plan, and only a link that was signed leads anywhere', async () => {
	const { project, token } = await aLink();
	await expect(linkDeskFor(as('tiago'), project)).rejects.toThrow();
	await expect(makeLink(as('tiago'), { project })).rejects.toThrow();
	expect(await answerLink(as('ines'), token)).toMatchObject({ reason: 'own' });
	for (const forged of [`${token.slice(0, -1)}_`, token.split('.')[0] ?? '', 'x.y', ''])
		await expect(linkBehind(as('amelie'), forged)).rejects.toThrow('link');
});
