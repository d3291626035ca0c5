// The main job from start to end, as five steps that two journeys walk: with JavaScript and without.
import { expect, test } from 'vitest';
import { demoPicture } from '../world/demo-pictures.ts';
import { confirmByLetter, journey, type Journey, type Traveller } from './people.ts';

const password = 'meadow-lantern-granite-52';
const newPassword = 'orchard-copper-thimble-90';

type Cast = {
	beatriz?: Traveller;
	freja?: Traveller;
	project?: string;
	code?: string;
	published?: string;
};

/** Walks the main job; each step builds on the one before. */
export function mainJob(options: { readonly javaScript: boolean }): void {
	const way = journey(options);
	const cast: Cast = {};
	test('a teacher registers, finds the school and follows the case until it is validated', () =>
		register(way, cast));
	test('two teachers find each other and become contacts', () => meet(way, cast, options.javaScript));
	test('the two found a project and both organisations approve it', () => found(way, cast));
	test('pupils come in with their cards, write and answer', () => bringPupils(way, cast, options.javaScript));
	test('a teacher publishes a page, and a visitor reads exactly that page', () => publish(way, cast));
}

function need<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('an earlier step did not get there');
	return value;
}

async function register(way: Journey, cast: Cast): Promise<void> {
	const beatriz = await way.traveller();
	await join(beatriz);

	await beatriz.open('/me/school');
	await beatriz.choose('Country', 'Portugal');
	await beatriz.fill('Name of the school', 'escola basica ribera');
	await beatriz.press('Find');
	await beatriz.page.locator('main').getByText('Escola Básica da Ribeira').first().waitFor();
	await beatriz.tick(/Escola Básica da Ribeira/);
	await beatriz.choose('What you do there', 'Teacher');
	await beatriz.press('Ask to become an eTwinner');
	await beatriz.sees('Your request is on its way');
	await beatriz.sees('National Support Organisation Portugal');

	const rui = await way.atDesk('rui');
	await rui.follow('Open the oldest');
	await rui.press('Open names and texts');
	await rui.sees('Beatriz Lima');
	await ask(rui, 'Which classes do you teach?');
	await beatriz.open('/me/status');
	await beatriz.sees('Which classes do you teach?');
	await beatriz.fill('Your answer', 'Years three and four, all subjects.');
	await beatriz.press('Send the answer');

	await rui.open('/desk');
	await rui.follow('Open the oldest');
	await rui.sees('Years three and four');
	await rui.press('Grant');
	await beatriz.open('/notices');
	await beatriz.sees(/You are validated as an eTwinner/);
	cast.beatriz = beatriz;
}

/** With an address that is mistyped at first, a letter that is sent again, and a password that is forgotten at once. */
async function join(beatriz: Traveller): Promise<void> {
	await beatriz.open('/join');
	await beatriz.fill('Your name', 'Beatriz Lima');
	await beatriz.fill('E-mail address', 'beatirz@example.com');
	await beatriz.fill('Password', password);
	await beatriz.choose('Country of your school', 'Portugal');
	await beatriz.press('Join');
	await beatriz.sees('beatirz@example.com');
	await beatriz.fill('The right address', 'beatriz@example.com');
	await beatriz.press('Write to this address');
	await beatriz.sees('We have written to the new address.');
	await beatriz.press('Send it again');
	await beatriz.sees('We have written once more.');
	await confirmByLetter(beatriz);

	await beatriz.open('/sign-out');
	await beatriz.press('Sign out');
	await beatriz.open('/sign-in');
	await beatriz.follow('I have forgotten my password');
	await beatriz.fill('E-mail address', 'beatriz@example.com');
	await beatriz.press('Write to me');
	const letter = await beatriz.page.locator('main').innerText();
	await beatriz.page.goto(need(/https?:\/\/\S+\/password\/\S+/.exec(letter)?.[0]));
	await beatriz.fill('New password', newPassword);
	await beatriz.press('Save the password');
	await beatriz.fill('E-mail address', 'beatriz@example.com');
	await beatriz.fill('Password', newPassword);
	await beatriz.press('Sign in');
}

async function ask(officer: Traveller, words: string): Promise<void> {
	await officer.page.locator('summary', { hasText: 'Ask a question' }).click();
	await officer.fill('Your question', words);
	await officer.press('Send the question');
}

