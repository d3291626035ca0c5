// A teacher without JavaScript makes a class, its cards, and ends it: over the wire.
import jsQR from 'jsqr';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { schools } from '../../../../../tests/world/index.ts';
import { runningPlatform } from '../../../../../tests/world/running-platform.ts';
import { aVisitor, signedInAs, type Answer, type Visiting } from '../../../../../tests/world/visiting.ts';

const platform = runningPlatform();
let ines: Visiting;
let freja: Visiting;
let tiago: Visiting;
beforeAll(async () => {
	ines = await signedInAs(platform, 'ines');
	freja = await signedInAs(platform, 'freja');
	tiago = await signedInAs(platform, 'tiago');
}, 120_000);

async function aClass(locale = 'en', who = ines, school: string = schools.ribeira.id): Promise<string> {
	const made = await who.send('/en/me/classes?/make', { name: '4.º B', school, locale });
	expect(made.location).toMatch(/^\/en\/me\/classes\/[0-9a-f-]{36}$/);
	return made.location;
}

type Card = { readonly alias: string; readonly code: string };
function cardsOn({ text }: Pick<Answer, 'text'>): Card[] {
	const aliases = [...text.matchAll(/class="alias[^"]*">([^<]+)</g)].map((match) => match[1] ?? '');
	const codes = [...text.matchAll(/>([\dA-Z]{4}(?:-[\dA-Z]{4}){2})</g)].map((match) => match[1] ?? '');
	return aliases.map((alias, place) => ({ alias, code: codes[place] ?? '' }));
}
const add = (path: string, aliases: readonly string[], who = ines) => who.send(`${path}?/add`, { aliases });
async function entersWith({ code }: Card): Promise<boolean> {
	return (await aVisitor(platform).send('/en/pupil?/enter', { card: code })).status === 303;
}
const pupilsOn = async (path: string) => {
	const { text } = await ines.get(path);
	const rows = text.matchAll(/name="pupils" value="([0-9a-f-]{36})"[^]*?\/pupils\/[^>]*>([^<]+)</g);
	return new Map([...rows].map(([, id = '', alias = '']) => [alias, id]));
};

describe('a new class', () => {
	test('needs a name, a school of one’s own and a language', async () => {
		const nothing = { name: '', school: schools.ribeira.id, locale: 'en' };
		expect((await ines.send('/en/me/classes?/make', nothing)).status).toBe(400);
		const elsewhere = { name: '4B', school: schools.skovbakke.id, locale: 'en' };
		expect((await ines.send('/en/me/classes?/make', elsewhere)).status).toBe(403);
		expect((await ines.send('/en/me/classes?/make', { ...elsewhere, locale: 'tlh' })).status).toBe(400);
		const path = await aClass();
		expect((await ines.get(path)).text).toContain('No pupils yet');
		expect((await ines.get('/en/me/classes')).text).toContain('4.º B');
	});

	test('is there for the teachers of its school, and for nobody else', async () => {
		const path = await aClass();
		expect((await tiago.get(path)).status).toBe(200);
		expect((await freja.get(path)).status).toBe(404);
		expect((await freja.send(`${path}?/end`, {})).status).toBe(404);
		expect((await aVisitor(platform).get(path)).location).toContain('/en/sign-in');
	});
});

describe('adding pupils', () => {
	test('no field of the page could carry a name, and one that is sent all the same is refused', async () => {
		const path = await aClass();
		const { text } = await ines.get(`${path}?number=2`);
		expect(text.match(/name="aliases"/g)).toHaveLength(2);
		const names = new Set(
			[...text.matchAll(/<(?:input|textarea|select)[^>]* name="([^"]+)"/g)].map(([, name]) => name),
		);
		expect([...names].sort()).toEqual(['aliases', 'form-key', 'locale', 'name', 'number']);
		const body = { aliases: ['Calm Heron'], names: ['Maria Wunderlich'] };
		expect((await ines.send(`${path}?/add`, body)).status).toBe(400);
		expect((await pupilsOn(path)).size).toBe(0);
	});

	test('the cards are shown once, in the order of the list', async () => {
		const path = await aClass();
		const aliases = ['Swift Squirrel', 'Calm Heron', 'Brave Acorn'];
		const key = crypto.randomUUID();
		const body = () => new URLSearchParams([['form-key', key], ...aliases.map((each) => ['aliases', each])]);
		const first = await ines.post(`${path}?/add`, body());
		expect(cardsOn(first).map((card) => card.alias)).toEqual(aliases);
		expect(await Promise.all(cardsOn(first).map(entersWith))).toEqual([true, true, true]);
		const again = await ines.post(`${path}?/add`, body());
		expect(again.text).toContain('These cards were made already');
		expect(cardsOn(again)).toEqual([]);
		expect((await ines.get(path)).text).not.toContain(cardsOn(first)[0]?.code);
	});

	test('an alias that is taken is marked where it stands, and the others stay typed', async () => {
		const path = await aClass();
		await add(path, ['Calm Heron']);
		const refused = await add(path, ['Brave Acorn', 'calm  HERON', 'Merry Comet']);
		expect(refused.status).toBe(409);
		expect(refused.text).toMatch(/value="Brave Acorn"[^]*value="calm {2}HERON"[^]*aria-invalid="true"/);
		expect(refused.text).toContain('value="Merry Comet"');
		expect((await pupilsOn(path)).size).toBe(1);
	});

	test('aliases and cards are in the language of the class, from right to left where it is so', async () => {
		const danish = await add(await aClass('da'), ['Klog Ugle']);
		expect(danish.text).toMatch(/class="sheet[^"]*" lang="da" dir="ltr"/);
		expect(danish.text).toContain('eller åbn denne adresse');
		const arabic = await add(await aClass('ar'), ['هدهد ذكي']);
		expect(arabic.text).toMatch(/class="sheet[^"]*" lang="ar" dir="rtl"/);
		expect(arabic.text).toContain('رمزك');
	});
});

test('the picture on a card leads to the door in the pupils’ language, with the code behind the #', async () => {
	const sheet = await add(await aClass('da'), ['Klog Ugle']);
	const [card] = cardsOn(sheet);
	const [, size = '', path = ''] =
		/<svg viewBox="0 0 (\d+) \1"[^>]*>.*?<path d="([^"]+)"/s.exec(sheet.text) ?? [];
	const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" viewBox="0 0 ${size} ${size}"><rect width="100%" height="100%" fill="#fff"/><path d="${path}"/></svg>`;
	const { data, info } = await sharp(Buffer.from(drawn))
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true });
	const read = jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
	expect(read).toBe(`${platform.url}/da/pupil#${card?.code.replaceAll('-', '')}`);
});

