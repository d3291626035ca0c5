// Promise: over 1.2 million educators, 295,000 schools and 160,000 projects a page of twenty with exact total and exact
// counts takes at most 10 ms in the process (95 of 100), over HTTP 50 ms with one client and 100 ms (99 of 100) at 50
// requests a second on two cores; the index is restored in 5 s. `--educators 1200000` is that Europe; made once, kept.
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
	addClassCard,
	addressOf,
	queryOf,
	searchPartners,
	suggestPartners,
	type PartnerQuery,
} from '#domain/partner-finding';
import { changeProfile, makeLogin } from '#domain/people';
import { now } from '#platform/clock';
import type { Context } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { keepIndexes, runningIndex, snapshotFile } from '#platform/search-index/running-indexes';
import { readSnapshot } from '#platform/search-index/snapshot';
import { system, type Teacher } from '#shared/actor';
import { searchIn } from '../src/server/domain/partner-finding/search-in-index.ts';
import { allParts } from '../src/server/parts.ts';
import { addressOf as databaseAddress, launchPlatform } from '../tests/world/processes.ts';
import { readyEurope } from './europe/ready-europe.ts';
import { questionsAbout, type Question } from './europe/queries.ts';
import { askClosed, askOpen, percentile, type Asked } from './load.ts';
import { processorTimeOf, rounded } from './measure.ts';
import { signIn } from './sign-in.ts';

const { values } = parseArgs({
	options: { educators: { type: 'string', default: '1200000' }, http: { type: 'string', default: 'yes' } },
});
/** What today's browsers send: pages come as zstd then. */
const asBrowsersDo = 'gzip, deflate, br, zstd';
const educators = Number(values.educators);
const wholeEurope = educators >= 1_200_000;

const result: Record<string, number | string> = { educators };
const broken: string[] = [];
compose(allParts);
const place = await readyEurope(educators);
const { connection, europe } = place;
note('filled_s', place.filledIn ?? 'kept');
const file = snapshotFile(place.dataFolder, 'partners');
const log = createLogger('test');
const db = createDatabase({ connection, log, connections: 4 });
/** Addresses of the thousand questions, later pages too; made while there is an index in the process. */
let paths: readonly string[] = [];
const account = { email: 'asker@example.org', password: 'harbour-willow-ember-4711' };
const asker: Teacher = {
	kind: 'teacher',
	person: [...take(europe.educators(), 1)][0]?.id ?? '',
	session: 'bench',
};
const as = (actor: Teacher): Context<Teacher> => ({ db, actor, now: now(), locale: 'en', log });

try {
	await makeSnapshots();
	await restore();
	const home = keepIndexes({ db, log, connection, dataFolder: place.dataFolder });
	while (runningIndex('partners')?.state !== 'ready') await new Promise((done) => setTimeout(done, 50));
	await searchInProcess();
	await suggestions();
	await freshness();
	await home.close();
	if (values.http === 'yes') await overHttp();
} finally {
	await db.destroy();
	await place.stop();
}
for (const promise of broken) console.log(`not kept: ${promise}`);
console.log(JSON.stringify(result));
if (broken.length > 0) process.exitCode = 1;

/** As a web process has it made: first from all documents, then from the one before. */
async function makeSnapshots(): Promise<void> {
	const environment = {
		...process.env,
		DATABASE_URL: databaseAddress(connection),
		OPENTWINNING_DATA: place.dataFolder,
		OPENTWINNING_LOG: 'info',
	};
	const make = () => {
		const said = execFileSync(process.execPath, ['src/server/processes/index-maker.ts', 'partners'], {
			env: environment,
			encoding: 'utf8',
		});
		return JSON.parse(said.trim().split('\n').at(-1) ?? '{}') as {
			seconds: number;
			megabytes: number;
			documents: number;
		};
	};
	rmSync(file, { force: true });
	const built = make();
	note('documents', built.documents);
	note('build_s', built.seconds);
	note('build_peak_mb', built.megabytes);
	await changeSome(200);
	const renewed = make();
	note('snapshot_renewed_s', renewed.seconds);
	note('snapshot_mb', Math.round(statSync(file).size / 1e6));
}

