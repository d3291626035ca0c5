import { beforeAll, describe, expect, test } from 'vitest';
import { criteria, minimums } from '#domain/recognition';
import { enterSchool } from '#domain/schools';
import { newId } from '#platform/ids';
import { compose } from '#platform/part';
import { system } from '#shared/actor';
import { applicationIn, aSharedPage, ownWords } from '../../../../tests/world/a-label.ts';
import { anOpenProject, aPlan, areContacts } from '../../../../tests/world/a-project.ts';
import { offices, people, schools, teacher } from '../../../../tests/world/index.ts';
import { runningPlatform } from '../../../../tests/world/running-platform.ts';
import { aVisitor, signedInAs, type Visiting } from '../../../../tests/world/visiting.ts';
import { allParts } from '../../../server/parts.ts';

const platform = runningPlatform();
let ines: Visiting;
let freja: Visiting;
let rui: Visiting;
let open = '';

beforeAll(async () => {
	compose(allParts);
	ines = await signedInAs(platform, 'ines');
	freja = await signedInAs(platform, 'freja');
	rui = await signedInAs(platform, 'rui');
	await areContacts(platform, 'ines', 'freja');
	open = await anOpenProject(platform);
}, 180_000);

/** The plan as the form sends it. */
const written = {
	kind: 'european',
	cofounder: people.freja.id,
	title: aPlan.title,
	summary: aPlan.summary,
	languages: aPlan.languages,
	subjects: aPlan.subjects,
	agesFrom: '9',
	agesTo: '11',
	pupilsExpected: '44',
	aims: aPlan.aims,
	workPlan: aPlan.workPlan,
	expectedResults: aPlan.expectedResults,
	startsIn: '2026-12',
	endsIn: '2027-05',
	tools: aPlan.tools,
};

async function aFoundedProject(): Promise<string> {
	const answer = await ines.send('/en/projects/found?/found', { kind: 'european', title: aPlan.title });
	expect(answer.status).toBe(303);
	return answer.location;
}

describe('what everybody reads', () => {
	test('the page of a school: its map and projects; who takes part, teachers alone', async () => {
		const path = `/en/schools/${schools.ribeira.id}`;
		const page = await aVisitor(platform).get(path);
		expect(page.status).toBe(200);
		expect(page.text).toMatch(/<svg[^>]*aria-label="Map of Portugal/);
		expect(page.text).toContain(aPlan.title);
		expect(page.text).toContain('2 teachers take part.');
		expect(page.text).not.toMatch(/Carvalho|Nunes/);
		expect(page.text).not.toContain('<script');
		expect((await freja.get(path)).text).toContain('Inês Carvalho');
		const list = await aVisitor(platform).get('/en/schools?country=PT&text=ribera');
		expect(list.text).toContain(path);
		expect((await aVisitor(platform).get('/en/schools?country=PT&after=nonsense')).text).toContain(path);
	});

	test('the list and the cover of an open project, without a name and without script', async () => {
		const visitor = aVisitor(platform);
		const list = await visitor.get('/en/projects?text=bread&age=10&subject=mathematics');
		expect(list.status).toBe(200);
		expect(list.text).toContain(aPlan.title);
		const cover = await visitor.get(`/en/projects/an-old-title-${open}`);
		expect(cover.status).toBe(307);
		const page = await visitor.get(cover.location);
		expect(page.text).toContain(aPlan.summary);
		expect(page.text).not.toContain(aPlan.aims);
		expect(page.text).not.toMatch(/Carvalho|Holm/);
		expect(page.text).not.toContain('<script');
	});

	test('an address that is none, or a draft of somebody else: there is no such page', async () => {
		const address = await aFoundedProject();
		for (const path of ['/en/projects/nothing', address, address.replace(/\/plan$/, '')]) {
			expect((await freja.get(path)).status, path).toBe(404);
		}
		expect((await aVisitor(platform).get(address.replace(/\/plan$/, ''))).status).toBe(404);
	});
});

describe('who is where', () => {
	test('the map has the filters of the list and a table beside it, for teachers alone and without script', async () => {
		const path = '/en/partners/map?kind=person&subject=biology';
		expect((await aVisitor(platform).get(path)).status).not.toBe(200);
		const all = await freja.get(path);
		expect(all.status).toBe(200);
		expect(all.text).toMatch(/<svg[^>]*aria-label="Found by country"/);
		expect(all.text).toMatch(/name="subject"[^>]*value="biology"[^>]*checked/);
		expect(all.text).not.toContain('<script');
		const one = await freja.get(`${path}&country=PT`);
		expect(one.text).toMatch(/<svg[^>]*aria-label="Found in Portugal, by town"/);
		expect(one.text).toMatch(/<caption[^>]*>[^<]*Found in Portugal, by town/);
		const [, link = ''] = /<a href="([^"]+)"[^>]*><bdi>Porto<\/bdi>/.exec(one.text) ?? [];
		expect(link).toContain('subject=biology');
		const list = await freja.get(link.replaceAll('&amp;', '&'));
		expect(list.text).toContain('Inês Carvalho');
		expect(list.text).not.toContain('Tiago Nunes');
	});
});

