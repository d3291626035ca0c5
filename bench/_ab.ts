import { launchPlatform } from '../tests/world/processes.ts';
import { benchWorld } from './world.ts';
import { signIn } from './sign-in.ts';
import { costOf, median } from './measure.ts';
const what = process.argv[2] ?? 'project';
const world = await benchWorld();
const A = await launchPlatform(world.connection);
const B = await launchPlatform(world.connection, { environment: JSON.parse(process.argv[3] ?? '{}') });
const paths: Record<string,string> = { home: '/en', project: `/en/projects/${world.project}/twinspace/updates`, search: '/en/partners?q=river' };
const cA = await signIn(A.url, world.account), cB = await signIn(B.url, world.account);
const a: number[] = [], b: number[] = [];
for (let i = 0; i < 7; i++) {
  a.push(await costOf(A.processId('web'), { url: A.url + paths[what], headers: { cookie: cA } }));
  b.push(await costOf(B.processId('web'), { url: B.url + paths[what], headers: { cookie: cB } }));
}
console.log('A', a.map((x) => x.toFixed(2)).join(' '), 'median', median(a).toFixed(2));
console.log('B', b.map((x) => x.toFixed(2)).join(' '), 'median', median(b).toFixed(2), 'ratio B/A', (median(b.map((x, i) => x / (a[i] ?? 1)))).toFixed(3));
await A.stop(); await B.stop(); await world.stop();