describe('new cards', () => {
	test('for the chosen pupils only: the others keep theirs', async () => {
		const path = await aClass();
		const [heron, acorn] = cardsOn(await add(path, ['Calm Heron', 'Brave Acorn']));
		if (!heron || !acorn) throw new Error('no cards');
		expect((await ines.send(`${path}?/cards`, {})).text).toContain('Please choose at least one pupil');
		const ids = await pupilsOn(path);
		const sheet = await ines.send(`${path}?/cards`, { pupils: [ids.get('Calm Heron') ?? ''] });
		expect(cardsOn(sheet).map((card) => card.alias)).toEqual(['Calm Heron']);
		expect([await entersWith(heron), await entersWith(acorn)]).toEqual([false, true]);
		const other = await pupilsOn(await aClass());
		expect(other.size).toBe(0);
		const foreign = await ines.send(`${await aClass()}?/cards`, { pupils: [ids.get('Calm Heron') ?? ''] });
		expect(foreign.status).toBe(404);
	});

	test('for the whole class, after a question that says what stops', async () => {
		const path = await aClass();
		const old = cardsOn(await add(path, ['Calm Heron', 'Brave Acorn']));
		expect((await ines.get(path)).text).toContain('All 2 old cards stop working at once');
		const fresh = cardsOn(await ines.send(`${path}?/all-cards`, {}));
		expect(fresh).toHaveLength(2);
		expect(await Promise.all([...old, ...fresh].map(entersWith))).toEqual([false, false, true, true]);
	});
});

