// The world the benches ask: the small Europe, with a project whose TwinSpace holds 40 posts and a teacher signed in.
import type pg from 'pg';
import { makeLogin } from '#domain/people';
import { writeUpdate } from '#domain/spaces/updates';
import type { Context, Database } from '#platform/context';
import { createDatabase, inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { createLogger } from '#platform/log';
import { compose } from '#platform/part';
import { now } from '#platform/clock';
import { system } from '#shared/actor';
import { allParts } from '../src/server/parts.ts';
import { cloneDatabase, startTestServer, type TestServer } from '../tests/world/test-server.ts';
import { people, schools, teacher } from '../tests/world/index.ts';

/** A database for one run of a bench. */
export interface BenchWorld {
	readonly connection: pg.ClientConfig;
	/** Address and password of a teacher of the project. */
	readonly account: { readonly email: string; readonly password: string };
	/** Those of the other founder. */
	readonly partner: { readonly email: string; readonly password: string };
	/** `two-rivers-7k2m9x4q` */
	readonly project: string;
	stop(): Promise<void>;
}

/** Makes the world; whoever makes it stops it. */
export async function benchWorld(): Promise<BenchWorld> {
	const server = await startTestServer();
	const connection = await cloneDatabase(server, `clone_bench_${process.pid}`);
	compose(allParts);
	const log = createLogger('test');
	const db = createDatabase({ connection, log, connections: 2 });
	const ctx: Context = { db, actor: system, now: now(), locale: 'en', log };
	const account = { email: 'ines@example.org', password: 'harbour-willow-ember-4711' };
	await makeLogin(ctx, { person: { ...people.ines, locale: 'en' }, ...account });
	const partner = { ...account, email: 'freja@example.org' };
	await makeLogin(ctx, { person: { ...people.freja, locale: 'da' }, ...partner });
	const project = await openProject(ctx);
	await db.destroy();
	return { connection, account, partner, project, stop: () => stop(server) };
}

/** A project as two approvals leave it, and forty updates in its TwinSpace. */
async function openProject(ctx: Context): Promise<string> {
	const id = newId();
	await insertProject(ctx.db, id, ctx.now);
	await inTransaction(ctx, (inside) =>
		emit(inside, 'project.opened', {
			project: id,
			title: 'Two rivers',
			summary: 'Two classes measure two rivers.',
			locale: 'en',
			founders: [
				{ person: people.ines.id, school: schools.ribeira.id },
				{ person: people.freja.id, school: schools.skovbakke.id },
			],
		}),
	);
	const space = await ctx.db
		.selectFrom('twinspaces.twinspace')
		.select('space_id')
		.where('project_id', '=', id)
		.executeTakeFirstOrThrow();
	for (let count = 0; count < 40; count++) {
		const by = teacher(count % 2 === 0 ? 'ines' : 'freja');
		const at = new Date(ctx.now.getTime() - (40 - count) * 60_000);
		const words = `Week ${count + 1}: we measured the river again. ${'The water was clear and cold. '.repeat(6)}`;
		const written = await writeUpdate(
			{ ...ctx, actor: by, now: at },
			{ space: space.space_id, words, locale: 'en' },
		);
		if (!written.ok) throw new Error(written.reason);
	}
	return 'two-rivers-benchbnc';
}

async function insertProject(db: Database, id: string, now: Date): Promise<void> {
	const approval = newId();
	await db
		.insertInto('projects.project')
		.values({
			id,
			short_id: 'benchbnc',
			kind: 'european',
			founder_id: people.ines.id,
			founder_school_id: schools.ribeira.id,
			locale: 'en',
			title: 'Two rivers',
			summary: 'Two classes measure two rivers and tell each other what they find.',
			languages: ['en'],
			subjects: ['biology', 'geography'],
			ages_from: 8,
			ages_to: 11,
			made_at: now,
			saved_at: now,
		})
		.execute();
	await db
		.insertInto('support.approval_case')
		.values({ id: approval, kind: 'project', subject_id: id, applicant_id: people.ines.id, opened_at: now })
		.execute();
	await db
		.insertInto('projects.opening')
		.values({ project_id: id, case_id: approval, opened_at: now })
		.execute();
	const founders = [
		{ person_id: people.ines.id, school_id: schools.ribeira.id, standing: 'founder' },
		{ person_id: people.freja.id, school_id: schools.skovbakke.id, standing: 'cofounder' },
	];
	await db
		.insertInto('projects.partner')
		.values(founders.map((founder) => ({ ...founder, project_id: id, since: now })))
		.execute();
}

async function stop(server: TestServer): Promise<void> {
	await server.stop();
}