describe('founding without JavaScript', () => {
	test('from a title to the support organisations', async () => {
		const plan = await aFoundedProject();
		const sent = await ines.send(`${plan}?/send`, { ...written, version: '1' });
		expect([sent.status, sent.location]).toEqual([303, plan.replace(/plan$/, 'status')]);
		const [, invitation] =
			/invitations\/([0-9a-f-]{36})/.exec((await freja.get('/en/me/projects')).text) ?? [];
		const path = `/en/projects/invitations/${invitation}`;
		expect((await freja.get(path)).text).toContain(aPlan.workPlan);
		const accepted = await freja.send(`${path}?/accept`, { school: schools.skovbakke.id });
		expect(accepted.status).toBe(303);
		const status = await ines.get(sent.location);
		expect(status.text).toContain('National Support Organisation Portugal');
		expect(status.text).toContain('National Support Organisation Denmark');
	});

	test('what is missing is named, and the rest is saved', async () => {
		const plan = await aFoundedProject();
		const sent = await ines.send(`${plan}?/send`, { ...written, aims: '', agesTo: '5', version: '1' });
		expect(sent.status).toBe(409);
		expect(sent.text).toContain('Aims: ');
		expect(sent.text).toContain('Oldest pupils: ');
		expect(sent.text).toContain('name="version" value="2"');
		expect((await ines.get(plan)).text).toContain(aPlan.workPlan);
	});

	test('a plan saved elsewhere is shown beside what was typed, and nothing is overwritten', async () => {
		const plan = await aFoundedProject();
		await ines.send(`${plan}?/save`, { ...written, aims: 'From the first window.', version: '1' });
		const second = await ines.send(`${plan}?/save`, {
			...written,
			aims: 'From the second window.',
			version: '1',
		});
		expect(second.status).toBe(409);
		expect(second.text).toContain('From the first window.');
		expect(second.text).toContain('From the second window.');
		const replaced = await ines.send(`${plan}?/save`, {
			...written,
			aims: 'From the second window.',
			version: '2',
		});
		expect(replaced.status).toBe(303);
	});

	test('a wrong number keeps the version it began from, so that it overwrites nothing afterwards', async () => {
		const plan = await aFoundedProject();
		await ines.send(`${plan}?/save`, { ...written, version: '1' });
		const wrong = await ines.send(`${plan}?/save`, { ...written, pupilsExpected: 'many', version: '1' });
		expect(wrong.status).toBe(400);
		expect(wrong.text).toContain('name="version" value="1"');
	});

	test('what no form of ours would send is refused as a whole', async () => {
		const plan = await aFoundedProject();
		const oddities: Record<string, string>[] = [
			{ founder: people.freja.id },
			{ school: schools.tartu.id },
			{ version: '-1' },
		];
		for (const odd of oddities) {
			const answer = await ines.send(`${plan}?/save`, { ...written, version: '1', ...odd });
			expect(answer.status, JSON.stringify(odd)).toBe(400);
		}
		expect((await ines.get(plan)).text).not.toContain(aPlan.workPlan);
	});
});