async function meet(way: Journey, cast: Cast, javaScript: boolean): Promise<void> {
	const beatriz = need(cast.beatriz);
	await beatriz.open('/me/profile');
	await beatriz.choose('Language 1', 'Portuguese');
	await beatriz.choose('Level of language 1', 'First language');
	await beatriz.tick('Geography');
	await beatriz.page.locator('main [name=ages-from]').selectOption('8');
	await beatriz.page.locator('main [name=ages-to]').selectOption('10');
	await beatriz.fill(
		'About me and my classes',
		'We measure our river and look for another river to compare.',
	);
	await beatriz.press('Save');
	await beatriz.sees('Your profile is saved');

	await beatriz.open('/partners/posts/new');
	await beatriz.page.locator('main input[name=kind]').first().check();
	await beatriz.fill('Title', 'Two rivers, two classes');
	await beatriz.fill('What do you have in mind?', 'A class that lives by a river and likes to measure it.');
	await beatriz.tick('English');
	await beatriz.fill('Pupils from age', '8');
	await beatriz.fill('to age', '11');
	await beatriz.press('Post it');

	const freja = await way.known('freja');
	await freja.open('/partners');
	await freja.fill('Name, school, town, subject or any word', 'rivers');
	await freja.press('Find');
	await freja.sees('Two rivers, two classes');
	await filterBy(freja, 'Country', /^Portugal/, javaScript);
	await filterBy(freja, 'Language', /^English/, javaScript);
	expect(new URL(freja.page.url()).searchParams.getAll('country')).toEqual(['PT']);
	await freja.follow('Two rivers, two classes');
	await freja.sees('A class that lives by a river');
	await freja.open('/partners?kind=person&country=PT');
	await filterBy(freja, 'Subject', /^Geography/, javaScript);
	await freja.follow('Beatriz Lima');
	await freja.sees('We measure our river');
	await freja.follow('Ask Beatriz Lima for contact');
	await freja.fill(
		'Your message',
		'Dear Beatriz, our school lies by the Aarhus river. Shall we compare them?',
	);
	await freja.press('Send');
	await freja.sees('has your message');

	await beatriz.open('/contacts');
	await beatriz.sees('our school lies by the Aarhus river');
	await beatriz.press('Accept');
	await beatriz.sees('1 contact');
	cast.freja = freja;
}

/** One value of a filter of the search: with scripts it works as it is ticked, without by the button. */
async function filterBy(
	teacher: Traveller,
	group: string,
	value: RegExp,
	javaScript: boolean,
): Promise<void> {
	const filter = teacher.page.locator('details[data-group]', {
		has: teacher.page.locator('> summary', { hasText: group }),
	});
	const box = filter.getByRole('checkbox', { name: value });
	if (!(await box.isVisible())) await filter.last().locator('> summary').click();
	await box.check();
	if (javaScript) await teacher.page.waitForLoadState('networkidle');
	else await teacher.press('Show what fits');
}

async function found(way: Journey, cast: Cast): Promise<void> {
	const beatriz = need(cast.beatriz);
	const freja = need(cast.freja);
	await beatriz.open('/projects/found');
	await beatriz.fill('Title', 'Two rivers');
	await beatriz.press('Start the plan');
	const project = need(/two-rivers-[0-9a-z]{8}/.exec(beatriz.page.url())?.[0]);
	await writePlan(beatriz);
	await beatriz.tick(/Freja Holm/);
	await beatriz.press('Send to the co-founder');

	await answerInvitation(freja, 'Decline');
	await beatriz.open(`/projects/${project}/plan`);
	expect(await beatriz.page.getByLabel('Aims').inputValue()).toContain('compare');
	await beatriz.tick(/Freja Holm/);
	await beatriz.press('Send to the co-founder');
	await answerInvitation(freja, 'Accept and found the project');

	const mette = await way.atDesk('mette');
	await decide(mette, 'refuse');
	await beatriz.open(`/projects/${project}/plan`);
	await beatriz.fill('Work plan', 'Both classes measure every week and compare their numbers on Fridays.');
	await beatriz.press('Send again');
	await decide(mette, 'grant');
	const rui = await way.atDesk('rui');
	await decide(rui, 'grant');

	await beatriz.open(`/projects/${project}/twinspace`);
	await beatriz.sees('Two rivers');
	cast.project = project;
	const spaces = await way.platform.db.selectFrom('twinspaces.twinspace').select('space_id').execute();
	expect(spaces).toHaveLength(1);
}

