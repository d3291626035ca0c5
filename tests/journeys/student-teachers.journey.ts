// An institution of teacher education comes in: the officer enters it, an educator pastes a list, student teachers come
// in by their letters, the officer approves them together, and after the studies they go on as teachers of a school.
import { beforeAll, describe, expect, test } from 'vitest';
import { parts } from '#platform/part';
import { system } from '#shared/actor';
import { educatesAt, endOfStudies } from '../world/a-cohort.ts';
import { people } from '../world/index.ts';
import { tokenInLetterTo } from '../world/signing-in.ts';
import { bothWays, journey, type Traveller } from './people.ts';

const unclear = 'Name;E-mail\nAna Silva <ana@uni.example>\nRui Costa';
const clear = 'Ana Silva <ana@uni.example>\nCosta, Rui;rui.costa@uni.example';

describe.each(bothWays)('student teachers come in %s', (_, javaScript) => {
	const way = journey({ javaScript });
	let rui: Traveller;
	let tiago: Traveller;
	let ana: Traveller;

	beforeAll(async () => {
		rui = await way.known('rui');
		tiago = await way.known('tiago');
		ana = await way.traveller();
	});

	test('the officer enters the institution', async () => {
		await rui.open('/me/desk');
		await rui.press('Enter the desk');
		await rui.open('/desk/institutions');
		await rui.fill('Name of the school', 'Escola Superior de Educação');
		await rui.fill('Town', 'Porto');
		await rui.press('Enter the institution');
		await rui.sees('The institution is there.');
		const { id } = await way.platform.db
			.selectFrom('schools.school')
			.select('id')
			.where('kind', '=', 'teacher-education')
			.executeTakeFirstOrThrow();
		await educatesAt(way.platform.as(system), id, people.tiago.id);
		await tiago.open(`/schools/${id}`);
		await tiago.sees('Institution of teacher education');
		await tiago.follow('Cohorts of student teachers');
	});

	test('the educator sees what is wrong with the list before anybody is written to', async () => {
		await tiago.follow('Bring in a cohort');
		await tiago.fill('Name of the cohort', 'Primary 2026');
		await tiago.fill('Studies end on', endOfStudies(way.platform.as(system)));
		await tiago.fill('Names and e-mail addresses', unclear);
		await tiago.press('Check the list');
		await tiago.sees('1 of 2 need mending');
		await tiago.sees('No e-mail address');
		await tiago.fill('Names and e-mail addresses', clear);
		await tiago.press('Check the list');
		await tiago.sees('2 people, all clear');
		await tiago.sees('Rui Costa');
		expect(await tokenInLetterTo(way.platform.as(system), 'ana@uni.example')).toBe('');
		await tiago.press('Invite them and ask the officer');
		await tiago.sees('Everybody has been written to.');
		await tiago.sees('0 of 2 have come in');
	});

	test('a student teacher comes in by the letter and waits', async () => {
		const token = await tokenInLetterTo(way.platform.as(system), 'ana@uni.example');
		await ana.open(`/cohort/${token}`);
		await ana.sees(/Tiago Nunes invites you to join as a student teacher/);
		await ana.fill('Choose a password', way.password);
		await ana.press('Join');
		await ana.sees('Escola Superior de Educação');
		await ana.open(`/cohort/${token}`);
		await ana.sees('This invitation is over');
	});

	test('an invitation is taken back, and sent again', async () => {
		const before = await tokenInLetterTo(way.platform.as(system), 'rui.costa@uni.example');
		await tiago.page.reload();
		await tiago.page.locator('summary', { hasText: 'Take back' }).click();
		await tiago.press('Yes, take it back');
		await tiago.sees('The invitation is taken back.');
		const visitor = await way.traveller();
		await visitor.open(`/cohort/${before}`);
		await visitor.sees('This invitation is over');
		await tiago.press(/^Send again/);
		await tiago.sees('A new letter is on its way.');
		const after = await tokenInLetterTo(way.platform.as(system), 'rui.costa@uni.example');
		expect(after).not.toBe(before);
	});

	test('the officer approves all of them in one step', async () => {
		await rui.open('/desk');
		await rui.follow(/Primary 2026/);
		await rui.press('Open names and texts');
		await rui.sees('rui.costa@uni.example');
		await rui.press('Grant');
		await ana.open('/me');
		await ana.open('/partners');
		await ana.sees('Partners');
		await ana.open('/projects/found');
		await ana.tick(/Project of teacher education/);
		await ana.fill('Title', 'How children read');
		await ana.press('Start the plan');
		await ana.sees('How children read');
		await tiago.page.reload();
		await tiago.sees('1 of 2 have come in');
		await tiago.sees('Approved');
	});

	test('after the studies the account goes on, and asks for a school', async () => {
		const ctx = way.platform.as(system);
		await way.platform.db.updateTable('teacher_education.cohort').set({ ends_on: '2020-07-31' }).execute();
		const part = parts().find(({ name }) => name === 'teacher-education');
		await part?.jobs?.['end-cohorts']?.(ctx, undefined as never);
		await ana.open('/notices');
		await ana.sees('Your studies at Escola Superior de Educação have ended');
		await ana.open('/me/school?country=PT&text=ribeira');
		await ana.sees('Escola Básica da Ribeira');
		await ana.choose('What you do there', 'Teacher');
		await ana.press('Ask to become an eTwinner');
		await ana.sees('Your request is on its way.');
		await tiago.page.reload();
		await tiago.seesNothingOf('rui.costa@uni.example');
	});

	test('validated at the school, she goes on with the project of her studies', async () => {
		await rui.open('/desk');
		await rui.follow(/Teacher at Escola Básica da Ribeira/);
		await rui.press('Open names and texts');
		await rui.press('Grant');
		await ana.open('/me/projects');
		await ana.follow('How children read');
		await ana.open('/partners');
		await ana.sees('Partners');
	});
});
