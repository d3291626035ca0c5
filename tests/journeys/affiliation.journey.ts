// A teacher's place at a school from the asking to its end: the officer finds the school's address, the head confirms by
// one link without an account, and the teacher goes on to another school and leaves the class to a colleague. Once with
// and once without JavaScript.
import { beforeAll, describe, expect, test } from 'vitest';
import { stateAffiliation } from '#domain/people';
import { anOpenProject, aPlan } from '../world/a-project.ts';
import { schools, teacher } from '../world/index.ts';
import { must } from '../world/must.ts';
import { bothWays, journey, type Traveller } from './people.ts';

const published = 'direcao@ribeira.example';

describe.each(bothWays)('a place at a school %s', (_, javaScript) => {
	const way = journey({ javaScript });
	let marco: Traveller;
	let head: Traveller;
	let link = '';

	beforeAll(async () => {
		marco = await way.known('marco');
	});

	test('is asked for, and its person sees who has it, what comes next and until when', async () => {
		await marco.open('/me/school?country=PT&text=ribeira');
		await marco.tick(/Escola Básica da Ribeira/);
		await marco.choose('What you do there', 'Head of school');
		await marco.press('Ask to become an eTwinner');
		await marco.sees('Being checked');
		await marco.sees('National Support Organisation Portugal');
		await marco.sees(/If nobody has decided by/);
	});

	test('a wrong role is repaired by its person', async () => {
		await marco.page.locator('summary', { hasText: 'The role is wrong' }).click();
		await marco.sees(/nothing is lost/);
		await marco.choose('What you do there', 'Teacher');
		await marco.press('Send again');
		await marco.sees('Your correction has been sent');
		await marco.page.locator('summary', { hasText: 'What has happened so far' }).click();
		await marco.sees('You corrected it and sent it again.');
	});

	test('what the person says of the school reaches the officer and nobody else', async () => {
		await marco.page.locator('summary', { hasText: 'Help the officer' }).click();
		await marco.fill('Address or telephone of the school office', 'secretaria@friend.example');
		await marco.press('Tell the officer');
		const rui = await atTheDesk(way);
		await rui.follow('Open the oldest');
		await rui.press('Open names and texts');
		await rui.follow(/Ask the school/);
		await rui.sees('secretaria@friend.example');
		await rui.sees('No register tells us where to write to this school');
		await rui.fill('E-mail address of the school', published);
		await rui.fill('The page on which it stands', 'https://ribeira.example/contactos');
		await rui.choose('Language of the letter', 'French');
		await rui.press('Keep the address and write to it');
		await rui.sees('We have written to the school.');
		const letters = await way.platform.db
			.selectFrom('platform.mail')
			.select(['to_address', 'secret_link'])
			.where('to_address', 'in', [published, 'secretaria@friend.example'])
			.execute();
		expect(letters).toHaveLength(1);
		link = letters[0]?.secret_link ?? '';
		await marco.open('/me/status');
		await marco.sees(/We wrote to the published address of your school/);
	});

	test('the head answers in the own language, without an account, once', async () => {
		head = await way.traveller('fr');
		await head.page.goto(new URL(new URL(link).pathname, way.platform.url).href);
		await head.sees(/travaille-t-il/);
		await head.press('Oui, cette personne travaille ici');
		await head.sees('Votre réponse est bien arrivée');
		await head.page.goto(new URL(new URL(link).pathname, way.platform.url).href);
		await head.sees('On y a déjà répondu');
		const people = await way.platform.db.selectFrom('people.person').select('email').execute();
		expect(people.map(({ email }) => email)).not.toContain(published);
	});

	test('the teacher is validated at once, and told by whom', async () => {
		await marco.open('/me/status');
		await marco.sees('Confirmed by the school');
		await marco.page.locator('summary', { hasText: 'What has happened so far' }).click();
		await marco.sees('Your school answered.');
		await marco.open('/notices');
		await marco.sees(/You are validated as an eTwinner/);
		await marco.open('/partners');
	});

	test('who works at two schools chooses the one to appear under', async () => {
		await marco.open('/me/school?country=EE&text=tartu');
		await marco.tick(/Tartu Kaseoja Kool/);
		await marco.choose('What you do there', 'School librarian');
		await marco.press('Ask to become an eTwinner');
		await marco.press('Show me under this school');
		await marco.sees('That has been noted.');
		await marco.sees('You appear under this school');
	});

	test('an officer decides several at once, and takes it back within the minute', async () => {
		for (const name of ['freja', 'amelie'] as const) {
			const ctx = way.platform.as(teacher(name));
			must(await stateAffiliation(ctx, { school: schools.ribeira.id, role: 'teacher' }));
		}
		const rui = await atTheDesk(way);
		const boxes = rui.page.locator('main [name=step]');
		await expect.poll(() => boxes.count()).toBe(2);
		await boxes.nth(0).check();
		if (javaScript) {
			await rui.page.keyboard.press('Escape');
			await rui.page.locator('main a[data-case]').nth(1).focus();
			await rui.page.keyboard.press('x');
		} else await boxes.nth(1).check();
		await rui.press('Grant the chosen');
		await rui.sees(/2 cases are granted at/);
		expect(await boxes.count()).toBe(0);
		await rui.press('Undo');
		await rui.sees('Taken back. The cases are in your queue again.');
		await expect.poll(() => boxes.count()).toBe(2);
		await boxes.nth(0).check();
		await rui.page.locator('summary', { hasText: 'Refuse the chosen' }).click();
		await rui.press('Refuse the chosen with this reason');
		await rui.sees('Choose a reason.');
		expect(await boxes.nth(0).isChecked()).toBe(true);
	});

	test('who leaves in the middle of a project keeps it, and a colleague takes the class', async () => {
		const ines = await way.known('ines');
		const tiago = await way.known('tiago');
		await anOpenProject(way.platform);
		await ines.open('/me/classes');
		await ines.fill('Name of the class', '4B');
		await ines.press('Make the class');
		await ines.open('/me/status');
		await ines.follow('I do not work here');
		await ines.sees('The class you look after');
		await ines.choose('Who looks after them now?', 'Tiago Nunes');
		await ines.press('Leave this school');
		await ines.sees('Where you worked before');
		await ines.sees('I work elsewhere now');
		await ines.open('/me/projects');
		await ines.sees(aPlan.title);
		await tiago.open('/notices');
		await tiago.sees(/Inês Carvalho hands a class over to you/);
		await tiago.open('/me/classes');
		await tiago.press('Look after this class');
		await tiago.sees('4B');
		await tiago.open('/me/classes');
		await tiago.seesNothingOf('Classes that need you');
	});
});

async function atTheDesk(way: ReturnType<typeof journey>): Promise<Traveller> {
	const rui = await way.known('rui');
	await rui.open('/me/desk');
	await rui.press('Enter the desk');
	await rui.open('/desk');
	return rui;
}
