// What forgetting leaves alone: published pages, words of others, people who are still here, the chain of the log.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { stateAffiliation } from '#domain/people';
import { withdrawProject } from '#domain/projects';
import { signInPupil } from '#domain/pupils';
import { takeOutOfBin, binPage } from '#domain/spaces/pages';
import { publicPageFor, publishedPagesOf, twinSpaceFor } from '#domain/twinspaces';
import { audit } from '#platform/audit';
import { firstBrokenSeal, sealAudit } from '#platform/audit-seal';
import type { Context } from '#platform/context';
import { fileFor } from '#platform/files';
import { parts } from '#platform/part';
import { system, visitor, type System } from '#shared/actor';
import { aCard } from '../world/a-card.ts';
import { aSubmittedProject, aPlan } from '../world/a-project.ts';
import { testDatabase } from '../world/database.ts';
import { member, people, schools, teacher, type PersonName } from '../world/index.ts';
import { livelyWorld } from '../world/lively.ts';
import { must } from '../world/must.ts';
import { noteUseOf, signedIn, withLogin } from '../world/signing-in.ts';
import { actorOfRequest } from '#domain/people';

const world = testDatabase(livelyWorld);
const day = 24 * 3600 * 1000;
const inDays = (ctx: Context<System>, days: number) => ({
	...ctx,
	now: new Date(ctx.now.getTime() + days * day),
});

/** One hourly job, as the worker runs it. */
async function run(name: string, ctx: Context<System>): Promise<void> {
	const [part, job = ''] = name.split('.');
	const handler = parts().find((one) => one.name === part)?.jobs?.[job];
	if (!handler) throw new Error(`there is no job ${name}`);
	await handler(ctx, {} as never);
}

/** The TwinSpace of the two rivers. */
async function rivers(ctx: Context<System>) {
	const { short_id } = await ctx.db
		.selectFrom('projects.project')
		.select('short_id')
		.where('title', '=', 'Two rivers')
		.executeTakeFirstOrThrow();
	const { space, project } = await twinSpaceFor({ ...ctx, actor: teacher('ines') }, short_id);
	return { space: space.id, project };
}

test('a space is emptied ten years after it was archived, and its published page stays, without names', async () => {
	const ctx = world.as(system);
	const { space, project } = await rivers(ctx);
	const [published] = await publishedPagesOf({ ...ctx, actor: visitor }, project.id);
	const address = published?.path.split('/').at(-1) ?? '';
	const before = await publicPageFor({ ...ctx, actor: visitor }, project.address, address);
	const picture = /\/files\/([0-9a-f-]{36})/.exec(JSON.stringify(before))?.[1];
	await ctx.db.updateTable('spaces.space').set({ archived_at: ctx.now }).where('id', '=', space).execute();
	const later = inDays(ctx, 3660);
	await run('spaces.empty-old', later);
	await run('platform.forget-files', later);

	expect(await publicPageFor({ ...later, actor: visitor }, project.address, address)).toEqual(before);
	if (picture) await expect(fileFor({ ...later, actor: visitor }, picture, 'small')).resolves.toBeDefined();
	const pages = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('title')
		.where('space_id', '=', space)
		.execute();
	expect(pages.map(({ title }) => title)).toEqual(['Two rivers, two cities']);
	const left = await sql<{ count: number }>`select count(*) from spaces.member
		where space_id = ${space} and num_nonnulls(person_id, pupil_id) > 0`.execute(ctx.db);
	expect(left.rows[0]?.count).toBe(0);
	await expect(twinSpaceFor({ ...later, actor: teacher('ines') }, project.shortId)).rejects.toThrow();
});

