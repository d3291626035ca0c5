// What fills a TwinSpace: a class that comes in with its cards, and a page that everybody may read.
import { found, must } from './answers.ts';
import type { Person } from './person.ts';
import type { Pupil, Stage, Teacher } from './stage.ts';

const pupilsInClass = 3;

/** A class with cards comes into the TwinSpace, and its pupils with it. */
export async function bringClass(stage: Stage, { who, school }: Teacher, project: string): Promise<Pupil[]> {
	const name = stage.unique('Class');
	const made = await who.send('/en/me/classes?/make', { school: school.id, name, locale: 'en' });
	const path = must(made, 303, 'making a class').location;
	stage.ledger.write('class made', name, { who, path: '/en/me/classes', words: name });
	const aliases = Array.from({ length: pupilsInClass }, () => stage.unique('Otter'));
	const cards = await cardsFor(who, path, aliases);
	for (const alias of aliases) {
		stage.ledger.write('pupil added', alias, { who, path, words: alias });
		stage.ledger.write('card made', alias);
	}
	const pupilsPage = `/en/projects/${project}/twinspace/pupils`;
	must(
		await who.send(`${pupilsPage}?/bring`, { class: path.split('/').at(-1) }),
		303,
		'bringing the class in',
	);
	for (const alias of aliases)
		stage.ledger.write('pupil brought', alias, { who, path: pupilsPage, words: alias });
	const home = `/en/pupil/spaces/${project}`;
	return Promise.all([...cards].map(([alias, code]) => comeIn(stage, { alias, code, home })));
}

/** The codes stand in one answer only; where that was lost, the teacher makes new cards. */
async function cardsFor(who: Person, path: string, aliases: readonly string[]): Promise<Map<string, string>> {
	let cards = cardsOn(must(await who.send(`${path}?/add`, { aliases }), 200, 'adding pupils').text);
	while (cards.size < aliases.length) {
		const page = await who.get(path);
		const pupils = [...page.text.matchAll(/name="pupils" value="([0-9a-f-]{36})"/g)].map(
			([, id]) => id ?? '',
		);
		cards = cardsOn(must(await who.send(`${path}?/cards`, { pupils }), 200, 'making new cards').text);
	}
	return cards;
}

function cardsOn(sheet: string): Map<string, string> {
	const aliases = [...sheet.matchAll(/class="alias[^"]*">([^<]+)</g)].map(([, alias]) => alias ?? '');
	const codes = [...sheet.matchAll(/>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){2})</g)].map(([, code]) => code ?? '');
	return new Map(codes.map((code, place) => [aliases[place] ?? '', code]));
}

async function comeIn(stage: Stage, card: { alias: string; code: string; home: string }): Promise<Pupil> {
	const who = stage.person();
	must(await who.send('/en/pupil?/enter', { card: card.code }), 303, 'coming in with a card');
	return { alias: card.alias, who, home: card.home };
}

/** A pupil reports what another wrote: it is out of the pupils' sight from then on, and the report is kept. */
export async function reportPost(stage: Stage, pupils: readonly Pupil[]): Promise<void> {
	const [writer, reporter] = [pupils[0], pupils.at(-1)];
	if (!writer || !reporter) throw new Error('a room without pupils');
	const words = stage.unique('You cannot swim');
	const written = await writer.who.send(`${writer.home}/wall?/write`, { words, language: 'en' });
	must(written, 303, 'writing on the wall');
	stage.ledger.write('post written', words, { who: writer.who, path: `${writer.home}/wall`, words });
	const people = await reporter.who.get(`${reporter.home}/people`);
	const wall = found(
		new RegExp(`href="([^"]+/walls/[^"]+)"[^>]*>(?:(?!</a>)[\\s\\S])*${writer.alias}`),
		people.text,
		'the wall',
	);
	const post = found(/posts\/([0-9a-f-]{36})\/report/, (await reporter.who.get(wall)).text, 'the post');
	const why = stage.unique('This hurts');
	const report = { reason: 'unkind', words: why };
	must(await reporter.who.send(`${reporter.home}/posts/${post}/report?/report`, report), 303, 'reporting');
	stage.ledger.write('post reported', why);
}

/** A page with one paragraph becomes public, and a visitor reads it. */
export async function publishPage(
	stage: Stage,
	{ who }: Pick<Teacher, 'who'>,
	project: string,
): Promise<void> {
	const title = stage.unique('Our rivers');
	const pages = `/en/projects/${project}/twinspace/pages`;
	const made = must(await who.send(`${pages}/new?/make`, { title, language: 'en' }), 303, 'making a page');
	const page = made.location.replace(/\/edit$/, '');
	stage.ledger.write('page made', title, { who, path: pages, words: title });
	const words = stage.unique('The Douro is wide');
	const block = { 'block-id': ['first'], 'block-kind': ['text'], 'block-text': [words] };
	const saved = await who.send(`${page}/edit?/save`, {
		...{ title, language: 'en', 'based-on': '1', ...block },
		...{ 'block-address': [''], 'block-alternative': [''] },
	});
	must(saved, 303, 'saving the page');
	stage.ledger.write('page saved', title, { who, path: page, words });
	must(await who.send(`${page}/public?/publish`, { version: '2', confirmed: 'on' }), 303, 'publishing');
	const preview = await who.get(`${page}/public`);
	const path = found(/href="(\/en\/projects\/[^"/]+\/pages\/[^"]+)"/, preview.text, 'the public address');
	stage.ledger.write('page published', title, { who: stage.person(), path, words });
}
