// What pupils reach with their cards, and nobody else: over the wire, without JavaScript.
import { beforeAll, describe, expect, test } from 'vitest';
import { runningPlatform } from '../../../../tests/world/running-platform.ts';
import { aVisitor, signedInAs, type Visiting } from '../../../../tests/world/visiting.ts';
import { demoClassesAt } from '../../../../tests/world/visiting-pupils.ts';

const platform = runningPlatform();
const school = demoClassesAt(platform);
let heron: Visiting;
let otter: Visiting;
let odder: Visiting;
let loutre: Visiting;
let ines: Visiting;
let home = '';

beforeAll(async () => {
	[heron, otter, odder, loutre] = await Promise.all([
		school.pupil('Swift Heron'),
		school.pupil('Calm Otter'),
		school.pupil('Modig Odder'),
		school.pupil('Loutre Calme'),
	]);
	ines = await signedInAs(platform, 'ines');
	home = school.pupilsHome('Two rivers');
});

/** Addresses in a page that match. */
const hrefs = (text: string, pattern: RegExp) =>
	[...text.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href).filter((href) => pattern.test(href));
const wallOf = async (visiting: Visiting, alias: string) => {
	const { text } = await visiting.get(`${home}/people`);
	const link = new RegExp(`href="([^"]*/walls/[^"]*)"[^]*?<bdi>${alias}</bdi>`);
	const all = text.split('<li').find((row) => row.includes(`<bdi>${alias}</bdi>`)) ?? '';
	return link.exec(all)?.[1] ?? '';
};

describe('the door', () => {
	const enter = (who: Visiting, card: string) => who.send('/en/pupil?/enter', { card });

	test('is open to everybody, without script of ours that a code could leak through', async () => {
		const { status, text, headers } = await aVisitor(platform).get('/en/pupil');
		expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store']);
		expect(hrefs(text, /^\/(fr|da|ar)\/pupil$/)).toHaveLength(3);
	});

	test('lets in whoever types the code as well as a child can', async () => {
		const code = school.codeOf('Swift Heron');
		for (const typed of [
			code,
			code.toLowerCase().replaceAll('-', ' '),
			code.replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ''),
			`https://school.example/pupil#${code}`,
		]) {
			const answer = await enter(aVisitor(platform), typed);
			expect([answer.status, answer.location], typed).toEqual([303, '/en/pupil/home']);
		}
	});

	test('says what to do about a code that is none, or is nobody’s, and keeps what was typed', async () => {
		const short = await enter(aVisitor(platform), '7K3M-9QXA');
		expect(short.status).toBe(401);
		expect(short.text).toContain('three groups of four');
		const wrong = await enter(aVisitor(platform), '7K3M-9QXA-2BTR');
		expect(wrong.status).toBe(401);
		expect(wrong.text).toContain('ask your teacher');
		expect(wrong.text).toContain('value="7K3M-9QXA-2BTR"');
		expect((await enter(aVisitor(platform), '')).status).toBe(400);
		expect(wrong.headers.getSetCookie()).toEqual([]);
	});

	test('tells who is signed in at the tablet, and the next pupil takes that one’s place', async () => {
		const tablet = await school.pupil('Swift Heron');
		expect((await tablet.get('/en/pupil')).text).toContain('Swift Heron is signed in here');
		const before = tablet.cookie();
		await enter(tablet, school.codeOf('Calm Otter'));
		const after = await tablet.get('/en/pupil');
		expect(after.text).toContain('Calm Otter is signed in here');
		const stale = await fetch(`${platform.url}/en/pupil/home`, {
			headers: { cookie: before, accept: 'text/html' },
			redirect: 'manual',
		});
		expect(stale.headers.get('location')).toMatch(/\/en\/pupil$/);
	});

	test('a grown-up’s session in the same browser is over once a pupil came in', async () => {
		const shared = await signedInAs(platform, 'freja');
		expect((await shared.get('/en/pupil')).text).toContain('Freja Holm is signed in here');
		const before = shared.cookie();
		const entered = await enter(shared, school.codeOf('Swift Heron'));
		expect(entered.headers.getSetCookie().filter((each) => each.includes('Max-Age=0'))).not.toEqual([]);
		expect((await shared.get('/en/me')).status).toBe(404);
		const stale = await fetch(`${platform.url}/en/me`, {
			headers: { cookie: before, accept: 'text/html' },
			redirect: 'manual',
		});
		expect(stale.headers.get('location')).toContain('/en/sign-in');
	});

	test('whoever left is out, and the browser is told to forget', async () => {
		const leaving = await school.pupil('Modig Odder');
		const left = await leaving.send('/en/pupil/leave', {});
		expect([left.status, left.location]).toEqual([303, '/en/pupil?told=left']);
		expect(left.headers.get('clear-site-data')).toBe('"cookies", "storage"');
		expect((await leaving.get(left.location)).text).toContain('Now the next one can go in');
		expect((await leaving.get(home)).location).toBe('/en/pupil');
		// what was written is not lost, be it ever so short: it goes to the wall once the child has come in again
		const words = `Our river is brown, and my grandmother knows why. ${'It rained. '.repeat(9)}`;
		for (const written of ['ok', 'Seven ducks and one heron.', words]) {
			const kept = await leaving.send(`${home}/wall?/write`, { words: written, language: 'en' });
			expect(kept.status).toBe(401);
			expect(/<textarea[^>]*name="words"[^>]*>([^<]*)/.exec(kept.text)?.[1]?.trim()).toBe(written.trim());
			expect(kept.text).toMatch(/<form method="post" action="[^"]*\/wall\?\/write"/);
		}
		// a press of a button that only names what it is about is no work to keep
		const liked = await leaving.send(`${home}/wall?/like`, { post: crypto.randomUUID() });
		expect([liked.status, liked.location]).toEqual([303, '/en/pupil?told=ended']);
		const body = new URLSearchParams({ 'form-key': crypto.randomUUID(), words, language: 'en' });
		const byScript = await leaving.post(`${home}/wall?/write`, body, { accept: 'application/json' });
		expect([byScript.status, byScript.text]).toEqual([401, '']);
	});
});

