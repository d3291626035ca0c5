import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Teacher, Pupil } from '#shared/actor';
import { aRoom, teacher, type Room } from '../../../../../../tests/world/a-space.ts';
import { testDatabase } from '../../../../../../tests/world/database.ts';
import { emptyBlock, formBlocksOf } from '../form-blocks.ts';
import { makePage, pageFor, savePage, sharePage, versionsFor } from '../index.ts';
import { wasSavedByPupil } from '../pages.sql.ts';
import { contentLimits } from '#shared/rich-text/clean';
import { bringLogsTogether } from './bring-together.ts';
import { Journal } from './journal.ts';

const world = testDatabase();
let room: Room;
let page: string;
let journal: Journal;
let seen: Y.Doc;
beforeEach(async () => {
	room = await aRoom(world);
	const { ctx } = await room.as(teacher('ines'));
	const made = await makePage(ctx, { space: room.id, title: 'Our river', locale: 'en' });
	if (!made.ok) throw new Error(made.reason);
	({ page } = made.value);
	seen = new Y.Doc();
	journal = new Journal(world.as({ kind: 'system' }), page, (change) => Y.applyUpdate(seen, change));
});

const idOf = async (actor: Teacher | Pupil) => (await room.as(actor)).space.me.id;
/** An editor that has the page open; `type` writes words into its first line and hands over the change. */
async function anEditor() {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, await journal.whole());
	return {
		doc,
		change(work: (fragment: Y.XmlFragment) => void): Uint8Array {
			const before = Y.encodeStateVector(doc);
			doc.transact(() => work(doc.getXmlFragment('default')));
			return Y.encodeStateAsUpdate(doc, before);
		},
		type(words: string): Uint8Array {
			return this.change((fragment) => {
				const line = fragment.get(0) as Y.XmlElement;
				if (line.length === 0) line.insert(0, [new Y.XmlText()]);
				(line.get(0) as Y.XmlText).insert(0, words);
			});
		},
	};
}
async function words() {
	const { ctx, space } = await room.as(teacher('ines'));
	return formBlocksOf((await pageFor(ctx, space, page)).content).map((block) => block.text);
}
async function versions() {
	const { ctx, space } = await room.as(teacher('ines'));
	return (await versionsFor(ctx, space, page)).map((version) => [version.version, version.savedBy.name]);
}

test('what is noted is read at once, shown to the others, and gathers in one version', async () => {
	const [ines, freja] = [await anEditor(), await anEditor()];
	const [i, f] = [await idOf(teacher('ines')), await idOf(teacher('freja'))];
	const outcomes = await Promise.all([
		journal.note(ines.type('brown '), i),
		journal.note(freja.type('cold '), f),
		journal.note(ines.type('wide '), i),
	]);
	expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
	expect((await words()).join('').split(' ').sort()).toEqual(['', 'brown', 'cold', 'wide']);
	expect(seen.getXmlFragment('default').toString()).toContain('wide brown');
	expect(await versions()).toEqual([
		[2, expect.any(String)],
		[1, 'Inês Carvalho'],
	]);
});

test('what is no change is refused, and harms nobody', async () => {
	const ines = await anEditor();
	const i = await idOf(teacher('ines'));
	const good = ines.type('brown');
	const cut = good.slice(0, good.length - 3);
	expect(
		await Promise.all([journal.note(cut, i), journal.note(good, i), journal.note(new Uint8Array(9), i)]),
	).toMatchObject([{ reason: 'malformed' }, { ok: true }, expect.anything()]);
	expect(await words()).toEqual(['brown']);
	expect(Y.encodeStateVector(seen)).toEqual(Y.encodeStateVector(ines.doc));
});

test('a cell that spans a million cells is refused, what nobody knows is not read, and a table of ours is', async () => {
	const ines = await anEditor();
	const i = await idOf(teacher('ines'));
	const table = (span?: number) => {
		const cell = new Y.XmlElement('tableCell');
		if (span !== undefined) cell.setAttribute('colspan', span as never);
		const line = new Y.XmlElement('paragraph');
		line.insert(0, [new Y.XmlText('cold')]);
		cell.insert(0, [line]);
		const row = new Y.XmlElement('tableRow');
		row.insert(0, [cell]);
		const whole = new Y.XmlElement('table');
		whole.insert(0, [row]);
		return whole;
	};
	const strange = new Y.XmlElement('iframe');
	strange.setAttribute('src', 'https://evil.example');
	const good = ines.change((fragment) => fragment.insert(1, [table(1), strange]));
	expect(await journal.note(good, i)).toEqual({ ok: true });
	const bomb = ines.change((fragment) => fragment.insert(1, [table(1_000_000_000)]));
	expect(await journal.note(bomb, i)).toMatchObject({ reason: 'malformed' });
	expect(await words()).toEqual(['cold']);
	expect(seen.getXmlFragment('default').toString()).not.toContain('1000000000');
});

test("nobody writes with somebody else's hand", async () => {
	const [ines, freja] = [await anEditor(), await anEditor()];
	await journal.note(ines.type('brown'), await idOf(teacher('ines')));
	Y.applyUpdate(freja.doc, Y.encodeStateAsUpdate(seen));
	freja.doc.clientID = ines.doc.clientID;
	const forged = freja.type('frozen ');
	expect(await journal.note(forged, await idOf(teacher('freja')))).toMatchObject({ reason: 'not-yours' });
	expect(await words()).toEqual(['brown']);
	// what somebody else wrote and is known comes along harmlessly
	const whole = Y.encodeStateAsUpdate(seen);
	expect(await journal.note(whole, await idOf(teacher('freja')))).toEqual({ ok: true });
});

