// A saved search: what is new comes in a collected letter, and one click in it ends that.
import { expect, test } from 'vitest';
import { writePost } from '#domain/partner-finding';
import { teacher } from '../world/index.ts';
import { must } from '../world/must.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });

test('a teacher saves a search, hears of what is new in one letter, and stops it by a link', async () => {
	const ines = await way.known('ines');
	await ines.open('/partners?q=glaciers&kind=post');
	await ines.follow('Save this search');
	expect(await ines.page.getByLabel('What do you want to call it?').inputValue()).toBe('glaciers');
	await ines.press('Save');
	await ines.sees('Alerts are on');

	must(
		await writePost(way.platform.as(teacher('lukas'), { now: new Date() }), {
			...{ kind: 'found-project', title: 'Glaciers', words: 'We walk up.', locale: 'en', languages: ['en'] },
			...{ subjects: [], agesFrom: 9, agesTo: 11, countriesWanted: [], partnersWanted: 1, days: 60 },
		}),
	);
	// a day goes by, and the morning of the digest comes
	await way.platform.db
		.updateTable('partner_finding.saved_search')
		.set({ told_up_to: new Date(Date.now() - 24 * 3600 * 1000) })
		.execute();
	await way.work('partner-finding.alert-searches');
	await ines.open('/notices');
	await ines.follow(/One new result for “glaciers”/);
	await ines.sees('Glaciers');
	await way.platform.db.updateTable('notices.notice').set({ digest_at: new Date() }).execute();
	await way.work('notices.send-digests');
	const stop = await way.linkInLetter('ines@example.org', /\/partners\/searches\/stop\/\S+/);
	const nobody = await way.traveller();
	await nobody.open(stop);
	await nobody.press('Stop the alerts');
	await nobody.sees('Done.');
	await ines.open('/partners/searches');
	await ines.sees('Alerts are off');
	await ines.press('Tell me again');
	await ines.sees('Alerts are on');
});