test('a page that is taken out of the bin in time stays, with all its versions', async () => {
	const ctx = world.as(system);
	const { space } = await rivers(ctx);
	const { id: page } = await ctx.db
		.selectFrom('spaces_pages.page')
		.select('id')
		.where('space_id', '=', space)
		.where('title', '=', 'How we measure')
		.executeTakeFirstOrThrow();
	const ines = { ...ctx, actor: teacher('ines') };
	await binPage(ines, { space, page });
	await takeOutOfBin({ ...inDays(ctx, 29), actor: teacher('ines') }, { space, page });
	await run('spaces/pages.remove-binned', inDays(ctx, 40));
	const versions = await ctx.db
		.selectFrom('spaces_pages.page_version')
		.select('version')
		.where('page_id', '=', page)
		.execute();
	expect(versions.length).toBeGreaterThan(1);
	await binPage({ ...inDays(ctx, 40), actor: teacher('ines') }, { space, page });
	await run('spaces/pages.remove-binned', inDays(ctx, 71));
	expect(
		await ctx.db
			.selectFrom('spaces_pages.page_version')
			.select('version')
			.where('page_id', '=', page)
			.execute(),
	).toEqual([]);
});

test('a plan that was taken back is found nowhere after a year, not in the case either', async () => {
	const ctx = world.as(system);
	const project = await aSubmittedProject(world);
	must(await withdrawProject({ ...ctx, actor: teacher('ines') }, { project }));
	const words = async () =>
		(
			await sql`select from support.case_round where snapshot::text like ${`%${aPlan.aims}%`}
			union all select from projects.project where aims = ${aPlan.aims}`.execute(ctx.db)
		).rows.length;
	await run('projects.forget-withdrawn', inDays(ctx, 364));
	expect(await words()).toBe(2);
	await run('projects.forget-withdrawn', inDays(ctx, 367));
	expect(await words()).toBe(0);
});

test('a pupil who signs in now and then stays; one who does not is ended after 13 months and removed 60 days later', async () => {
	const ctx = world.as(system);
	const stays = await aCard(ctx);
	// teachers keep these classes from year to year
	await ctx.db.updateTable('pupils.class').set({ ends_on: '2099-08-31' }).execute();
	const later = inDays(ctx, 390);
	must(await signInPupil({ ...later, actor: visitor }, { code: stays.code, network: 'n' }));
	await run('pupils.forget-pupils', inDays(ctx, 400));
	const present = async () =>
		(await ctx.db.selectFrom('pupils.pupil').select('id').where('ended_at', 'is', null).execute()).map(
			({ id }) => id,
		);
	expect(await present()).toEqual([stays.pupil]);
	await run('pupils.forget-pupils', inDays(ctx, 461));
	expect((await ctx.db.selectFrom('pupils.pupil').select('id').execute()).map(({ id }) => id)).toEqual([
		stays.pupil,
	]);
	// what they wrote stays, as from nobody
	const posts = await sql<{ count: number }>`select count(*) from spaces_updates.post as post
		join spaces.member as member on member.id = post.member_id
		where member.role = 'pupil' and member.erased_at is not null`.execute(ctx.db);
	expect(posts.rows[0]?.count).toBeGreaterThan(5);
	expect(await ctx.db.selectFrom('twinspaces.class_in_space').select('class_id').execute()).toEqual([]);
});

const hasAccount = async (name: PersonName) =>
	(
		await world.db
			.selectFrom('people.person')
			.select('email')
			.where('id', '=', people[name].id)
			.executeTakeFirstOrThrow()
	).email !== null;
const toldOf = async (name: PersonName, kind: string) =>
	(
		await world.db
			.selectFrom('notices.notice')
			.select('kind')
			.where('person_id', '=', people[name].id)
			.where('kind', '=', kind)
			.execute()
	).length;

