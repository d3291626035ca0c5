// A teacher without JavaScript writes a page, sends a picture, publishes, and a visitor reads it: over the wire.
import { beforeAll, expect, test } from 'vitest';
import { twinSpaceFor } from '#domain/twinspaces';
import { compose } from '#platform/part';
import { allParts } from '../../src/server/parts.ts';
import { anOpenProject } from '../world/a-project.ts';
import { honestPicture, hostileTexts, pngBomb } from '../world/hostile-files.ts';
import { teacher } from '../world/index.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { aVisitor, signedInAs, type Visiting } from '../world/visiting.ts';

compose(allParts);
const platform = runningPlatform();
let ines: Visiting;
let freja: Visiting;
let liis: Visiting;
let home: string;
let project: string;
beforeAll(async () => {
	const shortId = await anOpenProject(platform);
	({ address: project } = (await twinSpaceFor(platform.as(teacher('ines')), shortId)).project);
	home = `/en/projects/${project}/twinspace`;
	[ines, freja, liis] = [
		await signedInAs(platform, 'ines'),
		await signedInAs(platform, 'freja'),
		await signedInAs(platform, 'liis'),
	];
}, 60_000);

type Block = { kind: string; text?: string; address?: string; alternative?: string };
const form = (basedOn: number, blocks: readonly Block[], more: Record<string, string> = {}) => ({
	title: 'Our river',
	language: 'pt',
	'based-on': String(basedOn),
	'block-id': blocks.map((_, place) => `block${place}`),
	'block-kind': blocks.map((block) => block.kind),
	'block-text': blocks.map((block) => block.text ?? ''),
	'block-address': blocks.map((block) => block.address ?? ''),
	'block-alternative': blocks.map((block) => block.alternative ?? ''),
	...more,
});
async function aPage(who = ines): Promise<string> {
	const made = await who.send(`${home}/pages/new?/make`, { title: 'Our river', language: 'pt' });
	return made.location.replace('/edit', '');
}
const multipart = (bytes: Buffer, back: string, name = 'river.jpg') => {
	const body = new FormData();
	body.set('back', back);
	body.set('file', new Blob([new Uint8Array(bytes)]), name);
	return body;
};

