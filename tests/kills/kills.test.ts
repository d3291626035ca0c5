// A small sample with a fixed seed; `npm run long -- kills` does it for a quarter of an hour.
import { expect, test } from 'vitest';
import { runKills } from './run-kills.ts';

test('what was acknowledged is there, once, after web, worker and database were killed', async () => {
	const report = await runKills({
		seed: 7,
		kills: 4,
		victims: ['web', 'database', 'worker', 'postmaster'],
		within: 2_500,
		stories: 2,
		storyEvery: 2_000,
		mailPatience: 0,
	});
	expect(report).toMatchObject({
		lost: [],
		doubled: [],
		projectsWithoutOneTwinSpace: 0,
		jobsForsaken: 0,
		storiesFailed: [],
		answers: { broken: [] },
	});
	expect(report.mails.lost).toBe(0);
	expect(report.acknowledged).toBeGreaterThan(20);
}, 180_000);
