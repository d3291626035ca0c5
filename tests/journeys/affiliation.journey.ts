// A teacher's place at a school from the asking to its end: the officer finds the school's address, the head confirms by
// one link without an account, and the teacher goes on to another school. Once with and once without JavaScript.
import { beforeAll, describe, expect, test } from 'vitest';
import { journey, type Traveller } from './people.ts';

const published = 'direcao@ribeira.example';

describe.each([
	['with JavaScript', true],
	['without JavaScript', false],
])('a place at a school %s', (_, javaScript) => {
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
});

async function atTheDesk(way: ReturnType<typeof journey>): Promise<Traveller> {
	const rui = await way.known('rui');
	await rui.open('/me/desk');
	await rui.press('Enter the desk');
	await rui.open('/desk');
	return rui;
}
