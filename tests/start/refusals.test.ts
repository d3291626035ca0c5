// What is refused before a page begins is explained in the reader's own frame and language; programs get a bare status.
import { beforeAll, expect, test } from 'vitest';
import { compose } from '#platform/part';
import { allParts } from '../../src/server/parts.ts';
import { anOpenProject } from '../world/a-project.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { aForm, aVisitor, signedInAs, type Answer, type Visiting } from '../world/visiting.ts';

const platform = runningPlatform();
let marco: Visiting;
let ines: Visiting;
let project = '';

beforeAll(async () => {
	compose(allParts);
	[marco, ines] = [await signedInAs(platform, 'marco'), await signedInAs(platform, 'ines')];
	project = await anOpenProject(platform);
}, 60_000);

/** The page is drawn in our frame, in that language, and tells nothing of how it was made. */
async function isExplained(answer: Answer, locale: string, words: string): Promise<void> {
	expect(answer.headers.get('content-type')).toContain('text/html');
	expect(answer.text).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
	expect(answer.text).toContain(words);
	expect(answer.text).toContain('<header');
	expect(answer.text).not.toMatch(/\n\s+at |\.[jt]s:\d+|%opentwinning/);
	expect(answer.headers.get('cache-control')).toContain('no-store');
	const sheets = [...answer.text.matchAll(/href="([^"]+\.css)"/g)].map(([, sheet]) => sheet ?? '');
	expect(sheets.length).toBeGreaterThan(0);
	for (const sheet of sheets) {
		const file = new URL(sheet, new URL(answer.path, platform.url));
		expect((await fetch(file)).status, `${sheet} on ${answer.path}`).toBe(200);
	}
}

test.each([
	['en', 'This is not open to you'],
	['ar', 'هذه الصفحة غير متاحة لك'],
])('a member who is not validated reads why a page is closed, in %s', async (locale, words) => {
	const answer = await marco.get(`/${locale}/contacts`);
	expect(answer.status).toBe(403);
	await isExplained(answer, locale, words);
});

test.each([
	['/fr/nothing-here', 'fr', 'Cette page est introuvable'],
	['/da/projects/nothing', 'da', 'Vi kunne ikke finde siden'],
])('%s does not exist, and says so', async (path, locale, words) => {
	const answer = await aVisitor(platform).get(path);
	expect(answer.status).toBe(404);
	await isExplained(answer, locale, words);
});

test('a form that no page has is refused as clearly', async () => {
	const answer = await ines.send('/fr/contacts?/nothing', {});
	expect(answer.status).toBe(405);
	await isExplained(answer, 'fr', 'Cette page est introuvable');
});

test('a form that came from elsewhere is told so and changes nothing', async () => {
	const path = `/ar/projects/${project}/twinspace/updates?/post`;
	for (const origin of ['https://elsewhere.example', 'null', '']) {
		const answer = await ines.post(path, aForm({ words: 'from elsewhere', language: 'en' }), { origin });
		expect(answer.status).toBe(403);
		await isExplained(answer, 'ar', 'لم يأتِ هذا من إحدى صفحاتنا');
	}
	const posts = await platform.db.selectFrom('spaces_updates.post').select('id').execute();
	expect(posts).toEqual([]);
});

test('a page deep in a TwinSpace is refused in the frame of whoever asks', async () => {
	const closed = `/da/projects/${project}/twinspace/pages/new`;
	const answer = await marco.get(closed);
	expect(answer.status).toBe(403);
	await isExplained(answer, 'da', 'Siden er ikke åben for dig');
	expect(answer.text).toContain('Marco Bianchi');
	expect(answer.text).toContain(`href="/fr${closed.slice(3)}"`);
	expect(answer.text).not.toContain('href="/da/sign-in"');
});

test('more than a form can hold is refused in words', async () => {
	const answer = await ines.send('/da/me/profile?/save', { about: 'x'.repeat(600_000) });
	expect(answer.status).toBe(413);
	await isExplained(answer, 'da', 'Det er for stort');
});

test('programs and __data.json get a bare status', async () => {
	const program = { accept: 'application/json' };
	for (const [answer, status] of [
		[await marco.get('/en/contacts', program), 403],
		[await marco.get('/en/contacts/__data.json'), 403],
		[await aVisitor(platform).post('/en/contacts?/answer', aForm({}), program), 401],
	] as const) {
		expect(answer.status).toBe(status);
		expect(answer.text).not.toContain('<html');
	}
});