test('the whole way: write, picture, preview, publish, read as a visitor, withdraw', async () => {
	const page = await aPage();
	const saved = await ines.send(
		`${page}/edit?/save&then=picture`,
		form(1, [
			{ kind: 'heading', text: 'Autumn' },
			{ kind: 'text', text: 'It is **brown**.' },
		]),
	);
	expect([saved.status, saved.location]).toEqual([303, `${page}/picture`]);
	const id = page.split('/').at(-1);
	const sent = await ines.post(
		`/uploads/form/page-picture/${id}`,
		multipart(await honestPicture(), `${page}/picture`),
	);
	expect(sent.status).toBe(303);
	const onward = await ines.get(sent.location);
	const edit = await ines.get(onward.location.split('#')[0] ?? '');
	const file = /name="block-address" value="([0-9a-f-]{36})"/.exec(edit.text)?.[1] ?? '';
	const picture = { kind: 'picture', address: file };
	const blocks = [{ kind: 'heading', text: 'Autumn' }, { kind: 'text', text: 'It is **brown**.' }, picture];
	const refused = await ines.send(`${page}/edit?/save`, form(2, blocks));
	expect(refused.status).toBe(400);
	expect(refused.text).toContain('Say what the picture shows');
	expect(
		(
			await ines.send(
				`${page}/edit?/save`,
				form(2, [...blocks.slice(0, 2), { ...picture, alternative: 'A grey bird' }]),
			)
		).status,
	).toBe(303);

	const preview = await ines.get(`${page}/public`);
	expect(preview.text).toContain('<strong>brown</strong>');
	expect((await ines.send(`${page}/public?/publish`, { version: '3' })).status).toBe(400);
	expect((await ines.send(`${page}/public?/publish`, { version: '3', confirmed: 'on' })).status).toBe(303);
	const address =
		/href="(\/en\/projects\/[^"/]+\/pages\/[^"]+)"/.exec((await ines.get(`${page}/public`)).text)?.[1] ?? '';

	const visitor = aVisitor(platform);
	const read = await visitor.get(address);
	expect(read.status).toBe(200);
	expect(read.text).toContain('alt="A grey bird"');
	expect(read.text).toContain('rel="canonical"');
	const cover = /property="og:image" content="([^"]*cover\.png)"/.exec(read.text)?.[1] ?? '';
	const drawn = await visitor.get(new URL(cover).pathname);
	expect([drawn.status, drawn.headers.get('content-type'), drawn.headers.get('cache-control')]).toEqual([
		200,
		'image/png',
		'public, max-age=30',
	]);
	expect((await visitor.get('/sitemap.xml')).text).toContain(
		`<loc>${platform.url}/en${address.slice(3)}</loc>`,
	);
	expect((await visitor.get('/robots.txt')).text).toContain('Disallow: /');
	expect(read.text).not.toMatch(/<script|Carvalho|Holm|twinspace/);
	expect((await visitor.get(`/files/${file}/medium`)).headers.get('content-type')).toBe('image/webp');
	expect((await visitor.get(`/files/${file}/medium`)).headers.get('content-security-policy')).toContain(
		'sandbox',
	);
	expect((await visitor.get(address.replace('our-river', 'another-title'))).location).toBe(address);
	expect((await visitor.get(`${address}/__data.json`)).text).not.toMatch(/Carvalho|saved_by/);
	for (const path of [home, `${home}/pages`, page, `${page}/public`]) {
		expect((await visitor.get(path)).location, path).toMatch(/sign-in/);
		expect((await liis.get(path)).status, path).toBe(404);
	}
	expect((await ines.send(`${page}/public?/withdraw`, {})).status).toBe(303);
	expect((await visitor.get(address)).status).toBe(404);
	expect((await visitor.get(new URL(cover).pathname)).status).toBe(404);
	expect((await visitor.get('/sitemap.xml')).text).not.toContain(address.slice(3));
	expect((await visitor.get(`/files/${file}/medium`)).status).toBe(404);
}, 60_000);

test('a table, columns and a film from outside: no script, and nobody outside is asked before the click', async () => {
	const page = await aPage();
	const blocks = [
		{ kind: 'table', text: 'School | Rain in mm\nPorto | 12' },
		{ kind: 'columns' },
		{ kind: 'text', text: 'left' },
		{ kind: 'next-column' },
		{ kind: 'text', text: 'right' },
		{ kind: 'columns-end' },
		{ kind: 'embed', text: 'The <bridge>', address: 'https://youtu.be/aqz-KE-bpKQ' },
	];
	expect((await ines.send(`${page}/edit?/save`, form(1, blocks))).status).toBe(303);
	const { text, headers } = await ines.get(page);
	expect(text).toMatch(/<th scope="col"><p>School<\/p><\/th>/);
	expect(text).toMatch(/class="columns"><div class="column"><p>left<\/p><\/div><div class="column"><p>right/);
	expect(text.match(/(?:src|poster|href)="https:[^"]+"/g)).toEqual([
		'href="https://www.youtube.com/watch?v=aqz-KE-bpKQ"',
	]);
	expect(text).toContain('srcdoc="&lt;!doctype html&gt;');
	expect(text).not.toContain('<bridge>');
	expect(headers.get('content-security-policy')).toMatch(/; frame-src https:\/\/www\.youtube-nocookie\.com$/);
	expect((await ines.get(`${home}/pages`)).headers.get('content-security-policy')).not.toContain('frame-src');
	const elsewhere = form(2, [
		{ kind: 'embed', text: 'x', address: 'https://evil.example/watch?v=aqz-KE-bpKQ' },
	]);
	const refused = await ines.send(`${page}/edit?/save`, elsewhere);
	expect([refused.status, refused.text.includes('Copy it anew from one of the sites')]).toEqual([400, true]);
});

