// The main job over the wire: two teachers from joining to a TwinSpace with classes and a published page.
import { setTimeout as pause } from 'node:timers/promises';
import { schools } from '../world/names.ts';
import { found, must } from './answers.ts';
import type { Person } from './person.ts';
import { bringClass, publishPage, reportPost } from './room.ts';
import type { Room, Stage, Teacher } from './stage.ts';

const password = 'seven goats under plum trees';

/** Walks the main job; undefined when the run ended on the way. */
export async function walkMainJob(stage: Stage): Promise<Room | undefined> {
	const ana = await join(stage, 'PT', schools.ribeira);
	const bo = await join(stage, 'DK', schools.skovbakke);
	for (const teacher of [ana, bo]) {
		if (!(await until(stage, async () => (await teacher.who.get('/en/contacts')).status === 200))) return;
	}
	await fillProfile(stage, ana);
	await writePartnerPost(stage, ana, bo);
	await becomeContacts(stage, ana, bo);
	const project = await foundProject(stage, ana, bo);
	const home = `/en/projects/${project.address}/twinspace`;
	if (!(await until(stage, async () => (await ana.who.get(home)).status === 200))) return;
	stage.ledger.write('TwinSpace opened', project.title, { who: ana.who, path: home, words: project.title });
	const pupils = [
		...(await bringClass(stage, ana, project.address)),
		...(await bringClass(stage, bo, project.address)),
	];
	await reportPost(stage, pupils);
	await publishPage(stage, ana, project.address);
	return { teachers: [ana.who, bo.who], home, pupils };
}

/** Asks again and again until it is so; false when the run is over before. */
async function until(stage: Stage, isSo: () => Promise<boolean>): Promise<boolean> {
	while (!stage.isOver()) {
		if (await isSo()) return true;
		await pause(700);
	}
	return false;
}

async function join(stage: Stage, country: string, school: Teacher['school']): Promise<Teacher> {
	const who = stage.person();
	const name = stage.unique('Teacher');
	const email = `${name.toLowerCase().replaceAll(' ', '.')}@school.example`;
	must(await who.send('/en/join?/join', { name, email, password, country }), 303, 'joining');
	stage.ledger.write('asked to join', email);
	stage.ledger.write('letter written', email);
	const letter = await who.get('/en/join/written');
	const token = found(/\/confirm\/([\w-]+)/, letter.text, 'the link of the letter');
	const confirmed = must(await who.send(`/en/confirm/${token}?/confirm`, {}), 303, 'confirming the address');
	// the first answer was lost, and the session's cookie with it
	if (confirmed.location.includes('/sign-in')) await signIn(who, email);
	stage.ledger.write('joined', email, { who, path: '/en/me', words: name });
	const stated = await who.send('/en/me/school?/state', { school: school.id, role: 'teacher' });
	must(stated, 303, 'stating the school');
	stage.ledger.write('school stated', email, { who, path: '/en/me/status', words: school.name });
	return { who, email, name, school };
}

async function signIn(who: Person, email: string): Promise<void> {
	must(await who.send('/en/sign-in?/enter', { email, password }), 303, 'signing in');
}

async function fillProfile(stage: Stage, { who }: Teacher): Promise<void> {
	const about = stage.unique('We measure our river every week');
	const profile = {
		...{ available: 'on', language: ['pt', 'en'], level: ['native', 'B2'], subjects: ['geography'] },
		...{ 'ages-from': '8', 'ages-to': '11', about, 'about-locale': 'en', shown: ['languages', 'about'] },
	};
	must(await who.send('/en/me/profile?/save', profile), 303, 'saving the profile');
	stage.ledger.write('profile saved', about, { who, path: '/en/me/profile', words: about });
}

async function writePartnerPost(stage: Stage, { who }: Teacher, reader: Teacher): Promise<void> {
	const title = stage.unique('A class by a river');
	const post = {
		...{ kind: 'found-project', title, words: 'A class that likes to measure.', 'words-language': 'en' },
		...{ languages: ['en'], subjects: [], 'ages-from': '8', 'ages-to': '11', partners: '1', days: '60' },
	};
	const { location: path } = must(
		await who.send('/en/partners/posts/new?/post', post),
		303,
		'writing a partner post',
	);
	stage.ledger.write('partner post written', title, { who: reader.who, path, words: title });
}

async function becomeContacts(stage: Stage, ana: Teacher, bo: Teacher): Promise<void> {
	const message = stage.unique('Dear colleague, shall our classes write to each other');
	const person = await idOf(ana, bo);
	must(await ana.who.send('/en/contacts/new', { to: person, message }), 303, 'asking for contact');
	stage.ledger.write('contact asked', message);
	stage.ledger.write('contact told', message);
	const requests = await bo.who.get('/en/contacts');
	const request = found(/name="request" value="([0-9a-f-]{36})"/, requests.text, 'the request');
	must(await bo.who.send('/en/contacts?/answer', { request, answer: 'accept' }), 303, 'accepting');
	stage.ledger.write('contact made', message, { who: bo.who, path: '/en/contacts', words: ana.name });
}

async function idOf(seeker: Teacher, sought: Teacher): Promise<string> {
	const page = await seeker.who.get(`/en/partners?q=${encodeURIComponent(sought.name)}`);
	return found(/\/people\/([0-9a-f-]{36})/, page.text, sought.name);
}

async function foundProject(stage: Stage, ana: Teacher, bo: Teacher) {
	const title = stage.unique('Two rivers');
	const begun = await ana.who.send('/en/projects/found?/found', { kind: 'european', title });
	const plan = must(begun, 303, 'founding').location;
	const address = found(/\/projects\/([^/]+)\/plan/, plan, 'the address of the project');
	stage.ledger.write('project founded', title, { who: ana.who, path: '/en/me/projects', words: title });
	const cofounder = await idOf(ana, bo);
	must(
		await ana.who.send(`${plan}?/send`, { ...aPlan(), cofounder, title, version: '1' }),
		303,
		'sending the plan',
	);
	stage.ledger.write('plan sent', title);
	const own = await bo.who.get('/en/me/projects');
	const invitation = found(/invitations\/([0-9a-f-]{36})/, own.text, 'the invitation');
	const path = `/en/projects/invitations/${invitation}`;
	must(await bo.who.send(`${path}?/accept`, { school: bo.school.id }), 303, 'accepting the invitation');
	stage.ledger.write('invitation accepted', title, { who: bo.who, path: '/en/me/projects', words: title });
	return { title, address };
}

/** A plan that lacks nothing, for the school year that runs. */
function aPlan() {
	const month = (from: number) => new Date(Date.now() + from * 30 * 86_400_000).toISOString().slice(0, 7);
	return {
		kind: 'european',
		summary: 'Two classes measure two rivers and tell each other what they find.',
		languages: ['en'],
		subjects: ['geography'],
		agesFrom: '8',
		agesTo: '11',
		pupilsExpected: '48',
		aims: 'The pupils learn to measure, to compare and to explain.',
		workPlan: 'Every week both classes measure their river.',
		expectedResults: 'A page with both rivers, written by both classes.',
		startsIn: month(1),
		endsIn: month(7),
		tools: ['pages'],
	};
}
