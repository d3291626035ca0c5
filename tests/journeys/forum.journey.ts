// The forum without JavaScript: a discussion, a thread, a reply that is new and then read, a lock, a report; and the
// bulletin, which a guest does not find.
import { expect, test } from 'vitest';
import { addAdultMember } from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { system } from '#shared/actor';
import { anOpenProject } from '../world/a-project.ts';
import { people, teacher } from '../world/index.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: false });

test('two teachers talk, one of them reads what is new, and nobody replies to what is locked', async () => {
	const shortId = await anOpenProject(way.platform);
	const { project, space } = await twinSpaceFor(way.platform.as(teacher('ines')), shortId);
	const home = `/projects/${project.address}/twinspace`;
	const guest = { space: space.id, person: people.amelie.id, school: null, role: 'observer' } as const;
	await addAdultMember(way.platform.as(system), guest);

	const ines = await way.known('ines');
	await ines.open(`${home}/forum`);
	await ines.sees('No discussion yet');
	await ines.fill('What is it about', 'Winter');
	await ines.press('Open a discussion');
	await ines.fill('Title', 'Does a river sleep?');
	await ines.fill('What you want to say or ask', 'Ours never freezes.');
	await ines.press('Begin a thread');
	await ines.sees('Ours never freezes.');

	const freja = await way.known('freja');
	await freja.open(`${home}/forum`);
	await freja.sees('New');
	await freja.follow('Winter');
	await freja.follow('Does a river sleep?');
	await freja.fill('Your reply', 'Ours does, in January.');
	await freja.press('Reply');
	await freja.sees('Ours does, in January.');

	await ines.open('/notices');
	await ines.sees('Somebody replied in the forum');
	await ines.open(`${home}/forum`);
	await ines.sees('New');
	await ines.follow('Winter');
	await ines.follow('Does a river sleep?');
	await ines.press('Mark as read');
	await ines.open(`${home}/forum`);
	expect(await ines.page.locator('main').getByText('New', { exact: true }).count()).toBe(0);
	await ines.follow('Winter');
	await ines.follow('Does a river sleep?');
	await ines.press('Lock');
	await ines.sees('Nobody replies here any more.');
	await freja.press('Reply').catch(() => undefined);
	await freja.open(`${home}/forum`);
	await freja.follow('Winter');
	await freja.sees('Locked');

	await ines.open(`${home}/forum`);
	await ines.follow('Winter');
	await ines.page.locator('summary', { hasText: 'Remove the discussion' }).click();
	await ines.sees('The discussion and its thread, with all replies, are gone for everybody.');
	await ines.press('Yes, remove it');
	await ines.sees('Removed discussions');
	await freja.open(`${home}/forum`);
	await freja.sees('No discussion yet');
	await freja.press('Bring back');
	await freja.sees('Does a river sleep?');

	await ines.open(`${home}/bulletin`);
	await ines.fill('A note for the teachers', 'Freja is ill on Monday.');
	await ines.press('Post');
	await ines.sees('Freja is ill on Monday.');
	const amelie = await way.known('amelie');
	await amelie.open(`${home}/forum`);
	expect(await amelie.page.getByRole('link', { name: 'Bulletin' }).count()).toBe(0);
	const bulletin = await amelie.page.request.get(`${way.platform.url}/en${home}/bulletin`);
	expect(bulletin.status()).toBe(404);
});
