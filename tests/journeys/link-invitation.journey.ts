// A link invitation: a colleague who is no contact says yes, the founder says yes, and the plan goes its usual way.
import { expect, test } from 'vitest';
import { aDraft } from '../world/a-project.ts';
import { confirmByLetter, journey } from './people.ts';

const way = journey({ javaScript: true });

test('a founder invites a stranger by a link; both say yes; a taken-back link leads nowhere', async () => {
	const project = await aDraft(way.platform);
	const ines = await way.known('ines');
	await ines.open('/me/projects');
	const plan = `/projects/x-${project}/invitation-link`;
	await ines.open(plan);
	await ines.press('Make a link');
	await ines.page.getByRole('img', { name: 'The link as a code for a camera' }).waitFor();
	const href = (await ines.page.locator('a.address').getAttribute('href')) ?? '';
	await ines.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await ines.page.getByRole('button', { name: 'Copy the link' }).click();
	await ines.page.getByRole('status').filter({ hasText: 'Copied' }).waitFor();
	expect(await ines.page.evaluate(() => navigator.clipboard.readText())).toBe(href);
	const path = new URL(href).pathname.replace(/^\/[a-z]+/, '');

	const nobody = await way.traveller();
	await nobody.open(path);
	await nobody.sees('Inês Carvalho invites you into a project');
	await nobody.sees('Sign in to answer.');
	const amelie = await way.known('amelie');
	await amelie.open(path);
	await amelie.press('Yes, I would like to');
	await amelie.sees('knows that you would like to');

	await ines.open('/notices');
	await ines.follow(/would like to join/);
	await ines.press('Yes, we are in contact');
	await ines.sees('Your contact now');
	await ines.follow('To the plan');
	await ines.sees('Amélie');
	await amelie.open(path);
	await amelie.sees('are in contact.');

	// who has no account yet joins on the way, and is led back to the invitation
	await nobody.follow('Join');
	await nobody.choose('Country of your school', 'Denmark');
	await nobody.fill('Your name', 'Signe Lund');
	await nobody.fill('E-mail address', 'signe@lund.example');
	await nobody.fill('Password', 'regn sten lanterne fire');
	await nobody.press('Join');
	await confirmByLetter(nobody);
	await nobody.sees('Inês Carvalho invites you into a project');
	await nobody.press('Yes, I would like to');
	await nobody.sees('knows that you would like to');

	await ines.open(plan);
	await ines.sees('Signe Lund');
	await ines.page.getByText('Take the link back').first().click();
	await ines.page.getByRole('button', { name: 'Take the link back' }).click();
	await ines.page.getByRole('button', { name: 'Make a link' }).waitFor();
	const lukas = await way.known('lukas');
	await lukas.open(path);
	await lukas.sees('This link leads nowhere any more.');
	expect(path).toContain('/invited/');
});
