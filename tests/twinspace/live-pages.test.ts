// A page that several write at once, over real sockets to real processes.
import { afterEach, beforeAll, expect, test } from 'vitest';
import * as encoding from 'lib0/encoding';
import { addAdultMember, letInAgain, removeMember, spaceFor, suspendFromSpace } from '#domain/spaces';
import { makePage, pageFor, formBlocksOf, sharePage } from '#domain/spaces/pages';
import { twinSpaceFor } from '#domain/twinspaces';
import { anOpenProject } from '../world/a-project.ts';
import { coWriter, type CoWriter } from '../world/co-writer.ts';
import { people, schools, teacher, type PersonName } from '../world/index.ts';
import { knockAtPage, socketTo, type Knock } from '../world/live-door.ts';
import { must } from '../world/must.ts';
import { launchPlatform } from '../world/processes.ts';
import { runningPlatform } from '../world/running-platform.ts';
import { signedInAs, type Visiting } from '../world/visiting.ts';

const platform = runningPlatform();
let space: string;
let ines: Visiting;
let freja: Visiting;
let amelie: Visiting;
const writers: CoWriter[] = [];
beforeAll(async () => {
	const shortId = await anOpenProject(platform);
	({
		space: { id: space },
	} = await twinSpaceFor(platform.as(teacher('ines')), shortId));
	await addAdultMember(platform.as({ kind: 'system' }), {
		space,
		person: people.amelie.id,
		school: schools.jeanMoulin.id,
		role: 'teacher',
	});
	[ines, freja, amelie] = [
		await signedInAs(platform, 'ines'),
		await signedInAs(platform, 'freja'),
		await signedInAs(platform, 'amelie'),
	];
}, 60_000);
afterEach(() => {
	for (const writer of writers.splice(0)) writer.leave();
});

async function aPage(by: PersonName = 'ines'): Promise<string> {
	const { page } = must(
		await makePage(platform.as(teacher(by)), { space, title: 'Our river', locale: 'en' }),
	);
	must(await sharePage(platform.as(teacher(by)), { space, page }));
	return page;
}
async function open(who: Visiting, page: string): Promise<CoWriter> {
	const writer = coWriter(platform.url, who.cookie(), page);
	writers.push(writer);
	await writer.untilSaved();
	return writer;
}
/** What everybody reads of the page, without a socket. */
async function read(page: string): Promise<string> {
	const ctx = platform.as(teacher('ines'));
	const { content } = await pageFor(ctx, await spaceFor(ctx, space), page);
	return formBlocksOf(content)
		.map((block) => block.text.trim())
		.join('\n');
}
test('two write at once, see each other, and what they wrote is read by everybody', async () => {
	const page = await aPage();
	const [i, f] = [await open(ines, page), await open(freja, page)];
	i.newLine();
	f.newLine();
	for (let word = 1; word <= 20; word++) {
		i.write(`i${word} `);
		f.write(`f${word} `);
	}
	await Promise.all([i.untilSaved(), f.untilSaved()]);
	await i.until(() => i.words().includes('f20'));
	await f.until(() => f.words().includes('i20'));
	expect(i.words()).toBe(f.words());
	const words = await read(page);
	expect(words.split('\n').map((line) => line.split(' ').length)).toEqual([20, 20]);
}, 30_000);

test('a server that is killed loses nothing that was saved, and what was written meanwhile comes along', async () => {
	const page = await aPage();
	const [i, f] = [await open(ines, page), await open(freja, page)];
	i.write('before ');
	await i.untilSaved();
	await platform.kill('web');
	await i.until(() => i.state().line === 'away');
	i.write('meanwhile ');
	expect(i.state().saved).toBe(false);
	expect(await read(page)).toBe('before');
	await platform.start('web');
	await i.untilSaved(20_000);
	f.write('after ');
	await f.untilSaved(20_000);
	await i.until(() => i.words().includes('after'));
	expect(await read(page)).toBe(i.words().trim());
	expect(i.words()).toContain('meanwhile');
}, 60_000);

test('two who write at two web processes see each other, and one that is killed loses nothing', async () => {
	const other = await launchPlatform(platform.connection);
	try {
		const page = await aPage();
		const i = await open(ines, page);
		const f = coWriter(other.url, freja.cookie(), page);
		writers.push(f);
		await f.untilSaved();
		const sees = (one: CoWriter, two: CoWriter) => () =>
			one.line.provider.awareness?.getStates().get(two.doc.clientID)?.['user']?.name as string | undefined;
		for (const writer of [i, f]) writer.line.provider.awareness?.setLocalState({ cursor: null });
		await expect.poll(sees(i, f), { timeout: 10_000 }).toBe('Freja Holm');
		await expect.poll(sees(f, i), { timeout: 10_000 }).toBe('Inês Carvalho');
		const onTablet = coWriter(other.url, freja.cookie(), page);
		await onTablet.untilSaved();
		onTablet.line.provider.awareness?.setLocalState({ cursor: null });
		await expect.poll(sees(i, onTablet), { timeout: 10_000 }).toBe('Freja Holm');
		onTablet.leave();
		await expect.poll(sees(i, onTablet), { timeout: 10_000 }).toBeUndefined();
		f.newLine();
		for (let word = 1; word <= 10; word++) {
			i.write(`i${word} `);
			f.write(`f${word} `);
		}
		await Promise.all([i.untilSaved(), f.untilSaved()]);
		await i.until(() => i.words().includes('f10'));
		await f.until(() => f.words().includes('i10'));
		await other.kill('web');
		i.write('meanwhile ');
		await i.untilSaved();
		await f.until(() => f.state().line === 'away');
		f.write('far away ');
		await other.start('web');
		await f.untilSaved(20_000);
		await i.until(() => i.words().includes('far away'));
		expect(f.words()).toBe(i.words());
		expect(await read(page)).toContain('meanwhile');
	} finally {
		await other.stop();
	}
}, 90_000);