test('what one child left open at a tablet is not sent under the name of the next', async () => {
	const tablet = await school.pupil('Swift Heron');
	const page = await tablet.get(`${home}/wall`);
	const [, key = ''] = /name="form-key" value="([^"]+)"/.exec(page.text) ?? [];
	await tablet.send('/en/pupil?/enter', { card: school.codeOf('Calm Otter') });
	const body = new URLSearchParams({ 'form-key': key, words: 'My boat has a red sail', language: 'en' });
	const kept = await tablet.post(`${home}/wall?/write`, body);
	expect(kept.status).toBe(401);
	expect(kept.text).toContain('My boat has a red sail');
	expect((await tablet.get(`${home}/wall`)).text).not.toContain('My boat has a red sail');
	await tablet.send('/en/pupil?/enter', { card: school.codeOf('Swift Heron') });
	expect((await tablet.post(`${home}/wall?/write`, body)).status).toBe(303);
	expect((await tablet.get(`${home}/wall`)).text).toContain('My boat has a red sail');
});

describe('what a pupil finds', () => {
	test('the projects as covers, and the only one at once', async () => {
		const two = await heron.get('/en/pupil/home');
		expect(two.status).toBe(200);
		expect(hrefs(two.text, /\/pupil\/spaces\//)).toHaveLength(2);
		const one = await odder.get('/en/pupil/home');
		expect([one.status, one.location]).toEqual([303, home]);
	});

	test('news, the own wall, pages and everyone, kept by no cache and without script', async () => {
		const pages: [string, string][] = [
			['', 'The question of this week'],
			['/wall', 'I like to draw boats'],
			['/pages', 'How we measure'],
			['/people', 'Klog Ugle'],
		];
		for (const [path, words] of pages) {
			const { status, text, headers } = await heron.get(home + path);
			expect(status, path).toBe(200);
			expect(text, path).toContain(words);
			expect(text, path).not.toContain('<script');
			expect(headers.get('cache-control'), path).toBe('private, no-store');
		}
	});

	test('teachers by name and school, pupils by alias and school, and a guest who is said to be one', async () => {
		const { text } = await heron.get(`${home}/people`);
		for (const words of ['Inês Carvalho', 'Freja Holm', 'Escola Básica da Ribeira', 'Skovbakkeskolen'])
			expect(text).toContain(words);
		expect(text).toMatch(/Lukas Gruber[^]*A guest/);
		expect(text).not.toContain('Amélie Laurent');
		expect(hrefs(text, /\/people\/[\da-f]|\/contacts/)).toEqual([]);
	});

	test('an outdated address of the project leads on', async () => {
		const outdated = home.replace('two-rivers', 'an-old-title');
		expect((await heron.get(`${outdated}/pages?x=1`)).location).toBe(`${home}/pages?x=1`);
		expect((await heron.get(outdated)).location).toBe(home);
	});

	test('a page that is not there is explained in the frame of pupils', async () => {
		for (const path of ['/en/partners', `${home}/pages/none`, '/en/pupil/nothing']) {
			const { status, text } = await heron.get(path);
			expect(status, path).toBe(404);
			expect(text, path).toContain('This page is not here');
			expect(hrefs(text, /\/(me|notices|join|sign-in|projects)(\/|$)/), path).toEqual([]);
		}
	});
});

describe('pages of the space', () => {
	const pagesOf = async () => [
		...new Set(hrefs((await heron.get(`${home}/pages`)).text, /\/pages\/[0-9a-f-]{36}$/)),
	];

	test('shared pages are read, drafts are not there', async () => {
		const pages = await pagesOf();
		expect(pages).toHaveLength(3);
		const list = await heron.get(`${home}/pages`);
		expect(list.text).not.toContain('Plan for the video meeting');
		const forTeachers = await ines.get(`${school.teachersHome('Two rivers')}/pages`);
		const all = new Set(
			hrefs(forTeachers.text, /\/pages\/[0-9a-f-]{36}$/).map((href) => href.split('/').at(-1)),
		);
		expect(all.size).toBe(4);
		const [draft] = [...all].filter((id) => !pages.some((page) => page.endsWith(id ?? '')));
		expect((await heron.get(`${home}/pages/${draft}`)).status).toBe(404);
		expect((await heron.get(`${home}/pages/${draft}/links/0`)).status).toBe(404);
	});

	test('their pictures load for pupils of the space and for nobody outside', async () => {
		const [first = ''] = await pagesOf();
		const { text } = await heron.get(first);
		const [, file = ''] = /src="\/files\/([0-9a-f-]{36})\//.exec(text) ?? [];
		const status = async (who: Visiting) => (await who.get(`/files/${file}/small`)).status;
		expect([await status(heron), await status(odder)]).toEqual([200, 200]);
		const liis = await signedInAs(platform, 'liis');
		const amelie = await signedInAs(platform, 'amelie');
		expect(await Promise.all([loutre, liis, amelie, aVisitor(platform)].map(status))).toEqual([
			404, 404, 404, 404,
		]);
	});

	test('a link leads over a page that says where it goes, and no other link does', async () => {
		const [first = ''] = await pagesOf();
		const { text } = await heron.get(first);
		expect(hrefs(text, /^https?:|^\/\/|^mailto:/)).toEqual([]);
		const [door = ''] = hrefs(text, /\/links\/0$/);
		const out = await heron.get(door);
		expect(out.status).toBe(200);
		expect(out.text).toContain('en.wikipedia.org');
		expect(out.text).toContain(`href="${first}"`);
		for (const place of ['1', '-1', 'x', '0.5'])
			expect((await heron.get(`${first}/links/${place}`)).status, place).toBe(404);
		expect((await loutre.get(door)).status).toBe(404);
	});
});

describe('links in posts', () => {
	test('what a teacher writes can be opened over the door, what a pupil writes stays text', async () => {
		const { text } = await heron.get(home);
		const [door = ''] = hrefs(text, /\/posts\/[0-9a-f-]{36}\/links\/0$/);
		const out = await heron.get(door);
		expect(out.text).toContain('https://en.wikipedia.org/wiki/Secchi_disk');
		await otter.send(`${home}/wall?/write`, { words: 'Look at https://example.org/game', language: 'en' });
		const wall = await heron.get(await wallOf(heron, 'Calm Otter'));
		expect(wall.text).toContain('https://example.org/game');
		expect(hrefs(wall.text, /example\.org|\/links\//)).toEqual([]);
		const [, post] = /id="post-([0-9a-f-]{36})"[^]*?example\.org/.exec(wall.text) ?? [];
		expect((await heron.get(`${home}/posts/${post}/links/0`)).status).toBe(404);
	});
});

describe('who does not belong there', () => {
	const paths = ['', '/wall', '/pages', '/people'];

	test('a pupil of another project finds nothing', async () => {
		const [page = ''] = hrefs((await heron.get(`${home}/pages`)).text, /\/pages\/[0-9a-f-]{36}$/);
		const wall = await wallOf(heron, 'Klog Ugle');
		for (const path of [...paths.map((each) => home + each), page, wall])
			expect((await loutre.get(path)).status, path).toBe(404);
		const written = await loutre.send(`${home}/wall?/write`, { words: 'Hello', language: 'en' });
		expect(written.status).toBe(404);
	});

	test('grown-ups are told that it is not theirs, visitors are led to the door for cards', async () => {
		for (const path of [...paths.map((each) => home + each), '/en/pupil/home']) {
			expect((await ines.get(path)).status, path).toBe(403);
			expect((await aVisitor(platform).get(path)).location, path).toBe('/en/pupil');
		}
		expect((await ines.send(`${home}/wall?/write`, { words: 'Hello', language: 'en' })).status).toBe(403);
		const sent = await aVisitor(platform).send(`${home}/wall?/like`, { post: crypto.randomUUID() });
		expect(sent.location).toBe('/en/pupil?told=ended');
	});
});

describe('writing', () => {
	test('on the own wall, with what was typed kept when it could not be sent', async () => {
		const nothing = await odder.send(`${home}/wall?/write`, { words: '  ', language: 'en' });
		expect(nothing.status).toBe(400);
		const long = `${'so long '.repeat(250)}end`;
		const tooLong = await odder.send(`${home}/wall?/write`, { words: long, language: 'en' });
		expect(tooLong.status).toBe(400);
		expect(tooLong.text).toContain('so long end');
		const sent = await odder.send(`${home}/wall?/write`, { words: 'My dog can swim 🐕', language: 'en' });
		expect(sent.status).toBe(303);
		expect(sent.location).toMatch(new RegExp(`^${home}/wall#post-`));
		expect((await odder.get(`${home}/wall`)).text).toContain('My dog can swim 🐕');
	});

	test('an answer to a friend, taken back again', async () => {
		const wall = await wallOf(otter, 'Modig Odder');
		const { text } = await otter.get(wall);
		const [, post = ''] = /id="post-([0-9a-f-]{36})"/.exec(text) ?? [];
		const sent = await otter.send(`${wall}?/answer`, { post, words: 'Crabs are quick', language: 'en' });
		expect(sent.status).toBe(303);
		const answer = sent.location.split('#post-')[1] ?? '';
		expect((await heron.get(wall)).text).toContain('Crabs are quick');
		const notHers = await heron.send(`${wall}?/take-back`, { post: answer });
		expect(notHers.status).toBe(403);
		expect((await otter.send(`${wall}?/take-back`, { post: answer })).status).toBe(303);
		expect((await heron.get(wall)).text).not.toContain('Crabs are quick');
		expect((await otter.get(wall)).text).not.toContain('Crabs are quick');
	});

	test('an empty answer is asked for again below its own post', async () => {
		const { text } = await heron.get(home);
		const [, post = ''] = /id="post-([0-9a-f-]{36})"/.exec(text) ?? [];
		const refused = await heron.send(`${home}?/answer`, { post, words: '', language: 'en' });
		expect(refused.status).toBe(400);
		expect(refused.text).toContain(`id="form-answer-${post}"`);
		expect(refused.text).toMatch(/<details[^>]* open/);
	});
});

describe('a pupil who helps the teachers', () => {
	let helper: Visiting;
	let place = '';
	beforeAll(async () => {
		const teachers = school.teachersHome('Two rivers');
		const list = await ines.get(`${teachers}/pupils`);
		const [, wall = ''] = /href="([^"]*)"[^>]*>\s*<bdi>Calm Otter/.exec(list.text) ?? [];
		const role = `${teachers}/members/${wall.split('/').at(-1)}`;
		expect((await ines.get(wall)).text).toContain(`href="${role}"`);
		const changed = await ines.send(`${role}?/role`, { role: 'pupil-administrator' });
		expect(changed.location).toBe(`${teachers}/pupils?told=changed`);
		expect((await ines.get(changed.location)).text).toContain('Pupil administrator');
		helper = otter;
		place = home;
	});

	test('tells everybody something, which other pupils cannot', async () => {
		const said = { words: 'Bring rubber boots on Friday', language: 'en' };
		expect((await heron.send(`${place}?/post`, said)).status).toBe(403);
		expect((await heron.get(place)).text).not.toContain('action="?/post"');
		expect((await helper.get(place)).text).toContain('action="?/post"');
		expect((await helper.send(`${place}?/post`, said)).location).toBe(place);
		expect((await heron.get(place)).text).toContain('rubber boots');
		expect((await helper.send(`${place}?/post`, { ...said, words: '' })).status).toBe(400);
	});

	test('begins a page, writes and shares it, and puts it into the bin again', async () => {
		expect((await heron.get(`${place}/pages/new`)).status).toBe(403);
		const made = await helper.send(`${place}/pages/new?/make`, { title: 'Our boots', language: 'en' });
		const page = made.location.replace('/edit', '');
		expect(page).toMatch(new RegExp(`^${place}/pages/[0-9a-f-]{36}$`));
		expect((await heron.get(page)).status).toBe(404);
		const form = {
			...{ title: 'Our boots', language: 'en', 'based-on': '1' },
			...{ 'block-id': 'block0', 'block-kind': 'text', 'block-text': 'They are green.' },
			...{ 'block-address': '', 'block-alternative': '' },
		};
		expect((await helper.get(made.location)).text).not.toContain('then=picture');
		expect((await helper.send(`${page}/edit?/step`, { ...form, step: 'add:text:block0' })).status).toBe(200);
		expect((await helper.send(`${page}/edit?/save`, { ...form, title: '' })).status).toBe(400);
		expect((await helper.send(`${page}/edit?/save`, form)).location).toBe(page);
		expect((await heron.send(`${page}/edit?/save`, { ...form, 'based-on': '2' })).status).toBe(404);
		expect((await helper.send(`${page}?/share`, {})).location).toBe(page);
		expect((await heron.get(page)).text).toContain('They are green.');
		expect((await heron.get(`${page}/edit`)).status).toBe(403);
		expect((await helper.send(`${page}?/bin`, {})).location).toBe(`${place}/pages`);
		expect((await heron.get(page)).status).toBe(404);
	});

	test('does not put a teacher’s page into the bin', async () => {
		const [page = ''] = hrefs((await helper.get(`${place}/pages`)).text, /\/pages\/[0-9a-f-]{36}$/);
		expect((await helper.send(`${page}?/bin`, {})).status).toBe(403);
		expect((await helper.get(page)).text).not.toContain('action="?/bin"');
	});
});
