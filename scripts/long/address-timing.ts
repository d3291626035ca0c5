// About 5 minutes: whether the time of an answer tells if an address is known. Medians of 200 calls each.
import { askForNewPassword, askToJoin, makeLogin, deviceOf, signIn } from '#domain/people';
import type { Context } from '#platform/context';
import { createDatabase } from '#platform/database';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { visitor } from '#shared/actor';
import { allParts } from '../../src/server/parts.ts';
import { cloneDatabase, startTestServer } from '../../tests/world/test-server.ts';

const calls = 200;
const most = 0.1;
const known = 'known@school.example';
const password = 'seven goats under plum trees';
const network = '192.0.2.1';
const device = deviceOf(new Headers());

/** One answer for this address; a moment of its own for each, so that no limit stands in the way. */
type Ask = (ctx: Context, email: string) => Promise<unknown>;
const doors: Readonly<Record<string, Ask>> = {
	'sign-in': (ctx, email) => signIn(ctx, { email, password: 'wrong wrong wrong', network, device }),
	join: (ctx, email) => askToJoin(ctx, { email, name: 'Nova Pessoa', password, country: 'PT', network }),
	password: (ctx, email) => askForNewPassword(ctx, { email, network }),
};

compose(allParts);
const log = createLogger('test');
const differences: Record<string, number> = {};
const server = await startTestServer();
try {
	const connection = await cloneDatabase(server, `clone_timing_${process.pid}`);
	const db = createDatabase({ connection, log });
	const ctx: Context = { db, actor: visitor, now: new Date(), locale: 'en', log };
	await makeLogin(ctx, { person: { name: 'Known', locale: 'en', country: 'PT' }, email: known, password });
	for (const [door, ask] of Object.entries(doors)) differences[door] = await difference(ctx, ask);
	await db.destroy();
} finally {
	await server.stop();
}
const failures = Object.entries(differences).filter(([, share]) => share > most);
console.log(
	JSON.stringify({ long: 'address-timing', calls, differences, failures: failures.map(([door]) => door) }),
);
process.exitCode = failures.length === 0 ? 0 : 1;

/** How far the medians lie apart, as a share of the longer one. */
async function difference(ctx: Context, ask: Ask): Promise<number> {
	const times = { known: [] as number[], unknown: [] as number[] };
	for (let call = 0; call < calls; call++) {
		const now = new Date(ctx.now.getTime() + call * 3_600_000);
		// by turns, so that a busy moment of the machine meets both
		times.known.push(await timed(() => ask({ ...ctx, now }, known)));
		times.unknown.push(await timed(() => ask({ ...ctx, now }, `unknown${call}@school.example`)));
	}
	const [one, other] = [median(times.known), median(times.unknown)];
	return Number((Math.abs(one - other) / Math.max(one, other)).toFixed(3));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const from = performance.now();
	await work();
	return performance.now() - from;
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;
}
