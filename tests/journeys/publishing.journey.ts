// A page becomes public: never with a pupil in it, exactly as it was looked at, and gone again at once.
import { expect, test } from 'vitest';
import { addPupils, makeClass } from '#domain/pupils';
import { bringClass, twinSpaceFor } from '#domain/twinspaces';
import { anOpenProject } from '../world/a-project.ts';
import { schools, teacher } from '../world/index.ts';
import { must } from '../world/must.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: false });

test('a teacher shows a page to everybody, as the public sees it, and takes it back', async () => {
	const shortId = await anOpenProject(way.platform);
	const ctx = way.platform.as(teacher('ines'));
	const { project, space } = await twinSpaceFor(ctx, shortId);
	const made = must(await makeClass(ctx, { school: schools.ribeira.id, name: '4B', locale: 'en' }));
	must(await addPupils(ctx, { class: made, aliases: ['Swift Heron'] }));
	must(await bringClass(ctx, { space: space.id, class: made }));
	const home = `/projects/${project.address}/twinspace`;

	// before anything is published the cover shows no page and no name
	const visitor = await way.traveller();
	await visitor.open(`/projects/${project.address}`);
	await visitor.seesNothingOf('Our river in winter');
	await visitor.seesNothingOf('Inês');

	const ines = await way.known('ines');
	await ines.open(`${home}/pages/new`);
	await ines.fill('Title', 'Our river in winter');
	await ines.press('Begin the page');
	const page = new URL(ines.page.url()).pathname.replace('/en', '').replace(/\/edit$/, '');
	await write('The river is brown, says Swift Heron.');
	await ines.open(`${page}/public`);
	await ines.sees('This cannot become public yet');
	await ines.sees(/names a member: “swift heron”/);
	await ines.follow('Write the page');
	await write('The river is brown.');
	await ines.open(`${page}/public`);
	await ines.sees('Preview: this and nothing else would be public.');
	await ines.tick(/no pupil is named or recognisable/);
	await ines.press('Publish this version');
	await ines.sees('Public since');

	// what is written later stays inside until it is published, too
	const address =
		(await ines.page.getByRole('link', { name: 'Open the public page' }).getAttribute('href')) ?? '';
	await visitor.open(`/projects/${project.address}`);
	await visitor.follow('Our river in winter');
	await visitor.sees('The river is brown.');
	const head = visitor.page.locator('head');
	expect(await head.locator('meta[property="og:title"]').getAttribute('content')).toContain(
		'Our river in winter',
	);
	expect(await head.locator('meta[property="og:url"]').getAttribute('content')).toContain('/en/projects/');
	expect(await head.locator('meta[name="robots"][content*="noindex"]').count()).toBe(0);
	await ines.open(`${page}/edit`);
	await write('The river is green.');
	expect(await publicText()).toContain('The river is brown.');
	expect(await publicText()).not.toContain('green');

	await ines.open(`${page}/public`);
	await ines.sees('The river is green.');
	await ines.press('Withdraw');
	await ines.sees('The page is no longer public.');
	expect((await visitor.page.request.get(way.platform.url + address)).status()).toBe(404);
	const cover = await visitor.page.request.get(`${way.platform.url}/en/projects/${project.address}`);
	expect(await cover.text()).not.toContain('Our river in winter');

	async function write(words: string): Promise<void> {
		const field = ines.page.locator('textarea[name=block-text]').first();
		if ((await field.count()) === 0) await ines.press('Text');
		await ines.page.locator('textarea[name=block-text]').first().fill(words);
		// the first is for the Enter key, and not to be seen
		await ines.page.locator('main').getByRole('button', { name: 'Save', exact: true }).last().click();
		await ines.sees('Saved.');
	}

	async function publicText(): Promise<string> {
		return (await visitor.page.request.get(way.platform.url + address)).text();
	}
});
