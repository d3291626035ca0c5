// Two teachers in two countries write one page at once; the server is killed between, and not a word is lost.
import { beforeAll, expect, test } from 'vitest';
import { spaceFor } from '#domain/spaces';
import { formBlocksOf, makePage, pageFor } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { anOpenProject } from '../world/a-project.ts';
import { teacher } from '../world/index.ts';
import { must } from '../world/must.ts';
import { journey, type Traveller } from './people.ts';

const way = journey({ javaScript: true });
let page = '';
let home = '';
let space = '';

beforeAll(async () => {
	const shortId = await anOpenProject(way.platform);
	const ines = way.platform.as(teacher('ines'));
	({
		space: { id: space },
	} = await twinSpaceFor(ines, shortId));
	({ page } = must(await makePage(ines, { space, title: 'Our river', locale: 'en' })));
	home = `/projects/${shortId}/twinspace/pages/${page}`;
});

const field = (who: Traveller) => who.page.getByRole('textbox', { name: 'Text of the page Our river' });
const state = (who: Traveller) => who.page.locator('[data-state]');
const says = (who: Traveller, said: string) =>
	expect.poll(async () => state(who).getAttribute('data-state'), { timeout: 15_000 }).toBe(said);
const isSaved = (who: Traveller) => says(who, 'saved');
const sees = (who: Traveller, words: string) =>
	expect.poll(async () => field(who).innerText(), { timeout: 15_000 }).toContain(words);

/** The lines under somebody's hands, without the carets of others. */
const linesOf = (who: Traveller) =>
	field(who)
		.locator('p, h2')
		.evaluateAll((lines) =>
			lines.map((line) => {
				const alone = line.cloneNode(true) as Element;
				for (const caret of alone.querySelectorAll('.caret')) caret.remove();
				return alone.textContent;
			}),
		);

/** What a reader without JavaScript is given. */
async function read(): Promise<string[]> {
	const ctx = way.platform.as(teacher('ines'));
	const { content } = await pageFor(ctx, await spaceFor(ctx, space), page);
	return formBlocksOf(content).map((block) => `${block.kind}: ${block.text}`);
}

test('two write at once, see each other, and go on when the server comes back', async () => {
	const [ines, freja] = [await way.known('ines'), await way.known('freja')];
	await ines.open(home);
	await ines.follow('Write together');
	await freja.open(`${home}/write`);
	await field(ines).click();
	await ines.page.getByRole('button', { name: 'Heading', exact: true }).click();
	await ines.page.keyboard.type('Autumn at the river');
	await ines.page.keyboard.press('Enter');
	await ines.page.keyboard.type('It is brown. ');
	await sees(freja, 'It is brown.');
	await isSaved(ines);

	// who is here, and where
	await freja.sees('Inês Carvalho');
	await field(freja).getByText('It is brown.').click();
	await freja.page.keyboard.press('End');
	await expect
		.poll(async () => ines.page.locator('.caret-name').allInnerTexts(), { timeout: 15_000 })
		.toEqual(['Freja Holm']);
	await Promise.all([
		ines.page.keyboard.type('Ducks are on it.', { delay: 15 }),
		freja.page.keyboard.press('Enter').then(() => freja.page.keyboard.type('Ours is frozen.', { delay: 15 })),
	]);
	await sees(ines, 'Ours is frozen.');
	await sees(freja, 'Ducks are on it.');
	await isSaved(freja);

	await way.platform.kill('web');
	await says(ines, 'away');
	await ines.page.keyboard.type(' Meanwhile a heron came.');
	await says(ines, 'away-unsaved');
	await freja.page.keyboard.type(' And an otter.');
	await way.platform.start('web');
	await sees(freja, 'Meanwhile a heron came.');
	await sees(ines, 'And an otter.');
	await isSaved(ines);
	await isSaved(freja);
	expect(await linesOf(ines)).toEqual(await linesOf(freja));
	const words = (await read()).join('\n');
	for (const said of [
		'heading: Autumn at the river',
		'Ducks are on it.',
		'Ours is frozen.',
		'heron',
		'otter',
	])
		expect(words).toContain(said);

	await ines.open(home);
	await ines.sees('Meanwhile a heron came.');
	await ines.follow('Versions');
	await ines.follow('Version 2');
	await ines.sees('From version 1 to version 2');
	await ines.sees('Added');
	await ines.open(`${home}/writers`);
	await ines.sees('Freja Holm');
	await ines.sees('And an otter.');
});

test('a form saved beside the editor changes the text under the hands of who writes', async () => {
	const [ines, freja] = [await way.known('ines'), await way.known('freja', { javaScript: false })];
	await freja.open(`${home}/edit`);
	await ines.open(`${home}/write`);
	await field(ines).getByText('Autumn at the river').click();
	await ines.page.keyboard.press('End');
	await ines.page.keyboard.type(' Gudenå');
	await isSaved(ines);
	await freja.page.locator('[name=block-text]').last().fill('The last line is mine.');
	await freja.page.getByRole('button', { name: 'Save', exact: true }).last().click();
	await freja.sees('Saved.');
	await sees(ines, 'The last line is mine.');
	expect(await read()).toEqual(
		expect.arrayContaining(['heading: Autumn at the river Gudenå', 'text: The last line is mine.']),
	);
});

test('a table, columns and a film from outside come under the hands of both, and nothing is loaded before the click', async () => {
	const [ines, freja] = [await way.known('ines'), await way.known('freja')];
	await ines.open(`${home}/write`);
	await freja.open(`${home}/write`);
	await field(ines).click();
	await ines.press('Table');
	await ines.page.keyboard.type('School');
	await ines.press('Add a column');
	await ines.press('Columns');
	await ines.page.keyboard.type('on the left');
	await ines.press('From outside');
	await ines.fill('Address', 'https://evil.example/');
	await ines.fill('What it is called', 'The bridge');
	await ines.press('Put it on the page');
	await ines.sees('We cannot show this address.');
	await ines.fill('Address', 'https://youtu.be/aqz-KE-bpKQ');
	await ines.press('Put it on the page');
	await sees(freja, 'The bridge');
	await isSaved(ines);
	expect(await field(freja).locator('th').count()).toBe(4);

	await freja.open(home);
	const asked: string[] = [];
	freja.page.on('request', (request) => asked.push(new URL(request.url()).host));
	await freja.page.reload();
	expect(new Set(asked)).toEqual(new Set([new URL(way.platform.url).host]));
	await freja.page.frameLocator('iframe').getByRole('link', { name: 'Show it from YouTube' }).click();
	await expect.poll(() => asked.at(-1), { timeout: 15_000 }).toBe('www.youtube-nocookie.com');
});
