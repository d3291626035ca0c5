// A partner post: written, found, answered as a conversation, reminded of, renewed by a link, and filled.
import { expect, test } from 'vitest';
import { people } from '../world/index.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });

test('a post is answered, runs on by a link in a letter, and ends when it is filled', async () => {
	const ines = await way.known('ines');
	await ines.open('/partners/posts/new');
	await ines.tick('Found a project together');
	await ines.fill('Title', 'Rivers of Europe');
	await ines.fill('What do you have in mind?', 'We measure the Douro and look for a class at another river.');
	await ines.fill('How many partners', '2');
	await ines.fill(/How many of your pupils/, '24');
	await ines.fill('For how many months', '3');
	await ines.press('Post it');
	await ines.sees('3 months');
	await ines.sees('We measure the Douro');
	const address = new URL(ines.page.url()).pathname.replace('/en', '');

	const freja = await way.known('freja');
	await freja.open('/partners?q=rivers+europe');
	await freja.follow('Rivers of Europe');
	await freja.fill(/Write to Inês/, 'We live at a fjord and would love to measure along.');
	await freja.press('Send');
	await freja.sees('We live at a fjord');
	await freja.sees('Rivers of Europe');
	await freja.open(`${address}/report`);
	await freja.tick('Something else');
	await freja.press('Report');
	await freja.sees('Your report is kept.');

	await ines.open('/mailbox');
	await ines.follow('Freja Holm');
	await ines.fill('Your message', 'How wide is it?');
	await ines.press('Send');
	await ines.sees('How wide is it?');

	// five days before its end the letter comes; whoever has it needs no password
	const soon = new Date(Date.now() + 3 * 24 * 3600 * 1000);
	await way.platform.db
		.updateTable('partner_finding.post')
		.set({ expires_at: soon })
		.where('person_id', '=', people.ines.id)
		.execute();
	await way.work('partner-finding.remind-authors');
	// and stands in the letter of the next morning
	await way.platform.db.updateTable('notices.notice').set({ digest_at: new Date() }).execute();
	await way.work('notices.send-digests');
	const renewal = await way.linkInLetter('ines@example.org', /\/partners\/posts\/renew\/\S+/);
	const nobody = await way.traveller();
	await nobody.open(renewal);
	await nobody.press('Renew for 60 days');
	await nobody.sees('This post runs on.');
	await ines.open('/partners/posts');
	await ines.press('Partners found: close it');
	await freja.open('/partners?q=rivers+europe');
	await freja.seesNothingOf('We measure the Douro');
	expect(renewal).toContain('renew');
});