test('an account that nobody ever confirmed ends after 30 days and one letter; all others stay', async () => {
	const ctx = world.as(system);
	await withLogin(ctx, 'marco');
	await run('privacy.end-accounts', inDays(ctx, 22));
	expect(await toldOf('marco', 'account-pending')).toBe(0);
	await run('privacy.end-accounts', inDays(ctx, 24));
	await run('privacy.end-accounts', inDays(ctx, 25));
	expect(await toldOf('marco', 'account-pending')).toBe(1);
	await run('privacy.end-accounts', inDays(ctx, 30));
	expect(await hasAccount('marco')).toBe(true);
	await run('privacy.end-accounts', inDays(ctx, 32));
	expect(await hasAccount('marco')).toBe(false);
	for (const name of ['ines', 'rui', 'anna', 'liis'] as const) {
		expect([name, await hasAccount(name)]).toEqual([name, true]);
		expect(await toldOf(name, 'account-pending')).toBe(0);
	}
});

test('somebody who waits for a support organisation is not taken for nobody', async () => {
	const ctx = world.as(system);
	must(
		await stateAffiliation({ ...ctx, actor: member('marco') }, {
			school: schools.aurora.id,
			role: 'teacher',
		} as never),
	);
	await run('privacy.end-accounts', inDays(ctx, 40));
	expect(await toldOf('marco', 'account-pending')).toBe(0);
});

test('who signs in after the letter keeps the account', async () => {
	const ctx = world.as(system);
	const { email } = await withLogin(ctx, 'marco');
	await run('privacy.end-accounts', inDays(ctx, 24));
	const back = inDays(ctx, 25);
	const headers = await signedIn(back, email);
	await noteUseOf(back, await actorOfRequest({ ...back, actor: visitor }, headers));
	await run('privacy.end-accounts', inDays(ctx, 45));
	expect(await hasAccount('marco')).toBe(true);
	expect(await toldOf('marco', 'account-pending')).toBe(1);
});

test('a worker that slept for five years erases nobody at once', async () => {
	const ctx = world.as(system);
	await run('privacy.end-accounts', inDays(ctx, 5 * 365));
	expect(await hasAccount('ines')).toBe(true);
	expect(await toldOf('ines', 'account-idle')).toBe(1);
	await run('privacy.end-accounts', inDays(ctx, 5 * 365 + 47));
	await run('privacy.end-accounts', inDays(ctx, 5 * 365 + 60));
	expect(await hasAccount('ines')).toBe(true);
	await run('privacy.end-accounts', inDays(ctx, 5 * 365 + 62));
	expect(await hasAccount('ines')).toBe(false);
});

test('the chain of the log holds after old lines were forgotten, and shows a change of the newer ones', async () => {
	const ctx = world.as(system);
	const at = (text: string) => ({ ...ctx, now: new Date(text) });
	for (const moment of ['2024-01-10T12:00:00Z', '2024-02-10T12:00:00Z', '2026-09-10T12:00:00Z']) {
		await audit(at(moment), 'a-deed', { kind: 'thing' });
		await sealAudit(at(moment));
	}
	await run('platform.forget-deeds', at('2026-10-01T12:00:00Z'));
	const deeds = await ctx.db
		.selectFrom('platform.audit_entry')
		.select('at')
		.where('action', '=', 'a-deed')
		.execute();
	expect(deeds).toHaveLength(1);
	expect(await firstBrokenSeal(ctx)).toBeUndefined();
	await sql`set local role none`.execute(ctx.db);
	await sql`update platform.audit_entry set action = 'another' where action = 'a-deed'`.execute(ctx.db);
	expect(await firstBrokenSeal(ctx)).toBeDefined();
});

test('nobody makes the log forget its last six months, whatever moment is asked for', async () => {
	const ctx = world.as(system);
	const justNow = { ...ctx, now: new Date(Date.now() - 60_000) };
	await audit(justNow, 'a-deed', { kind: 'thing' });
	await sealAudit(justNow);
	await sql`select platform.forget_log('2999-01-01T00:00:00Z', '2999-01-01T00:00:00Z')`.execute(ctx.db);
	const deeds = await ctx.db
		.selectFrom('platform.audit_entry')
		.select('at')
		.where('action', '=', 'a-deed')
		.execute();
	expect(deeds).toHaveLength(1);
});
