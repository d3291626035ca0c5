// About 14 minutes: people do the main job while web, worker, database and supervisor are killed again and again.
// npm run long -- kills [SEED [KILLS]]
import { runKills, type KillReport } from '../../tests/kills/run-kills.ts';
import { allVictims } from '../../tests/kills/supervised.ts';

const [, , , seed = String(Date.now() % 100_000), kills = '66'] = process.argv;
const report = await runKills({
	seed: Number(seed),
	kills: Number(kills),
	victims: allVictims,
	within: 4_000,
	stories: 14,
	storyEvery: 50_000,
	mailPatience: 150_000,
	say: (sentence) => console.log(sentence),
});
console.log(JSON.stringify({ long: 'kills', ...report }, undefined, '\t'));
process.exitCode = isKept(report) ? 0 : 1;

/** Whether every promise was kept; letters that were in flight at a kill may arrive twice, but never not at all. */
function isKept({
	lost,
	doubled,
	projectsWithoutOneTwinSpace,
	mails,
	jobsForsaken,
	...rest
}: KillReport): boolean {
	const faults = [...lost, ...doubled, ...rest.answers.broken, ...rest.storiesFailed];
	return faults.length + projectsWithoutOneTwinSpace + mails.lost + jobsForsaken === 0;
}