test('saving while typing: the version counts up, another tab is told, strangers find nothing', async () => {
	const plan = await aFoundedProject();
	const keep = async (as: Visiting, version: string, aims: string) => {
		const body = new URLSearchParams({ 'form-key': crypto.randomUUID(), version, title: 'Loaf', aims });
		const headers = { cookie: as.cookie(), origin: platform.url };
		const answer = await fetch(`${platform.url}${plan}/draft?country=PT`, { method: 'PATCH', body, headers });
		return {
			status: answer.status,
			body: answer.status < 404 || answer.status === 409 ? await answer.json() : {},
		};
	};
	expect(await keep(ines, '1', 'One')).toMatchObject({ status: 200, body: { state: 'saved', version: 2 } });
	expect(await keep(ines, '1', 'One')).toMatchObject({ status: 200, body: { state: 'saved', version: 2 } });
	const changed = await keep(ines, '1', 'Two');
	expect(changed).toMatchObject({
		status: 409,
		body: { state: 'changed', version: 2, changes: [{ value: 'One' }] },
	});
	expect(await keep(freja, '2', 'Three')).toMatchObject({ status: 404 });
});

describe('the quality label, without JavaScript', () => {
	const words = { version: '0', ...ownWords, checks: [...ownWords.checks], review: [] as string[] };
	let project = '';
	let label = '';
	let page = '';

	beforeAll(async () => {
		project = await anOpenProject(platform);
		page = await aSharedPage(platform.as(teacher('ines')), project);
		label = `${(await ines.get(`/en/projects/x-${project}`)).location}/label`;
	});

	test('is applied for by whoever takes part, and read by nobody else', async () => {
		expect((await ines.get(label)).text).toContain('Our logbook');
		expect((await aVisitor(platform).get(label)).location).toContain('/en/sign-in');
		const lukas = await signedInAs(platform, 'lukas');
		expect((await lukas.get(label)).status).toBe(403);
		expect((await lukas.send(`${label}?/save`, words)).status).toBe(403);
		expect((await lukas.get('/en/me/labels')).text).not.toContain(aPlan.title);
	});

	test('saves what there is, names what is missing, and overwrites no other window', async () => {
		const saved = await ines.send(`${label}?/save`, { ...words, results: '' });
		expect([saved.status, saved.location]).toEqual([303, `${label}?saved`]);
		const sent = await ines.send(`${label}?/send`, { ...words, version: '1', results: '' });
		expect(sent.status).toBe(409);
		expect(sent.text).toContain('name="version" value="1"');
		expect(sent.text).toMatch(/Results[^<]*: /);
		const other = await ines.send(`${label}?/save`, {
			...words,
			version: '0',
			results: 'From another window.',
		});
		expect(other.status).toBe(409);
		expect(other.text).toContain('From another window.');
		expect((await ines.get(label)).text).not.toContain('From another window.');
		// a partner begins with an empty form of her own
		expect((await freja.get(label)).text).not.toContain(ownWords.collaboration);
	});

	test('is saved while typing: the version counts up, and an old one is told', async () => {
		const keep = async (version: string, results: string) => {
			const body = new URLSearchParams({ 'form-key': crypto.randomUUID(), version, results });
			const headers = { cookie: ines.cookie(), origin: platform.url };
			const answer = await fetch(`${platform.url}${label}/draft`, { method: 'PATCH', body, headers });
			return [answer.status, ((await answer.json()) as { state: string; version: number }).version];
		};
		expect(await keep('1', 'Typed.')).toEqual([200, 2]);
		expect(await keep('1', 'Typed elsewhere.')).toEqual([409, 2]);
	});

	test('is weighed at the desk under a look, and stands with project, school and person', async () => {
		const sent = await ines.send(`${label}?/send`, { ...words, version: '2', evidence: [page] });
		expect([sent.status, sent.location]).toEqual([303, `${label}?sent`]);
		expect((await ines.get(label)).text).toContain('National Support Organisation Portugal');
		expect((await ines.send(`${label}?/save`, { ...words, version: '3' })).status).toBe(403);
		await rui.send('/en/me/desk?/enter', { office: offices.rui, password: '', code: '' });
		const sentCase = (await applicationIn(platform.as(teacher('ines')), project))?.case;
		expect((await rui.get('/en/desk')).text).toContain(`/en/desk/cases/${sentCase}`);
		const opened = `/en/desk/cases/${sentCase}`;
		const points = `${opened}/points`;
		expect((await rui.get(points)).location).toContain(opened);
		expect((await rui.send(`${opened}?/open`, { reason: 'to-decide' })).status).toBe(303);
		expect((await rui.get(points)).text).toContain(ownWords.collaboration);
		expect((await rui.get(`${opened}/pages/${page}`)).text).toContain('Our logbook');
		const few = { language: 'en', words: 'Well done.', 'points-collaboration': '4' };
		const early = await rui.send(`${points}?/award`, few);
		expect(early.status).toBe(409);
		expect((await rui.send(`${points}?/refuse`, few)).status).toBe(400);
		expect((await rui.send(`${points}?/keep`, few)).location).toContain('kept');
		expect((await rui.get(points)).text).toContain('Well done.');
		const all = {
			...few,
			...Object.fromEntries(criteria.map((name) => [`points-${name}`, '4'])),
			...Object.fromEntries(minimums.map((name) => [`met-${name}`, 'yes'])),
		};
		expect((await rui.send(`${points}?/award`, all)).location).toContain('done=granted');
		expect((await ines.get(label)).text).toContain('Well done.');
		for (const where of [label.replace(/\/label$/, ''), `/en/schools/${schools.ribeira.id}`, '/en/me/labels'])
			expect((await ines.get(where)).text, where).toMatch(/Quality label/i);
		expect((await ines.get('/en/me/labels')).text).toContain('Awarded');
		expect((await aVisitor(platform).get(`/en/schools/${schools.ribeira.id}`)).text).toMatch(
			/Quality labels[\s\S]*1 teacher/,
		);
	});

	test('how many there are is looked at, set and taken back at the central desk, and nowhere else', async () => {
		const anna = await signedInAs(platform, 'anna');
		await anna.send('/en/me/desk?/enter', { office: offices.anna, password: '', code: '' });
		const settings = '/en/desk/settings/labels';
		const rule = {
			...{
				organisation: '',
				applicationsAYear: '7',
				pointsNeeded: '15',
				pointsEach: '2',
				feedbackLeast: '100',
			},
			since: new Date().toISOString().slice(0, 10),
		};
		const look = await anna.get(`${settings}?${new URLSearchParams(rule)}`);
		expect(look.text).toMatch(/Until now[^]*7 applications/);
		expect((await freja.get(label)).text).not.toContain('of 7');
		expect((await anna.send(`${settings}?/set`, { ...rule, pointsNeeded: '99' })).status).toBe(400);
		expect((await anna.send(`${settings}?/set`, rule)).location).toBe(`${settings}?done=set`);
		expect((await freja.get(label)).text).toContain('of 7');
		const version = /name="version" value="(\d+)"/.exec((await anna.get(settings)).text)?.[1] ?? '';
		expect((await anna.send(`${settings}?/undo`, { version })).location).toBe(`${settings}?done=undone`);
		expect((await freja.get(label)).text).not.toContain('of 7');
		expect((await ines.send(`${settings}?/set`, rule)).status).toBe(403);
	});

	test('a draft is thrown away after one question', async () => {
		await freja.send(`${label}?/save`, words);
		expect((await freja.get(label)).text).toContain(ownWords.collaboration);
		expect((await freja.send(`${label}?/discard`, {})).status).toBe(303);
		expect((await freja.get(label)).text).not.toContain(ownWords.collaboration);
	});
});

