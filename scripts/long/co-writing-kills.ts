// About two minutes: four write one page while the web process is killed again and again; no word that was shown as
// saved may be lost. npm run long -- co-writing-kills [SEED [KILLS]]
import { formBlocksOf, makePage, pageFor } from '#domain/spaces/pages';
import { spaceFor, spacesFor } from '#domain/spaces';
import { now } from '#platform/clock';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { benchWorld } from '../../bench/world.ts';
import { signIn } from '../../bench/sign-in.ts';
import { chanceOf } from '../../tests/kills/chance.ts';
import { writeThroughKills } from '../../tests/kills/co-writing.ts';
import { teacher } from '../../tests/world/index.ts';
import { must } from '../../tests/world/must.ts';
import { launchPlatform } from '../../tests/world/processes.ts';

const [, , , seed = String(Date.now() % 100_000), kills = '20'] = process.argv;
const world = await benchWorld();
const platform = await launchPlatform(world.connection);
const log = createLogger('test');
const db = createDatabase({ connection: world.connection, log, connections: 2 });
try {
	const ines = { db, log, actor: teacher('ines'), now: now(), locale: 'en' } as const;
	const [space] = await spacesFor(ines);
	if (!space) throw new Error('the project has no TwinSpace');
	const { page } = must(await makePage(ines, { space: space.id, title: 'Our river', locale: 'en' }));
	const cookies: string[] = [];
	for (const account of [world.account, world.partner, world.account, world.partner])
		cookies.push(await signIn(platform.url, account));
	const report = await writeThroughKills(platform, {
		kills: Number(kills),
		cookies,
		page,
		chance: chanceOf(Number(seed)),
		read: async () => {
			const { content } = await pageFor(ines, await spaceFor(ines, space.id), page);
			return formBlocksOf(content)
				.map((block) => block.text)
				.join('\n');
		},
		say: (sentence) => console.log(sentence),
	});
	console.log(JSON.stringify({ long: 'co-writing-kills', seed: Number(seed), ...report }));
	process.exitCode = report.lost.length + report.differing === 0 && report.acknowledged > 0 ? 0 : 1;
} finally {
	await db.destroy();
	await platform.stop();
	await world.stop();
}