async function restore(): Promise<void> {
	const before = process.memoryUsage();
	const began = performance.now();
	const snapshot = await readSnapshot(file);
	note('restore_s', rounded((performance.now() - began) / 1000));
	if (!snapshot) throw new Error('the snapshot cannot be read');
	const after = process.memoryUsage();
	note('index_memory_mb', Math.round((after.rss - before.rss) / 1e6));
	hold('restored within 5 s', Number(result['restore_s']) <= 5);
}

async function searchInProcess(): Promise<void> {
	const questions = questionsAbout(europe, 3000);
	const others = questions.splice(1000);
	const index = runningIndex('partners')?.index;
	if (!index) throw new Error('there is no index');
	const alone: Timed[] = [];
	const whole: Timed[] = [];
	const asked: { question: Question; query: PartnerQuery }[] = [];
	for (const question of questions) asked.push({ question, query: await laterPage(question) });
	// other questions first: a process and a database that have run for a minute hold code, plans and upper pages
	for (const { query } of others) await searchPartners(as(asker), query);
	// one after the other, so that no question finds what the same one left behind
	for (const { question, query } of asked)
		alone.push(await timed(question, async () => (await searchIn(index)(as(asker), query)).counts));
	for (const { question, query } of asked)
		whole.push(await timed(question, () => searchPartners(as(asker), query)));
	paths = asked.map(({ query }) => `/en/partners?${addressOf(query)}`);
	report('index', alone);
	report('process', whole);
	for (const sort of ['no words', 'words', 'beginning', 'misspelt'] as const)
		report(
			`process_${sort.replace(' ', '_')}`,
			whole.filter((each) => each.sort === sort),
		);
	note('process_rss_mb', Math.round(process.memoryUsage().rss / 1e6));
	hold('in the process 95 of 100 within 10 ms', Number(result['process_p95_ms']) <= 10);
}

/** The query of the page that is to be measured. */
async function laterPage({ query, pages }: Question): Promise<PartnerQuery> {
	let at = query;
	for (let page = 0; page < pages; page++) {
		const { next } = await searchPartners(as(asker), at);
		if (!next) return at;
		at = { ...query, after: next };
	}
	return at;
}

type Timed = { readonly sort: Question['sort']; readonly wall: number; readonly cpu: number };

async function timed({ sort }: Question, work: () => Promise<unknown>): Promise<Timed> {
	const before = process.threadCpuUsage();
	const began = performance.now();
	await work();
	const wall = performance.now() - began;
	const { user, system: kernel } = process.threadCpuUsage(before);
	return { sort, wall, cpu: (user + kernel) / 1000 };
}

function report(name: string, timings: readonly Timed[]): void {
	const walls = timings.map(({ wall }) => wall);
	const cpus = timings.map(({ cpu }) => cpu);
	for (const [share, label] of [
		[0.5, 'p50'],
		[0.95, 'p95'],
		[0.99, 'p99'],
	] as const)
		note(`${name}_${label}_ms`, rounded(percentile(walls, share)));
	note(`${name}_cpu_ms`, rounded(cpus.reduce((sum, each) => sum + each, 0) / cpus.length));
	note(`${name}_cpu_p95_ms`, rounded(percentile(cpus, 0.95)));
}

/** From the commit of an edit until a search finds it. */
/** What a class is suggested, for a hundred classes that are gone again afterwards. */
async function suggestions(): Promise<void> {
	const times: number[] = [];
	const trial = await db.startTransaction().execute();
	for (const { id } of take(europe.educators(), 120)) {
		const ctx = { ...as({ kind: 'teacher', person: id, session: 'bench' }), db: trial };
		await addClassCard(ctx, {
			...{ name: '5b', agesFrom: 9, agesTo: 11, pupils: 22, hours: undefined, away: [], wishes: 'Rivers' },
			...{ languages: times.length % 2 === 0 ? ['en'] : ['fr', 'de'], subjects: ['music', 'geography'] },
			...{ months: [2, 3, 4], weekdays: [2] },
		});
		const began = performance.now();
		await suggestPartners(ctx);
		times.push(performance.now() - began);
	}
	await trial.rollback().execute();
	const warm = times.slice(20);
	note('suggestions_p50_ms', rounded(percentile(warm, 0.5)));
	note('suggestions_p95_ms', rounded(percentile(warm, 0.95)));
}

