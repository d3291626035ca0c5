// Pupils of the demo's classes at a browser without JavaScript, with the cards that lie ready.
import { beforeAll } from 'vitest';
import { system } from '#shared/actor';
import { addDemoProjects } from './demo-projects.ts';
import { addDemoTwinSpaces, type DemoCard } from './demo-twinspaces.ts';
import type { RunningPlatform } from './running-platform.ts';
import { aVisitor, type Visiting } from './visiting.ts';

export type School = {
	/** The pupil with this alias, come in with the card. */
	pupil(alias: string): Promise<Visiting>;
	codeOf(alias: string): string;
	/** Where pupils find the TwinSpace with this title, and where teachers do. */
	pupilsHome(title: string): string;
	teachersHome(title: string): string;
};

/** Lets the classes of the demo work on this platform. Call it once, after `runningPlatform`. */
export function demoClassesAt(platform: RunningPlatform): School {
	const projects = new Map<string, string>();
	let cards: readonly DemoCard[] = [];
	beforeAll(async () => {
		// pictures are kept where the platform looks for them
		process.env['OPENTWINNING_DATA'] = platform.dataFolder;
		const ctx = platform.as(system, { now: new Date() });
		for (const [title, shortId] of await addDemoProjects(ctx)) projects.set(title, shortId);
		cards = await addDemoTwinSpaces(ctx, projects);
	}, 120_000);
	const codeOf = (alias: string) => cards.find((card) => card.alias === alias)?.code ?? '';
	// an address may say anything before the short id; the right words are asked for once
	const address = (title: string) => `${title === 'Two rivers' ? 'two-rivers' : 'x'}-${projects.get(title)}`;
	return {
		codeOf,
		pupilsHome: (title) => `/en/pupil/spaces/${address(title)}`,
		teachersHome: (title) => `/en/projects/${address(title)}/twinspace`,
		pupil: async (alias) => {
			const visitor = aVisitor(platform);
			const answer = await visitor.send('/en/pupil?/enter', { card: codeOf(alias) });
			if (answer.status !== 303) throw new Error(`${alias} could not come in: ${answer.status}`);
			return visitor;
		},
	};
}
