// Several write one page while the web process is killed again and again: whatever was shown as saved must be there.
import type { RunningPlatform } from '../world/running-platform.ts';
import { coWriter, type CoWriter } from '../world/co-writer.ts';
import type { Chance } from './chance.ts';

export type CoWritingReport = {
	readonly kills: number;
	/** Words that a writer was told are saved. */
	readonly acknowledged: number;
	/** Of those: not in the page after all. */
	readonly lost: readonly string[];
	/** Words that some writer still sees and another does not, after everybody is back. */
	readonly differing: number;
};

type Options = {
	readonly kills: number;
	/** One cookie for each writer. */
	readonly cookies: readonly string[];
	readonly page: string;
	readonly chance: Chance;
	/** The words of the page as readers are given them. */
	readonly read: () => Promise<string>;
	readonly say?: (sentence: string) => void;
};

type Platform = Pick<RunningPlatform, 'url' | 'kill' | 'start'>;

/** Lets everybody write without pause while the process dies `kills` times, and looks for every acknowledged word. */
export async function writeThroughKills(platform: Platform, options: Options): Promise<CoWritingReport> {
	const { kills, cookies, page, chance, say = () => undefined } = options;
	const writers = cookies.map((cookie) => coWriter(platform.url, cookie, page));
	const acknowledged = new Set<string>();
	let isOver = false;
	const writing = writers.map((writer, number) => write(writer, number, acknowledged, () => isOver));
	for (let kill = 1; kill <= kills; kill++) {
		const before = acknowledged.size;
		for (let wait = 0; wait < 200 && acknowledged.size < before + 20; wait++) await pause(50);
		await pause(chance.below(1_000));
		await platform.kill('web');
		await pause(chance.below(400));
		await platform.start('web');
		say(`${kill} kills, ${acknowledged.size} words acknowledged`);
	}
	await pause(1_000);
	isOver = true;
	await Promise.all(writing);
	await Promise.all(writers.map((writer) => writer.untilSaved(30_000)));
	await pause(500);
	const there = new Set((await options.read()).split(/\s+/));
	const screens = new Set(writers.map((writer) => writer.words()));
	writers.forEach((writer) => writer.leave());
	return {
		kills,
		acknowledged: acknowledged.size,
		lost: [...acknowledged].filter((word) => !there.has(word)),
		differing: screens.size - 1,
	};
}

/** Types word after word, and notes them when the platform says that everything is saved. */
async function write(
	writer: CoWriter,
	number: number,
	acknowledged: Set<string>,
	isOver: () => boolean,
): Promise<void> {
	await writer.untilSaved(30_000);
	writer.newLine();
	const waiting: string[] = [];
	for (let count = 0; !isOver(); count++) {
		const word = `w${number}n${count}`;
		waiting.push(word);
		writer.write(`${word} `);
		// "saved" is looked for as a person would: it comes up between two words
		await Promise.race([writer.untilSaved().catch(() => undefined), pause(120)]);
		const { line, saved } = writer.state();
		if (line === 'open' && saved) for (const each of waiting.splice(0)) acknowledged.add(each);
		await pause(20);
	}
}

function pause(time: number): Promise<void> {
	return new Promise((done) => setTimeout(done, time));
}