test('two people save: both texts stand in the page, and the second is shown what to decide', async () => {
	const page = await aPage();
	await ines.send(`${page}/edit?/save`, form(1, [{ kind: 'text', text: 'one' }]));
	await freja.send(`${page}/edit?/save`, form(2, [{ kind: 'text', text: 'ONE by Freja' }]));
	const answer = await ines.send(`${page}/edit?/save`, form(2, [{ kind: 'text', text: 'one by me' }]));
	expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/\?twice=block0\.\w+$/)]);
	const shown = await ines.get(answer.location);
	expect(shown.text).toContain('somebody else changed the marked blocks too');
	expect(shown.text).toContain('ONE by Freja');
	expect(shown.text).toContain('one by me');
	expect(shown.text).toContain('name="based-on" value="4"');
});

test('the buttons of the editor add, move and take away blocks and keep what was typed', async () => {
	const page = await aPage();
	const blocks = [
		{ kind: 'text', text: 'first words' },
		{ kind: 'quote', text: 'second words' },
	];
	const order = (text: string) =>
		[...text.matchAll(/name="block-kind" value="(\w+)"/g)].map((match) => match[1]);
	const step = async (step: string) => {
		const { status, text } = await ines.send(`${page}/edit?/step`, form(1, blocks, { step }));
		return [status, text.includes('first words'), ...order(text)];
	};
	expect(await step('add:heading:block0')).toEqual([200, true, 'text', 'heading', 'quote']);
	expect(await step('down:block0')).toEqual([200, true, 'quote', 'text']);
	expect(await step('remove:block0')).toEqual([200, false, 'quote']);
	expect(await step('nonsense')).toEqual([200, true, 'text', 'quote']);
});

test('what does not belong together, or to this page, is refused and writes nothing', async () => {
	const page = await aPage();
	const crooked = { ...form(1, [{ kind: 'text', text: 'x' }]), 'block-text': ['a', 'b'] };
	expect((await ines.send(`${page}/edit?/save`, crooked)).status).toBe(400);
	expect((await ines.send(`${page}/edit?/save`, { ...form(1, []), unknown: 'x' })).status).toBe(400);
	expect((await ines.send(`${page}/edit?/save`, form(9, []))).status).toBe(409);
	const link = await ines.send(
		`${page}/edit?/save`,
		form(1, [{ kind: 'link', text: 'x', address: 'javascript:alert(1)' }]),
	);
	expect(link.status).toBe(400);
	expect(link.text).toContain('javascript:alert(1)');
	expect((await liis.send(`${page}/edit?/save`, form(1, []))).status).toBe(404);
	expect((await aVisitor(platform).send(`${page}/edit?/save`, form(1, []))).status).toBe(401);
});

test('hostile files end as a clear refusal on the page, strangers and foreign origins send none', async () => {
	const page = await aPage();
	const path = `/uploads/form/page-picture/${page.split('/').at(-1)}`;
	const refusal = async (bytes: Buffer) => {
		const { location } = await ines.post(path, multipart(bytes, `${page}/picture`));
		return /refused=([\w-]+)/.exec(location)?.[1];
	};
	expect(await refusal(Buffer.from(hostileTexts.svg))).toBe('wrong-kind');
	expect(await refusal(pngBomb(30_000, 30_000))).toBe('too-many-pixels');
	expect(await refusal(Buffer.alloc(0))).toBe('empty');
	expect(await refusal(Buffer.alloc(12_000_001, 1))).toBe('too-large');
	expect((await ines.get(`${page}/picture?refused=wrong-kind`)).text).toContain('whatever its name says');
	const picture = await honestPicture();
	expect((await liis.post(path, multipart(picture, '/en'))).status).toBe(404);
	expect((await aVisitor(platform).post(path, multipart(picture, '/en'))).status).toBe(404);
	expect((await ines.post(path, multipart(picture, '/en'), { origin: 'https://evil.example' })).status).toBe(
		403,
	);
	expect((await ines.post(path, multipart(picture, 'https://evil.example/en'))).location).toMatch(
		/^\/\?file=/,
	);
}, 60_000);