test('the door opens for those who may write in the page, from our own pages only', async () => {
	const page = await aPage();
	const knock = (at: string, by: Knock) => knockAtPage(platform.url, at, by);
	const at = (who: Visiting) => knock(page, { cookie: who.cookie() });
	expect([await at(ines), await at(freja), await at(amelie)]).toEqual([101, 101, 403]);
	expect(await knock(page, {})).toBe(404);
	expect(await knock(page, { cookie: ines.cookie(), origin: 'https://example.org' })).toBe(403);
	expect(await knock('01989f2e-0000-7000-8000-000000000001', { cookie: ines.cookie() })).toBe(404);
});

test('others are seen under the names that the platform knows, whatever a browser says', async () => {
	const page = await aPage();
	const [i, f] = [await open(ines, page), await open(freja, page)];
	const { awareness } = f.line.provider;
	awareness?.setLocalState({
		user: { name: 'Anna Moreau', member: 'x' },
		cursor: null,
		more: 'x'.repeat(5000),
	});
	const seen = () => i.line.provider.awareness?.getStates().get(f.doc.clientID);
	await expect.poll(seen).toEqual({
		user: { member: expect.any(String), name: 'Freja Holm', country: 'DK', school: expect.any(String) },
		cursor: null,
	});
});

test('R-ADU: whoever is suspended loses the socket within five seconds, and has the page again when let in', async () => {
	const page = await aPage('amelie');
	const ctx = platform.as(teacher('ines'), { now: new Date() });
	const a = await open(amelie, page);
	const { me } = await spaceFor(platform.as(teacher('amelie')), space);
	const why = { reason: 'unkind', words: 'We speak kindly here.', days: 7 } as const;
	must(await suspendFromSpace(ctx, { space, member: me.id, ...why }));
	const suspendedAt = Date.now();
	await a.until(() => a.state().line === 'closed', 5_000);
	expect(Date.now() - suspendedAt).toBeLessThan(5_000);
	must(await letInAgain(ctx, { space, member: me.id }));
	const again = await open(amelie, page);
	again.leave();
}, 20_000);

test('R-ADU: whoever is removed loses the socket within five seconds, and writes nothing more', async () => {
	const page = await aPage('amelie');
	const a = await open(amelie, page);
	a.write('mine ');
	await a.untilSaved();
	const ctx = platform.as(teacher('ines'));
	const { me } = await spaceFor(platform.as(teacher('amelie')), space);
	must(await removeMember(ctx, { space, member: me.id }));
	const removedAt = Date.now();
	await a.until(() => a.state().line === 'closed', 5_000);
	expect(Date.now() - removedAt).toBeLessThan(5_000);
	expect(a.state().reason).toBe('gone');
	a.write('too late');
	expect(await read(page)).toBe('mine');
}, 20_000);

test.each([
	['no change at all', (page: string) => sync(page, new Uint8Array([1, 255, 255, 255, 255, 255, 9, 9]))],
	[
		'a message about another page',
		() => sync('01989f2e-0000-7000-8000-000000000001', new Uint8Array([0, 0])),
	],
	['noise', () => new Uint8Array(50).fill(255)],
	['two megabytes', () => new Uint8Array(2_000_000)],
])('%s ends the socket of who sent it, and harms nobody', async (_, message) => {
	const page = await aPage();
	const f = await open(freja, page);
	const line = socketTo(platform.url, page, { cookie: ines.cookie() });
	await new Promise((done) => line.once('open', done));
	const closed = new Promise<number>((done) => line.once('close', done));
	line.on('error', () => undefined);
	line.send(message(page));
	expect([1009, 4400]).toContain(await closed);
	f.write('still here');
	await f.untilSaved();
	expect(await read(page)).toBe('still here');
});

function sync(page: string, change: Uint8Array): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarString(encoder, page);
	encoding.writeVarUint(encoder, 0);
	encoding.writeVarUint(encoder, 2);
	encoding.writeVarUint8Array(encoder, change);
	return encoding.toUint8Array(encoder);
}