test('a page that holds no more takes nothing more, and can be made shorter', async () => {
	const ines = await anEditor();
	const i = await idOf(teacher('ines'));
	expect(await journal.note(ines.type('x'.repeat(contentLimits.characters - 1)), i)).toEqual({ ok: true });
	const over = await anEditor();
	expect(await journal.note(over.type('yy'), i)).toMatchObject({ reason: 'full' });
	const shorter = ines.change((fragment) => {
		((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 50);
	});
	expect(await journal.note(shorter, i)).toEqual({ ok: true });
});

test('a form saved while others write changes only what its writer changed', async () => {
	const ines = await anEditor();
	const { ctx } = await room.as(teacher('freja'));
	await journal.note(
		ines.change((fragment) => {
			for (const text of ['one', 'two']) {
				const line = new Y.XmlElement('paragraph');
				line.insert(0, [new Y.XmlText(text)]);
				fragment.insert(fragment.length, [line]);
			}
		}),
		await idOf(teacher('ines')),
	);
	const { space } = await room.as(teacher('freja'));
	const opened = await pageFor(ctx, space, page);
	const [first, second] = formBlocksOf(opened.content);
	// she is still filling in the form when two more words are written, one of them known to nobody yet
	const known = ines.change((fragment) => text(fragment, 1).insert(3, ' river'));
	await journal.note(known, await idOf(teacher('ines')));
	const unknown = ines.change((fragment) => text(fragment, 2).insert(0, 'all of '));
	const blocks = [first, { ...second, text: 'two rivers' }, { ...emptyBlock('text'), text: 'three' }].flatMap(
		(block) => block ?? [],
	) as Parameters<typeof savePage>[1]['blocks'];
	const saved = await savePage(ctx, {
		space: room.id,
		page,
		basedOn: opened.written,
		title: 'Our river',
		locale: 'en',
		blocks,
	});
	expect(saved).toMatchObject({ ok: true, value: { twice: [] } });
	expect(await words()).toEqual(['one river', 'two rivers', 'three']);
	await journal.note(unknown, await idOf(teacher('ines')));
	expect(await words()).toEqual(['one river', 'all of two rivers', 'three']);
	Y.applyUpdate(ines.doc, await journal.whole());
	expect(ines.doc.getXmlFragment('default').toString()).toBe(seen.getXmlFragment('default').toString());

	function text(fragment: Y.XmlFragment, place: number): Y.XmlText {
		return (fragment.get(place) as Y.XmlElement).get(0) as Y.XmlText;
	}
});

test('a pupil who wrote along is known, also when a teacher wrote last', async () => {
	const { ctx } = await room.as(teacher('ines'));
	await sharePage(ctx, { space: room.id, page });
	const editor = await anEditor();
	const member = await idOf(room.heron);
	await ctx.db
		.updateTable('spaces.member')
		.set({ role: 'pupil-administrator' })
		.where('id', '=', member)
		.execute();
	await journal.note(editor.type('by a pupil '), member);
	await journal.note((await anEditor()).type('by a teacher '), await idOf(teacher('ines')));
	expect((await versions())[0]).toEqual([2, 'Inês Carvalho']);
	expect(await wasSavedByPupil(ctx, page, 2)).toBe(true);
	expect(await wasSavedByPupil(ctx, page, 1)).toBe(false);
});

test('what was written without a line into a block that is gone comes to the end of the page', async () => {
	const [ines, freja] = [await anEditor(), await anEditor()];
	const [i, f] = [await idOf(teacher('ines')), await idOf(teacher('freja'))];
	await journal.note(ines.type('Our river is brown.'), i);
	Y.applyUpdate(freja.doc, Y.encodeStateAsUpdate(seen));
	const offline = freja.type('Seven ducks! ');
	await journal.note(
		ines.change((fragment) => fragment.delete(0, 1)),
		i,
	);
	expect(await words()).toEqual([]);
	await journal.note(offline, f);
	expect(await words()).toEqual(['Seven ducks!']);
	// the same once more, as after a lost answer, brings nothing back twice
	await journal.note(offline, f);
	expect(await words()).toEqual(['Seven ducks!']);
	expect(seen.getXmlFragment('default').toString()).not.toContain('brown');
});

test('a long log becomes one change after a while, and the page goes on as it was', async () => {
	const ines = await anEditor();
	const i = await idOf(teacher('ines'));
	const system = world.as({ kind: 'system' });
	for (let count = 0; count < 60; count++) {
		await journal.note(ines.type(`${count} `), i);
		await journal.note(
			ines.change((fragment) => ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).delete(0, 1)),
			i,
		);
	}
	const before = await words();
	const rows = () =>
		world.db
			.selectFrom('spaces_pages.page_change')
			.select(['number', 'written_by'])
			.where('page_id', '=', page)
			.execute();
	expect(await rows()).toHaveLength(121);
	await bringLogsTogether({ ...system, now: new Date(Date.now() + 24 * 3600 * 1000) });
	expect(await rows()).toHaveLength(121);
	const later = { ...system, now: new Date(Date.now() + 3 * 24 * 3600 * 1000) };
	await bringLogsTogether(later);
	await bringLogsTogether(later);
	expect(await rows()).toEqual([{ number: 121, written_by: null }]);
	const anew = new Journal(system, page, () => undefined);
	await anew.note(ines.type('on '), i);
	expect(await words()).toEqual(before.map((text) => `on ${text}`));
});
