import { execFileSync } from 'node:child_process';
import { beforeAll, expect, test } from 'vitest';
import { actorKinds } from '#shared/actor';
import { access } from '../../src/access.ts';
import { arriving, kindOf, roles, standing, type Role } from './cast.ts';
import { callInVain } from './methods.ts';
import { aliasesIn, searchExports, searchLetters, searchLines, tellCanaries } from './canaries.ts';
import { problemsOfTable } from './reach.ts';
import { goRound, type Round } from './round.ts';
import { secrets, type Ground, type Secret } from './secrets.ts';
import { stagedPlatform, type SharedStage } from './shared-stage.ts';
import { knockAtSockets } from './sockets.ts';
import { knockAtUploads } from './uploads.ts';

const platform = stagedPlatform();
const rounds = new Map<Role, Round>();
let stage: SharedStage;
beforeAll(async () => {
	stage = platform.stage;
}, 180_000);

test('every kind of actor that can come in goes round', () => {
	expect(new Set(roles.map(kindOf))).toEqual(new Set(Object.keys(arriving)));
});

test('V8: every route and action has its line in the table, and no line is left over', () => {
	expect(problemsOfTable(access)).toEqual([]);
});

test.concurrent.each(roles)(
	'%s gets what the tables say from every page, its data and every empty form',
	async (role) => {
		const round = await goRound(stage, role);
		rounds.set(role, round);
		expect(round.wrong).toEqual([]);
	},
	600_000,
);

test('V8: T1 T8 R-ADU: every secret was shown to those it is owed to, and to nobody else', () => {
	const leaks = [...rounds].flatMap(([role, { seen }]) =>
		[...seen].flatMap(([key, where]) => {
			const [ground, secret] = key.split(': ') as [Ground, Secret];
			return isOwed(secret, role, ground) ? [] : [`${role} saw "${key}" by ${where}`];
		}),
	);
	expect(leaks).toEqual([]);
	const unseen = stage.planted.flatMap(({ ground, secret }) =>
		roles
			.filter((role) => isOwed(secret, role, ground) && !rounds.get(role)?.seen.has(`${ground}: ${secret}`))
			.map((role) => `${role} saw nowhere "${ground}: ${secret}"`),
	);
	expect(unseen).toEqual([]);
});

test('T3: no alias leaves its TwinSpace by a letter, a notice, an export, a socket or a stream', async () => {
	const ofPages = [...rounds].flatMap(([role, { seen }]) =>
		[...seen].flatMap(([key, where]) => {
			const [ground, secret] = key.split(': ') as [Ground, Secret];
			const isLeak = aliasesIn([{ ground, secret, text: '' }]) && !isOwed(secret, role, ground);
			return isLeak ? [`${role} saw "${key}" by ${where}`] : [];
		}),
	);
	const searched = {
		answers: [...rounds.values()].reduce((sum, { answers }) => sum + answers, 0),
		letters: await searchLetters(platform, stage),
		exports: await searchExports(platform, stage),
		lines: await searchLines(platform, stage, isOwed),
	};
	const leaks = [...ofPages, ...searched.letters.leaks, ...searched.exports.leaks, ...searched.lines.leaks];
	await tellCanaries({
		leaks: leaks.length,
		answers: searched.answers,
		letters: searched.letters.searched,
		exports: searched.exports.searched,
		messages: searched.lines.searched,
	});
	expect(leaks).toEqual([]);
	for (const { searched: number } of [searched.letters, searched.exports, searched.lines])
		expect(number).toBeGreaterThan(0);
}, 120_000);

test('every secret of the list stands somewhere', () => {
	const planted = new Set(stage.planted.map(({ secret }) => secret));
	expect(Object.keys(secrets).filter((secret) => !planted.has(secret as Secret))).toEqual([]);
});

test.each(roles)('%s begins an upload only for a page that is theirs to write', async (role) => {
	expect(await knockAtUploads(platform, stage, role)).toEqual([]);
});

test.each(roles)('%s writes along only in a page that is theirs to write', async (role) => {
	expect(await knockAtSockets(platform, stage, role)).toEqual([]);
});

test.concurrent.each(['visitor', 'founder', 'pupil'] as const)(
	'%s calls in vain what no line names',
	async (role) => {
		expect(await callInVain(platform, stage, role)).toEqual([]);
	},
	120_000,
);

test('the printed list names every call, with a column for every kind of actor', () => {
	const printed = execFileSync(process.execPath, ['scripts/routes.ts'], { encoding: 'utf8' });
	const lines = printed
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as PrintedLine);
	expect(
		lines.map(({ route, method, action }) => `${route} ${method}${action ? ` ?/${action}` : ''}`),
	).toEqual(
		Object.entries(access).flatMap(([route, line]) => Object.keys(line).map((call) => `${route} ${call}`)),
	);
	for (const { actors } of lines) expect(Object.keys(actors)).toEqual([...actorKinds]);
});

type PrintedLine = { route: string; method: string; action?: string; actors: Record<string, boolean> };

function isOwed(secret: Secret, role: Role, ground: Ground): boolean {
	return secrets[secret].some((owed) => owed === standing(role, ground));
}
