// Materials: a teacher drags files in over a line that breaks, describes a picture, looks through the album with the
// keyboard; a pupil adds one without JavaScript; the teacher hides it; whoever is removed has lost every file.
import { expect, test } from 'vitest';
import { twinSpaceFor } from '#domain/twinspaces';
import { anOpenProject } from '../world/a-project.ts';
import { honestPicture, hostileTexts } from '../world/hostile-files.ts';
import { people, teacher } from '../world/index.ts';
import { journey } from './people.ts';

const way = journey({ javaScript: true });

test('a class keeps its pictures together, over a line that breaks, and a removed member loses them at once', async () => {
	const shortId = await anOpenProject(way.platform);
	const reached = await twinSpaceFor(way.platform.as(teacher('ines')), shortId);
	const home = `/projects/${reached.project.address}/twinspace/materials`;
	const ines = await way.known('ines');
	await ines.open(home);
	await ines.sees('Nothing here yet');
	await ines.page.getByText('New folder or album').first().click();
	await ines.fill('Name', 'Boats');
	await ines.tick('Album');
	await ines.press('New folder or album');
	await ines.follow('Add files');
	await ines.page.locator('input[type=file][multiple]').waitFor();

	const picture = { name: 'boat 🚤.jpg', mimeType: 'image/jpeg', buffer: await honestPicture('jpeg', 1200) };
	const second = { name: 'river.png', mimeType: 'image/png', buffer: await honestPicture('png', 900) };
	const script = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(hostileTexts.svg) };
	const long = { name: 'logbook.pdf', mimeType: 'application/pdf', buffer: aLongDocument() };
	const line = await ines.page.context().newCDPSession(ines.page);
	const speed = (bytes: number, offline = false) =>
		line.send('Network.emulateNetworkConditions', {
			...{ offline, latency: 0, downloadThroughput: -1, uploadThroughput: bytes },
		});
	await line.send('Network.enable');
	await speed(300_000);
	await ines.page.locator('input[type=file]').setInputFiles([picture, second, script, long]);
	await ines.page.locator('main').getByRole('button', { name: 'Send' }).click();
	// the line breaks in the middle of the last file: what was sent is kept, and goes on
	await ines.page
		.getByText(/^[3-9]\d %$/)
		.last()
		.waitFor();
	await ines.page.getByRole('meter', { name: 'logbook.pdf' }).waitFor();
	await speed(-1, true);
	await ines.page.waitForTimeout(600);
	await speed(-1);
	await ines.page.getByText('It is here. Look at it').nth(2).waitFor();
	await ines.sees('We do not take this kind of file, whatever its name says.');
	await ines.page.getByRole('link', { name: 'It is here. Look at it' }).first().click();
	await ines.sees('It is here. Now say what the picture shows');
	await ines.fill('What the picture shows', 'A blue boat under the bridge');
	await ines.press('Save');
	await ines.sees('Saved.');

	// the album with the arrows, and back with Escape
	await ines.page.waitForLoadState('networkidle');
	await ines.page.keyboard.press('ArrowLeft');
	await ines.page.getByRole('heading', { level: 1, name: 'river.png' }).waitFor();
	await ines.page.waitForLoadState('networkidle');
	await ines.page.keyboard.press('Escape');
	await ines.page.getByRole('heading', { level: 1, name: 'Boats' }).waitFor();
	const source = await ines.page.locator('main img').first().getAttribute('src');

	// thrown away, and back
	await ines.follow('river.png');
	await ines.press('Put into the bin');
	await ines.sees('It is in the bin.');
	await ines.press('Undo');
	await ines.page.getByRole('heading', { level: 1, name: 'river.png' }).waitFor();

	// a colleague without JavaScript sends by a plain form
	const freja = await way.known('freja', { javaScript: false });
	await freja.open(`${home}/add`);
	await freja.page.locator('input[type=file]').setInputFiles({ ...picture, name: 'from Aarhus.jpg' });
	await freja.press('Send');
	await freja.sees('It is here. Now say what the picture shows');
	expect((await freja.page.request.get(`${way.platform.url}${source}`)).status()).toBe(200);

	// she reports a picture: it is out of sight until a teacher has looked
	await freja.open(home);
	await freja.follow('Boats');
	await freja.follow('river.png');
	await freja.follow('Report this file');
	await freja.tick('Taken from somebody else');
	await freja.press('Report');
	// whose file it is does not judge it; the other teachers do
	await ines.open(home.replace('/materials', '/reports'));
	await ines.sees('Nothing was reported');
	await freja.open(home.replace('/materials', '/reports'));
	await freja.sees('File in a TwinSpace');
	await way.platform.db
		.updateTable('spaces.member')
		.set({ left_at: new Date() })
		.where('person_id', '=', people.freja.id)
		.execute();
	expect((await freja.page.request.get(`${way.platform.url}${source}`)).status()).toBe(404);
});

/** As long as a line at a school needs a few seconds for. */
function aLongDocument(): Buffer {
	return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, 'a logbook ')]);
}