async function freshness(): Promise<void> {
	const times: number[] = [];
	const editors = [...take(europe.educators(), 50)];
	for (const [number, { id }] of editors.entries()) {
		const word = `fresh${number}x${Date.now().toString(36)}`;
		await edit(id, word);
		const began = performance.now();
		const query = queryOf(new URLSearchParams({ q: word }));
		while (
			(await searchPartners(as({ ...asker, person: editors[(number + 1) % 50]?.id ?? '' }), query)).total ===
			0
		)
			await new Promise((done) => setTimeout(done, 1));
		times.push(performance.now() - began);
	}
	for (const [share, label] of [
		[0.5, 'p50'],
		[0.95, 'p95'],
		[1, 'max'],
	] as const)
		note(`fresh_${label}_ms`, rounded(percentile(times, share)));
	hold('an edit is found within 100 ms', Number(result['fresh_p95_ms']) <= 100);
}

async function changeSome(many: number): Promise<void> {
	for (const { id } of take(europe.educators(), many)) await edit(id, 'another word');
}

function edit(person: string, about: string) {
	return changeProfile(as({ kind: 'teacher', person, session: 'bench' }), {
		available: true,
		wantsToFound: false,
		wishes: '',
		hidden: [],
		languages: [],
		subjects: [],
		agesFrom: undefined,
		agesTo: undefined,
		about,
		aboutLocale: 'en',
	});
}

async function overHttp(): Promise<void> {
	const login = await db
		.selectFrom('people.login')
		.select('id')
		.where('email', '=', account.email)
		.executeTakeFirst();
	if (!login)
		await makeLogin(
			{ ...as(asker), actor: system },
			{ person: { id: asker.person, name: 'Asker', locale: 'en', country: 'PT' }, ...account },
		);
	const secret = join(place.dataFolder, 'secret');
	if (!existsSync(secret)) writeFileSync(secret, 'a'.repeat(64), { mode: 0o600 });
	const platform = await launchPlatform(connection, { environment: { OPENTWINNING_DATA: place.dataFolder } });
	try {
		const cookie = await signIn(platform.url, account);
		const asking = { url: platform.url, paths, headers: { cookie, 'accept-encoding': asBrowsersDo } };
		await untilItSearches(platform.url, cookie);
		// as many at once as there are connections: those of a process that has run for a minute are warm
		await askClosed({ ...asking, paths: paths.slice(0, 400) }, 4);
		const cpu = processorTimeOf(platform.processId('web'));
		reportHttp('http_1', await askClosed(asking, 1));
		note('http_cpu_ms', rounded((processorTimeOf(platform.processId('web')) - cpu) / paths.length));
		reportHttp('http_50s', await askOpen(asking, 50, 20));
		reportHttp('http_16', await askClosed(asking, 16));
		hold('over HTTP with one client 95 of 100 within 50 ms', Number(result['http_1_p95_ms']) <= 50);
		hold('over HTTP at 50 a second 99 of 100 within 100 ms', Number(result['http_50s_p99_ms']) <= 100);
	} finally {
		await platform.stop();
	}
}

/** A page that says "getting ready" asks to be loaded again. */
async function untilItSearches(url: string, cookie: string): Promise<void> {
	for (;;) {
		const text = await (await fetch(`${url}/en/partners`, { headers: { cookie } })).text();
		if (!text.includes('http-equiv="refresh"') && text.includes('role="search"')) return;
		await new Promise((done) => setTimeout(done, 200));
	}
}

function reportHttp(name: string, { times, seconds }: Asked): void {
	for (const [share, label] of [
		[0.5, 'p50'],
		[0.95, 'p95'],
		[0.99, 'p99'],
	] as const)
		note(`${name}_${label}_ms`, rounded(percentile(times, share)));
	note(`${name}_per_s`, rounded(times.length / seconds, 1));
}

function note(name: string, value: number | string): void {
	result[name] = value;
	console.log(`${name}: ${value}`);
}

/** A promise about the whole of Europe is judged only there. */
function hold(promise: string, kept: boolean): void {
	if (!kept && wholeEurope) broken.push(promise);
}

function* take<T>(things: Iterable<T>, many: number): Generator<T> {
	for (const thing of things) {
		if (many-- <= 0) return;
		yield thing;
	}
}