describe('one pupil', () => {
	async function aPupil() {
		const path = await aClass();
		const cards = cardsOn(await add(path, ['Calm Heron', 'Brave Acorn']));
		const page = `${path}/pupils/${(await pupilsOn(path)).get('Calm Heron')}`;
		return { path, page, card: cards[0] ?? { alias: '', code: '' } };
	}

	test('gets another alias, unless somebody has it', async () => {
		const { page, card } = await aPupil();
		const taken = await ines.send(`${page}?/rename`, { alias: 'brave acorn' });
		expect(taken.status).toBe(409);
		expect(taken.text).toContain('value="brave acorn"');
		expect((await ines.send(`${page}?/rename`, { alias: '' })).status).toBe(400);
		expect((await ines.send(`${page}?/rename`, { alias: 'Merry Comet' })).location).toBe(
			`${page}?told=renamed`,
		);
		expect((await ines.get(`${page}?told=renamed`)).text).toContain('Saved. The card stays the same.');
		expect(await entersWith(card)).toBe(true);
	});

	test('gets a new card', async () => {
		const { page, card } = await aPupil();
		const [fresh] = cardsOn(await ines.send(`${page}?/card`, {}));
		expect([await entersWith(card), fresh && (await entersWith(fresh))]).toEqual([false, true]);
	});

	test('is ended after a question that says what stays, and the ending is undone', async () => {
		const { path, page, card } = await aPupil();
		expect((await ines.get(page)).text).toContain('What Calm Heron wrote stays there');
		const ended = await ines.send(`${page}?/end`, {});
		expect(ended.location).toMatch(new RegExp(`^${path}\\?told=ended&about=`));
		expect((await ines.get(page)).status).toBe(404);
		expect(await entersWith(card)).toBe(false);
		const told = await ines.get(ended.location);
		expect(told.text).toContain('The account of Calm Heron has ended.');
		const pupil = ended.location.split('about=')[1] ?? '';
		expect((await ines.send(`${path}?/pupil-back`, { pupil })).location).toContain('told=pupil-back');
		expect(await entersWith(card)).toBe(true);
		expect((await ines.send(`${path}?/pupil-back`, { pupil })).status).toBe(404);
	});

	test('is not found by teachers of other schools', async () => {
		const { page } = await aPupil();
		expect((await freja.get(page)).status).toBe(404);
		expect((await freja.send(`${page}?/end`, {})).status).toBe(404);
		expect((await tiago.get(page)).status).toBe(200);
	});
});

describe('the class itself', () => {
	test('gets another name and language', async () => {
		const path = await aClass();
		expect((await ines.send(`${path}?/change`, { name: '', locale: 'fr' })).status).toBe(400);
		const changed = await ines.send(`${path}?/change`, { name: '5.º B', locale: 'fr' });
		expect((await ines.get(changed.location)).text).toMatch(/Saved\.[^]*5\.º B/);
	});

	test('ends with all its cards, is listed as ended, and is brought back as it was', async () => {
		const path = await aClass();
		const cards = cardsOn(await add(path, ['Calm Heron', 'Brave Acorn']));
		expect((await ines.get(path)).text).toContain('Its 2 pupils can no longer sign in');
		expect((await ines.send(`${path}?/end`, {})).location).toBe(path);
		const after = await ines.get(path);
		expect(after.text).toContain('Bring the class back');
		expect(after.text).not.toContain('?/add');
		expect(await Promise.all(cards.map(entersWith))).toEqual([false, false]);
		expect((await add(path, ['Merry Comet'])).status).toBe(403);
		expect((await ines.get('/en/me/classes')).text).toMatch(new RegExp(`ended[^]*${path}`));
		expect((await ines.send(`${path}?/back`, {})).location).toBe(`${path}?told=back`);
		expect(await Promise.all(cards.map(entersWith))).toEqual([true, true]);
	});
});
