// People work, and parts of the platform are killed at random moments: what was acknowledged is there afterwards, once.
import { setTimeout as pause } from 'node:timers/promises';
import { countForsakenJobs, countMails, countTwinSpaces, type Mails } from './aftermath.ts';
import { chanceOf, type Chance } from './chance.ts';
import { chatIn } from './chatter.ts';
import type { Comparison, Ledger } from './ledger.ts';
import { walkMainJob } from './main-job.ts';
import { grantAll, seatOfficers } from './officers.ts';
import { aWitness, type Witness } from './person.ts';
import { openRelay, type MailRelay } from './relay.ts';
import { aStage, type Stage } from './stage.ts';
import { startSupervised, type Supervised, type Victim } from './supervised.ts';

export interface KillOptions {
	readonly seed: number;
	readonly kills: number;
	/** Who is killed, in turns. */
	readonly victims: readonly Victim[];
	/** Up to so many milliseconds of work lie between two kills. */
	readonly within: number;
	/** Pairs of teachers who walk the main job; a new pair begins now and then. */
	readonly stories: number;
	readonly storyEvery: number;
	/** How long the last letters may take to leave, in milliseconds; 0 does not wait for them. */
	readonly mailPatience: number;
	readonly say?: (sentence: string) => void;
}

export interface KillReport {
	readonly seed: number;
	readonly kills: Readonly<Record<Victim, number>>;
	readonly acknowledged: number;
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
	readonly projectsWithoutOneTwinSpace: number;
	readonly twinSpaces: number;
	/** Jobs that no living worker has taken up again a while after the last kill. */
	readonly jobsForsaken: number;
	readonly mails: Mails;
	readonly answers: Witness;
	/** The longest recovery after each victim, in milliseconds. */
	readonly longestRecovery: Readonly<Partial<Record<Victim, number>>>;
	readonly storiesFinished: number;
	readonly storiesFailed: readonly string[];
}

/** Runs it all over a supervised platform of its own. */
export async function runKills(options: KillOptions): Promise<KillReport> {
	const relay = await openRelay();
	const platform = await startSupervised({ SMTP_URL: relay.url, TRUSTED_PROXIES: '127.0.0.1,::1' });
	try {
		return await killWhilePeopleWork(platform, relay, options);
	} finally {
		await platform.stop();
		relay.close();
	}
}

async function killWhilePeopleWork(
	platform: Supervised,
	relay: MailRelay,
	options: KillOptions,
): Promise<KillReport> {
	const { seed } = options;
	const witness = aWitness();
	let over = false;
	const stage = aStage(platform.url, { witness, chance: chanceOf(seed + 2), isOver: () => over });
	const officers = await seatOfficers(stage, platform.dataFolder);
	const granting = officers.map((officer) => grantAll(officer, stage));
	const work = keepWriting(stage, chanceOf(seed + 1), options);
	const killing = await killInTurns(platform, stage.ledger, options);
	over = true;
	await Promise.all([...granting, work.ended]);
	const found = [...killing.found, await compareAll(stage.ledger, platform)];
	return {
		seed,
		kills: killing.counts,
		longestRecovery: killing.longestRecovery,
		acknowledged: stage.ledger.count,
		lost: [...new Set(found.flatMap(({ lost }) => lost))],
		doubled: [...new Set(found.flatMap(({ doubled }) => doubled))],
		...(await countTwinSpaces(platform)),
		mails: await countMails(platform, relay, options.mailPatience),
		jobsForsaken: await countForsakenJobs(platform),
		answers: witness,
		...work.report(),
	};
}

async function killInTurns(
	platform: Supervised,
	ledger: Ledger,
	{ seed, kills, victims, within, say = () => undefined }: KillOptions,
) {
	const chance = chanceOf(seed);
	const found: Comparison[] = [];
	const counts = Object.fromEntries(victims.map((victim) => [victim, 0])) as Record<Victim, number>;
	const longestRecovery: Partial<Record<Victim, number>> = {};
	for (let at = 0; at < kills; at++) {
		await pause(chance.below(within));
		const victim = victims[at % victims.length] as Victim;
		await platform.kill(victim);
		const took = await platform.recovered();
		counts[victim] += 1;
		longestRecovery[victim] = Math.max(longestRecovery[victim] ?? 0, took);
		found.push(await compareAll(ledger, platform));
		say(`${at + 1} killed: ${victim}, back after ${took} ms, ${ledger.count} acknowledged`);
	}
	return { found, counts, longestRecovery };
}

/** Begins a story now and then; each goes on as chatter in its room. */
function keepWriting(stage: Stage, chance: Chance, plan: Pick<KillOptions, 'stories' | 'storyEvery'>) {
	const failed: string[] = [];
	let finished = 0;
	const story = async () => {
		try {
			const room = await walkMainJob(stage);
			if (!room) return;
			finished += 1;
			await chatIn(room, stage, chance);
		} catch (error) {
			failed.push(error instanceof Error ? error.message : String(error));
		}
	};
	const begin = async () => {
		const running: Promise<void>[] = [];
		for (let at = 0; at < plan.stories && !stage.isOver(); at++) {
			running.push(story());
			for (const end = Date.now() + plan.storyEvery; Date.now() < end && !stage.isOver();) await pause(200);
		}
		await Promise.all(running);
	};
	return { ended: begin(), report: () => ({ storiesFinished: finished, storiesFailed: failed }) };
}

async function compareAll(ledger: Ledger, platform: Supervised): Promise<Comparison> {
	const [rows, pages] = [
		await ledger.compareWithDatabase(platform.connection()),
		await ledger.compareWithPages(),
	];
	return { lost: [...rows.lost, ...pages.lost], doubled: [...rows.doubled, ...pages.doubled] };
}