async function answerInvitation(teacher: Traveller, answer: string): Promise<void> {
	await teacher.open('/me/projects');
	await teacher.follow(/Two rivers/);
	await teacher.press(answer);
}

async function writePlan(founder: Traveller): Promise<void> {
	await founder.fill('Summary', 'Two classes measure two rivers and tell each other what they find.');
	await founder.tick('English');
	await founder.tick('Geography');
	await founder.choose('Youngest pupils', '8');
	await founder.choose('Oldest pupils', '11');
	await founder.fill('Number of pupils', '48');
	await founder.page.locator('main select[name=startsIn]').selectOption({ index: 1 });
	await founder.page.locator('main select[name=endsIn]').selectOption({ index: 8 });
	await founder.fill('Aims', 'The pupils learn to measure, to compare and to explain.');
	await founder.fill('Work plan', 'Every week both classes measure their river.');
	await founder.fill('Expected results', 'A page with both rivers, written by both classes.');
}

async function decide(officer: Traveller, decision: 'grant' | 'refuse'): Promise<void> {
	await officer.open('/desk');
	await officer.follow('Open the oldest');
	// opened once, names and texts stay open for thirty minutes
	const closed = officer.page.getByRole('button', { name: 'Open names and texts' });
	if (await closed.isVisible()) await officer.press('Open names and texts');
	if (decision === 'grant') return officer.press(/Grant|Confirm/);
	await officer.page.locator('summary', { hasText: 'Refuse' }).click();
	await officer.page.locator('main select[name=reason]').selectOption({ index: 1 });
	await officer.fill('What the applicant should know', 'Please say how the classes work together.');
	await officer.press('Refuse with this reason');
}

async function bringPupils(way: Journey, cast: Cast, javaScript: boolean): Promise<void> {
	const beatriz = need(cast.beatriz);
	const freja = need(cast.freja);
	const codes = await aClass(beatriz, need(cast.project), 'Escola Básica da Ribeira', javaScript);
	const others = await aClass(freja, need(cast.project), 'Skovbakkeskolen', javaScript);

	// the only project opens by itself
	const pupil = await aPupil(way, need(codes[0]), javaScript);
	await pupil.follow('Introduce yourself');
	await pupil.fill('Introduce yourself', 'I like to count ducks on our river.');
	await pupil.press('Send');
	await pupil.sees('count ducks');
	const friend = await aPupil(way, need(others[0]), javaScript);
	await friend.page.getByRole('link', { name: 'Everyone' }).click();
	const alias = need(codes[0]).alias;
	await friend.follow(alias);
	await friend.page.locator('summary', { hasText: 'Answer' }).first().click();
	await friend.fill('Your answer', 'We have seven ducks and one swan.');
	await friend.press('Send');
	await friend.sees('seven ducks');
	await friend.follow('Tell a teacher');
	await friend.page.locator('main input[name=reason]').first().check();
	await friend.press('Tell a teacher');
	await friend.sees('A teacher will look at it');

	await beatriz.open('/notices');
	await beatriz.sees(/report/i);
	await beatriz.open(`/projects/${need(cast.project)}/twinspace/reports`);
	await beatriz.sees('count ducks');
	await beatriz.follow('Look and decide');
	await beatriz.tick('Hide it');
	await beatriz.tick('Something else');
	await beatriz.press('Decide');
	await friend.page.getByRole('link', { name: 'Everyone' }).click();
	await friend.follow(alias);
	await friend.seesNothingOf('count ducks');

	await renewCard(way, beatriz, need(codes[0]), javaScript);
}

/** A card is lost: the pupil gets a new one, whose code alone goes in from then on. */
async function renewCard(way: Journey, teacher: Traveller, lost: Card, javaScript: boolean): Promise<void> {
	await teacher.open('/me/classes');
	await teacher.follow('4B');
	await teacher.tick(`New card for ${lost.alias}`);
	await teacher.press('Make new cards for the chosen pupils');
	const [renewed, ...others] = await cardsOn(teacher);
	expect([renewed?.alias, others]).toEqual([lost.alias, []]);
	const finder = await way.traveller();
	await finder.open('/pupil');
	await finder.fill('Code', lost.code);
	await finder.press('Go in');
	await finder.sees('We do not know this code');
	await aPupil(way, need(renewed), javaScript);
}

type Card = { readonly alias: string; readonly code: string };

