// The database goes away just when a teacher sends what she has written. Where the page has a script, the page keeps
// her words; where it has none, the answer does.
import { beforeAll, expect, test } from 'vitest';
import { anOpenProject } from '../world/a-project.ts';
import { breakablePlatform } from '../world/running-platform.ts';
import { journey } from './people.ts';

const platform = breakablePlatform();
const withScript = journey({ javaScript: true, platform });
const withoutScript = journey({ javaScript: false, platform });
const words = 'The river was brown today,\nand we counted seven ducks on it.';
let home = '';

beforeAll(async () => {
	home = `/projects/${await anOpenProject(platform)}/twinspace`;
});

async function databaseReturns(): Promise<void> {
	await platform.line.mend();
	await expect.poll(async () => (await fetch(`${platform.url}/readyz`)).status).toBe(200);
}

test('a page under her hands keeps what she wrote, and says so', async () => {
	const ines = await withScript.known('ines');
	const text = ines.page.locator('main [name=block-text]');
	await ines.open(`${home}/pages/new`);
	await ines.fill('Title', 'Our river');
	await ines.press('Begin the page');
	await ines.press('Text');
	await text.fill(words);
	await platform.line.breakOff();
	const save = ines.page.getByRole('button', { name: 'Save', exact: true }).last();
	await save.click();
	await ines.sees('This could not be sent just now');
	expect(await text.inputValue()).toBe(words);
	expect(await ines.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
	await databaseReturns();
	await save.click();
	await ines.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
	await ines.sees('seven ducks');
});

test.each([
	['with', withScript, 'ines'],
	['without', withoutScript, 'freja'],
] as const)('%s JavaScript the answer holds what was sent', async (how, way, name) => {
	const teacher = await way.known(name);
	const sent = `${words} (${how})`;
	await teacher.open(`${home}/updates`);
	await teacher.fill('Tell everybody in this space', sent);
	await platform.line.breakOff();
	for (const button of ['Post', 'Send again']) {
		await teacher.press(button);
		await teacher.sees('We cannot reach our records just now');
		expect(await teacher.page.getByLabel('What you wrote').inputValue()).toBe(sent);
	}
	await databaseReturns();
	await teacher.press('Send again');
	await teacher.sees('seven ducks');
	const posts = platform.db.selectFrom('spaces_updates.post').select('id').where('words', '=', sent);
	expect(await posts.execute()).toHaveLength(1);
});