test('a resumable upload goes on where it broke off, for whom it belongs to', async () => {
	const page = await aPage();
	const bytes = await honestPicture('png', 900);
	const text = (value: string) => Buffer.from(value).toString('base64');
	const metadata = `purpose ${text('page-picture')},owner ${text(page.split('/').at(-1) ?? '')},name ${text('river.png')}`;
	const tus = { origin: platform.url, 'tus-resumable': '1.0.0' };
	const ask = (who: Visiting, path: string, method: string, headers: Record<string, string>, body?: Buffer) =>
		fetch(platform.url + path, {
			method,
			headers: { ...tus, cookie: who.cookie(), ...headers },
			...(body && { body: new Uint8Array(body) }),
		});
	const begin = (who: Visiting, headers: Record<string, string>) =>
		ask(who, '/uploads/tus', 'POST', { 'upload-metadata': metadata, ...headers });

	expect((await begin(liis, { 'upload-length': String(bytes.length) })).status).toBe(404);
	expect((await begin(ines, { 'upload-defer-length': '1' })).status).toBe(400);
	expect((await begin(ines, { 'upload-length': '99000000' })).status).toBe(413);
	const begun = await begin(ines, { 'upload-length': String(bytes.length) });
	expect(begun.status).toBe(201);
	const path = begun.headers.get('location') ?? '';
	const part = { 'content-type': 'application/offset+octet-stream' };
	const half = Math.floor(bytes.length / 2);
	expect(
		(await ask(ines, path, 'PATCH', { ...part, 'upload-offset': '0' }, bytes.subarray(0, half))).status,
	).toBe(204);
	expect((await ask(liis, path, 'HEAD', {})).status).toBe(404);
	expect(
		(await ask(liis, path, 'PATCH', { ...part, 'upload-offset': String(half) }, bytes.subarray(half))).status,
	).toBe(404);
	expect((await ask(ines, path, 'HEAD', {})).headers.get('upload-offset')).toBe(String(half));
	const last = await ask(
		ines,
		path,
		'PATCH',
		{ ...part, 'upload-offset': String(half) },
		bytes.subarray(half),
	);
	expect(last.status).toBe(204);
	expect((await ines.get(`/files/${last.headers.get('x-opentwinning-file')}/small`)).status).toBe(200);
}, 60_000);

const payloads = [
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"'-alert(1)-'",
	'</textarea><svg onload=alert(1)>',
	'{@html x}',
	'&lt;b&gt;',
];

test('no text becomes markup: not in pages, posts, names or descriptions', async () => {
	const page = await aPage();
	const hostile = payloads.map((text) => ({ kind: 'text', text }));
	const lists = [
		{ kind: 'list', text: payloads.join('\n') },
		{ kind: 'quote', text: payloads.join('\n') },
		{ kind: 'heading', text: payloads.join(' ') },
	];
	await ines.send(
		`${page}/edit?/save`,
		form(1, [...hostile, ...lists], { title: payloads.join(' ').slice(0, 150) }),
	);
	await ines.send(`${home}/updates?/post`, { words: payloads.join('\n'), language: 'en' });
	await ines.send(`${home}/settings?/change`, {
		name: payloads[1] ?? '',
		description: payloads.join(' '),
		language: 'en',
	});
	for (const path of [
		home,
		`${home}/updates`,
		`${home}/pages`,
		`${home}/settings`,
		page,
		`${page}/edit`,
		`${page}/public`,
		`${page}/versions`,
		`${page}/versions/2`,
	]) {
		const { status, text } = await ines.get(path);
		expect(status, path).toBe(200);
		expect(text, path).not.toMatch(/<script>alert|<img src=x|<svg onload/);
	}
});
