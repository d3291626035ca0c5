// Who may do what, as members read it and as the pages keep it: a teacher, a guest, and a founder whom nobody changes.
import { expect, test } from 'vitest';
import { addAdultMember } from '#domain/spaces';
import { twinSpaceFor } from '#domain/twinspaces';
import { system } from '#shared/actor';
import { anOpenProject } from '../world/a-project.ts';
import { people, schools, teacher } from '../world/index.ts';
import { journey, type Traveller } from './people.ts';

const way = journey({ javaScript: true });

test('each role reads what it may, and finds just that', async () => {
	const shortId = await anOpenProject(way.platform);
	const { project, space } = await twinSpaceFor(way.platform.as(teacher('ines')), shortId);
	const home = `/projects/${project.address}/twinspace`;
	const join = (person: string, role: 'teacher' | 'observer', school: string | null) =>
		addAdultMember(way.platform.as(system), { space: space.id, person, school, role });
	await join(people.amelie.id, 'teacher', schools.jeanMoulin.id);

	const amelie = await way.known('amelie');
	await amelie.open(`${home}/members`);
	await amelie.follow('Who may do what');
	await amelie.sees('Your role here: Teacher.');
	const row = amelie.page.getByRole('row').filter({ hasText: 'Change roles, but never a founder’s' });
	expect(await row.getByText('Yes').count()).toBe(3);
	await amelie.open(`${home}/members`);
	expect(await amelie.page.getByRole('link', { name: /^Change/ }).count()).toBe(0);
	expect(await statusOf(amelie, `${home}/settings`)).toBe(403);

	// the founder makes her an administrator, who then leads, but changes no founder
	const ines = await way.known('ines');
	await ines.open(`${home}/members`);
	expect(await ines.page.getByRole('link', { name: /^Change.*Freja/ }).count()).toBe(0);
	await ines.follow(/^Change.*Amélie/);
	await ines.tick('Teacher administrator');
	await ines.press('Save the role');
	await ines.sees('The role was changed.');
	await amelie.open(`${home}/rights`);
	await amelie.sees('Your role here: Teacher administrator.');
	await amelie.open(`${home}/settings`);
	await amelie.fill('Name of the space', 'Our two rivers');
	await amelie.press('Save');
	await amelie.sees('Saved.');
	await amelie.open(`${home}/members`);
	expect(await amelie.page.getByRole('link', { name: /^Change.*(Inês|Freja)/ }).count()).toBe(0);

	// removed, she finds nothing any more
	await ines.open(`${home}/members`);
	await ines.follow(/^Change.*Amélie/);
	await ines.page.getByText('Remove from the space').click();
	await ines.press('Yes, remove');
	await ines.sees('The member was removed.');
	for (const page of ['', '/materials', '/updates', '/rights'])
		expect(await statusOf(amelie, home + page), page).toBe(404);
});

async function statusOf({ page }: Traveller, path: string): Promise<number> {
	return (await page.request.get(`${way.platform.url}/en${path}`)).status();
}