test('giving up asks once and says what is lost', async () => {
	const plan = await aFoundedProject();
	const path = plan.replace(/plan$/, 'withdrawal');
	expect((await ines.get(path)).text).toContain('This cannot be undone');
	const given = await ines.send(path, {});
	expect([given.status, given.location]).toEqual([303, '/en/me/projects']);
	expect((await ines.get(path)).status).toBe(403);
});

describe('pages of people and schools', () => {
	test('two entries of one school are made one at the desk, its page leads on, and it is undone there', async () => {
		const id = newId();
		const register = { scheme: 'another', code: '7' };
		const entry = { ...schools.ribeira, id, name: 'EB1 da Ribeira', register };
		await enterSchool(platform.as(system), entry);
		const seat = await rui.send('/en/me/desk?/enter', { office: offices.rui, password: '', code: '' });
		expect(seat.status).toBe(303);
		const twice = await rui.send('/en/me/desk?/enter', { office: offices.rui, password: '', code: '' });
		expect([twice.status, twice.location]).toEqual([303, seat.location]);
		const doubles = '/en/desk/register/doubles';
		const pair = { one: `${platform.url}/en/schools/${schools.ribeira.id}`, other: id };
		const named = await rui.send(`${doubles}?/pair`, pair);
		expect(named.location).toMatch(/\/desk\/register\/questions\//);
		expect((await rui.get(named.location)).text).toContain('EB1 da Ribeira');
		const joined = await rui.send(`${named.location}?/join`, { keep: schools.ribeira.id });
		expect(joined.location).toContain(`${doubles}?joined=`);
		expect((await ines.get(`/en/schools/${id}`)).location).toBe(`/en/schools/${schools.ribeira.id}`);
		expect((await rui.get(joined.location)).text).toContain('EB1 da Ribeira');
		const join = new URL(joined.location, platform.url).searchParams.get('joined') ?? '';
		expect((await rui.send(`${doubles}?/undo`, { join })).location).toBe(`${doubles}?parted`);
		expect((await ines.get(`/en/schools/${id}`)).text).toContain('EB1 da Ribeira');
	});

	test('who states a school stands on the page of its teachers', async () => {
		const marco = await signedInAs(platform, 'marco');
		const stated = await marco.send('/en/me/school?/state', { school: schools.ribeira.id, role: 'teacher' });
		expect(stated.location).toBe('/en/me/status?told=asked');
		expect((await ines.get('/en/me/colleagues')).text).toContain(people.marco.name);
		expect((await freja.get('/en/me/colleagues')).text).not.toContain(people.marco.name);
		expect((await marco.get('/en/me/colleagues')).status).toBe(403);
	});

	test('a profile is seen as others would see it before it is saved, without script', async () => {
		const typed = { subjects: ['music'], wishes: 'A river to compare ours with.', shown: ['wishes'] };
		const tried = await ines.send('/en/me/profile?/preview', typed);
		expect(tried.status).toBe(200);
		const beside = /id="preview"[^]*?<\/aside>/.exec(tried.text)?.[0] ?? '';
		expect(beside).toContain(typed.wishes);
		// hidden from others, and still in the form
		expect(beside).not.toContain('Music');
		expect(tried.text).toMatch(/value="music"[^>]*checked/);
		expect((await ines.get('/en/me/profile')).text).not.toContain(typed.wishes);
	});
});