/** Makes a class of two, keeps their cards in hand and brings them into the TwinSpace. */
async function aClass(
	teacher: Traveller,
	project: string,
	school: string,
	javaScript: boolean,
): Promise<Card[]> {
	await teacher.open('/me/classes');
	await teacher.fill('Name of the class', '4B');
	await teacher.choose('School', school);
	await teacher.press('Make the class');
	const sent: string[] = [];
	teacher.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
	if (javaScript) {
		await teacher.fill('Your list', 'Maria Wunderlich\nJoão Wunderlich');
		await teacher.press('Propose aliases');
	} else {
		await teacher.fill('How many pupils?', '2');
		await teacher.press('Propose aliases');
	}
	await teacher.press(/Add 2 pupils/);
	await teacher.sees('These codes are shown once');
	expect(sent.filter((request) => request.includes('Wunderlich'))).toEqual([]);
	if (javaScript) await teacher.sees('Maria Wunderlich');
	const cards = await cardsOn(teacher);
	await teacher.open(`/projects/${project}/twinspace/pupils`);
	await teacher.page
		.locator('main select[name=class]')
		.selectOption({ index: 1 })
		.catch(() => undefined);
	await teacher.press('Bring the class in');
	await teacher.sees(need(cards[0]).alias);
	return cards;
}

async function cardsOn(teacher: Traveller): Promise<Card[]> {
	const aliases = await teacher.page.locator('main .card .alias').allInnerTexts();
	const codes = await teacher.page.locator('main .card .code').allInnerTexts();
	expect(codes.every((code) => /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/.test(code))).toBe(true);
	return aliases.map((alias, index) => ({ alias, code: codes[index] ?? '' }));
}

/** A pupil comes in with the card: by its picture, or by typing the code. */
async function aPupil(way: Journey, card: Card, javaScript: boolean): Promise<Traveller> {
	const pupil = await way.traveller();
	await pupil.page.goto(`${way.platform.url}/pupil${javaScript ? `#${card.code}` : ''}`);
	if (!javaScript) await pupil.fill('Code', card.code.toLowerCase());
	await pupil.press('Go in');
	expect(pupil.page.url()).not.toContain(card.code);
	await pupil.page.getByText(card.alias).first().waitFor();
	return pupil;
}

async function publish(way: Journey, cast: Cast): Promise<void> {
	const beatriz = need(cast.beatriz);
	await beatriz.open(`/projects/${need(cast.project)}/twinspace/pages/new`);
	await beatriz.fill('Title', 'Our two rivers');
	await beatriz.press('Begin the page');
	if (!beatriz.page.url().includes('/edit')) await beatriz.follow('Write as a form');
	await beatriz.press('Heading');
	await lastBlock(beatriz).fill('What we measured');
	await beatriz.press('Text');
	await lastBlock(beatriz).fill(
		'The Douro is **wide**. [More about rivers](https://example.org/rivers) stands there.',
	);
	await beatriz.press('Picture');
	await beatriz.page.locator('main input[type=file]').setInputFiles({
		name: 'the Douro.jpg',
		mimeType: 'image/jpeg',
		buffer: await demoPicture('douro'),
	});
	await beatriz.press('Send');
	await beatriz.fill('What the picture shows', 'A wide river with a bridge');
	await beatriz.page.getByRole('button', { name: 'Save', exact: true }).last().click();
	await beatriz.page.waitForURL((url) => !url.pathname.endsWith('/edit'));
	await beatriz.follow('As the public sees it');
	await beatriz.sees('What we measured');
	await beatriz.tick(/I have looked at the whole page/);
	await beatriz.press('Publish this version');
	const address = await beatriz.page.getByRole('link', { name: 'Open the public page' }).getAttribute('href');

	const visitor = await way.traveller();
	await visitor.open(need(address ?? undefined).replace(/^.*?\/en(?=\/)/, ''));
	await visitor.sees('The Douro is');
	const picture = visitor.page.getByRole('img', { name: 'A wide river with a bridge' });
	expect(await picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(0);
	await visitor.seesNothingOf('Beatriz');
	await visitor.seesNothingOf('ducks');
	const closed = await visitor.page.goto(`${way.platform.url}/en/projects/${need(cast.project)}/twinspace`);
	expect(closed?.url()).toContain('/sign-in');
	await beatriz.press('Withdraw');
	// asked anew: a browser that has read the page may show it for another minute
	const gone = await fetch(new URL(need(address ?? undefined), way.platform.url));
	expect(gone.status).toBe(404);
}

function lastBlock(writer: Traveller) {
	return writer.page.locator('main [name=block-text]').last();
}
