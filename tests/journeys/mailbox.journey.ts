// The mailbox: with JavaScript a draft that survives the window, two clicks that send once; without it the same by buttons.
import { expect, test } from 'vitest';
import { areContacts } from '../world/a-project.ts';
import { people } from '../world/index.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });

test('two teachers write to each other: unread, draft, answer, mute, report', async () => {
	await areContacts(way.platform, 'ines', 'freja');
	const ines = await way.known('ines');
	await ines.open('/contacts');
	await ines.follow('Write');
	await ines.sees('Nothing written yet.');
	await ines.fill('Your message', 'Dear Freja, shall we begin');
	await ines.sees(/Draft saved at/);
	// the window is closed, and opened on another device
	await ines.page.reload();
	const field = ines.page.getByLabel('Your message');
	expect(await field.inputValue()).toBe('Dear Freja, shall we begin');
	await ines.open('/mailbox');
	await ines.sees('Draft: Dear Freja, shall we begin');
	await ines.follow('Freja Holm');
	await ines.fill('Your message', 'Dear Freja, shall we begin on Monday?');
	await ines.page.getByRole('button', { name: 'Send' }).dblclick();
	await ines.page.locator('#newest').waitFor();
	expect(await ines.page.locator('main article').count()).toBe(1);
	expect(await field.inputValue()).toBe('');

	const freja = await way.known('freja');
	await freja.open('/me');
	await freja.page.getByRole('link', { name: 'Messages, 1 unread' }).click();
	await freja.sees('1 new');
	await freja.follow('Inês Carvalho');
	await freja.sees('New from here');
	await freja.sees('shall we begin on Monday?');
	await freja.fill('Your message', 'Monday is fine.');
	await freja.press('Send');
	await freja.open('/mailbox?show=unread');
	await freja.sees('You have read everything');
	const letters = await way.platform.db
		.selectFrom('platform.mail')
		.select(['subject', 'locale'])
		.where('to_address', '=', 'freja@example.org')
		.execute();
	expect(letters).toEqual([{ subject: 'Inês Carvalho har skrevet til dig', locale: 'da' }]);

	await ines.open(`/mailbox/${people.freja.id}`);
	await ines.sees('Monday is fine.');
	await ines.press('Mute');
	await ines.sees('You have muted this conversation');
	await ines.follow('Report');
	await ines.tick('Something else');
	await ines.press('Report');
	await ines.sees('Your report is kept.');
	await ines.sees('Reported');
});

test('what a second window could not send stays in it', async () => {
	const tiago = await way.known('tiago');
	const ask = `/contacts/new?to=${people.amelie.id}`;
	await tiago.open(ask);
	const second = await tiago.page.context().newPage();
	await second.goto(`${way.platform.url}/en${ask}`);
	await second.getByLabel('Your message').fill('Shall we paint the same street?');
	await tiago.fill('Your message', 'Hello');
	await tiago.press('Send');
	await tiago.sees('Amélie Laurent has your message.');
	await second.getByRole('button', { name: 'Send' }).click();
	await second.getByText('You have asked already.').first().waitFor();
	expect(await second.getByLabel('Your message').inputValue()).toBe('Shall we paint the same street?');
});

test('without JavaScript everything is a button', async () => {
	const plain = await way.known('freja', { javaScript: false });
	await plain.open(`/mailbox/${people.ines.id}`);
	await plain.fill('Your message', 'And bring the map');
	await plain.press('Keep as draft');
	expect(await plain.page.getByLabel('Your message').inputValue()).toBe('And bring the map');
	await plain.press('Send');
	await plain.sees('And bring the map');
	// back and once more: the same form has one effect
	await plain.page.goBack();
	await plain.page.getByRole('button', { name: 'Send' }).click();
	await plain.open(`/mailbox/${people.ines.id}`);
	expect(await plain.page.locator('main article').filter({ hasText: 'And bring the map' }).count()).toBe(1);
});

test('without JavaScript what was written outlives the session', async () => {
	const plain = await way.known('freja', { javaScript: false });
	await plain.open(`/mailbox/${people.ines.id}`);
	await plain.fill('Your message', 'The bridge is open again');
	await way.platform.db.deleteFrom('people.session').execute();
	await plain.press('Send');
	await plain.sees('You are signed out by now');
	expect(await plain.page.getByLabel('What you wrote').inputValue()).toBe('The bridge is open again');
	const beside = await plain.page.context().newPage();
	const door = plain.page.getByRole('link', { name: 'Sign in (beside this page)' });
	await beside.goto(way.platform.url + (await door.getAttribute('href')));
	await beside.locator('input[name=email]').first().fill('freja@example.org');
	await beside.locator('input[name=password]').first().fill(way.password);
	await beside.getByRole('button', { name: 'Sign in' }).first().click();
	await beside.waitForURL(/\/en\/me$/);
	await plain.press('Send again');
	await plain.sees('The bridge is open again');
	expect(plain.page.url()).toContain(`/mailbox/${people.ines.id}`);
});
