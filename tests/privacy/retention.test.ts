// Every word by which a manifest says how long something is kept, with the clock moved: a moment before its time it is
// there, a moment after it is gone, by the very jobs that say they see to it.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { answerRequest, sendRequest, writeMessage } from '#domain/contacts';
import { linkRuns, makeLink, writePost } from '#domain/partner-finding';
import { askToJoin } from '#domain/people';
import { foundProject, withdrawProject } from '#domain/projects';
import { signInPupil } from '#domain/pupils';
import { openLook } from '#domain/support';
import { audit } from '#platform/audit';
import { sealAudit } from '#platform/audit-seal';
import type { Context, Database } from '#platform/context';
import { inTransaction } from '#platform/database';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { once } from '#platform/forms';
import { countAgainst } from '#platform/limits';
import { queueMail } from '#platform/mail';
import { parts } from '#platform/part';
import { keptWords, type Kept } from '#platform/retention';
import { system, visitor, type System } from '#shared/actor';
import { askForCopy } from '#domain/twinspaces/copies';
import { testDatabase, type WorldDatabase } from '../world/database.ts';
import { aCard } from '../world/a-card.ts';
import { aCohort, endOfStudies } from '../world/a-cohort.ts';
import { officer, people, teacher } from '../world/index.ts';
import { livelyWorld } from '../world/lively.ts';
import { must } from '../world/must.ts';
import { signedIn, withLogin } from '../world/signing-in.ts';
import { aDraft, aSubmittedProject, stepOf } from '../world/a-project.ts';

const world = testDatabase();
const lively = testDatabase(livelyWorld);
/** What is proved in a TwinSpace full of life. */
const inTwinSpace: readonly Kept[] = ['space', 'page', 'material', 'copy', 'post', 'report'];
const hour = 3600 * 1000;
const day = 24 * hour;

/** What was made, and until when it is kept. */
type Made = {
	readonly isThere: (db: Database) => Promise<boolean>;
	/** The last moment at which it must be there. */
	readonly until: Date;
};
type Proof = (ctx: Context<System>) => Promise<Made>;

const later = (ctx: Context, time: { years?: number; months?: number; days?: number }): Date => {
	const moment = new Date(ctx.now);
	moment.setUTCFullYear(moment.getUTCFullYear() + (time.years ?? 0));
	moment.setUTCMonth(moment.getUTCMonth() + (time.months ?? 0));
	return new Date(moment.getTime() + (time.days ?? 0) * day);
};
const rows = (table: string) => async (db: Database) =>
	(await sql`select from ${sql.table(table)}`.execute(db)).rows.length > 0;
const row = (table: string, id: string) => async (db: Database) =>
	(await sql`select from ${sql.table(table)} where id::text = ${id}`.execute(db)).rows.length > 0;

async function twoRivers(ctx: Context): Promise<string> {
	const found = await ctx.db
		.selectFrom('twinspaces.twinspace as twinspace')
		.innerJoin('projects.project as project', 'project.id', 'twinspace.project_id')
		.select('twinspace.space_id')
		.where('project.title', '=', 'Two rivers')
		.executeTakeFirstOrThrow();
	return found.space_id;
}

const proofs: Readonly<Record<Kept, Proof>> = {
	account: async (ctx) => {
		const { email } = await withLogin(ctx, 'liis');
		const [first, last] = [later(ctx, { years: 3, days: -60 }), later(ctx, { years: 3, days: -14 })];
		const early = { ...ctx, now: new Date(first.getTime() + hour) };
		await run('account', early);
		await run('account', { ...ctx, now: new Date(last.getTime() + 2 * hour) });
		const told = await ctx.db
			.selectFrom('notices.notice')
			.select('params')
			.where('person_id', '=', people.liis.id)
			.where('kind', '=', 'account-idle')
			.orderBy('told_at')
			.execute();
		expect(told.map(({ params }) => params)).toEqual([{ days: 60 }, { days: 14 }]);
		return {
			isThere: async (db) =>
				(await sql`select from people.login where email = ${email}`.execute(db)).rows.length > 0,
			until: new Date(last.getTime() + 14 * day),
		};
	},
	joining: async (ctx) => {
		const joining = must(
			await askToJoin(
				{ ...ctx, actor: visitor },
				{
					name: 'Nova',
					email: 'nova@escola.example',
					password: 'seven goats under plum trees',
					country: 'PT',
					network: 'n',
				},
			),
		);
		return { isThere: row('people.joining', joining.joining), until: later(ctx, { days: 30 }) };
	},
	session: async (ctx) => {
		const { email } = await withLogin(ctx, 'ines');
		await signedIn(ctx, email);
		return { isThere: rows('people.session'), until: new Date(ctx.now.getTime() + 8 * hour - 1) };
	},
	request: async (ctx) => {
		const ines = { ...ctx, actor: teacher('ines') };
		const request = must(
			await sendRequest(ines, { to: people.liis.id, message: 'Shall we measure rivers?' }),
		);
		must(await answerRequest({ ...ctx, actor: teacher('liis') }, { request, accepted: true }));
		return { isThere: row('contacts.request', request), until: later(ctx, { months: 24 }) };
	},
	message: async (ctx) => {
		const ines = { ...ctx, actor: teacher('ines') };
		const request = must(await sendRequest(ines, { to: people.liis.id, message: 'Which river?' }));
		must(await answerRequest({ ...ctx, actor: teacher('liis') }, { request, accepted: true }));
		const message = must(await writeMessage(ines, { to: people.liis.id, words: 'And when?' }));
		return { isThere: row('contacts.message', message), until: later(ctx, { months: 24 }) };
	},
	notice: async (ctx) => {
		await tell(ctx);
		return { isThere: rows('notices.notice'), until: later(ctx, { months: 12 }) };
	},
	'partner-post': async (ctx) => {
		const post = await aPost(ctx);
		return {
			isThere: row('partner_finding.post', post),
			until: later({ ...ctx, now: in60Days(ctx) }, { months: 24 }),
		};
	},
	'link-invitation': async (ctx) => {
		const project = await aDraft(world);
		await makeLink({ ...ctx, actor: teacher('ines') }, { project });
		const ended = { ...ctx, now: later(ctx, { days: linkRuns }) };
		return { isThere: rows('partner_finding.link_invitation'), until: later(ended, { months: 3 }) };
	},
	findable: async (ctx) => {
		const post = await aPost(ctx);
		return {
			isThere: async (db) =>
				(await sql`select from partner_finding.search_entry where thing_id = ${post}`.execute(db)).rows
					.length > 0,
			until: new Date(in60Days(ctx).getTime() - 1),
		};
	},
	'search-change': async (ctx) => {
		await sql`insert into partner_finding.search_change (owner_id, noted_at)
			values (${people.ines.id}, ${ctx.now})`.execute(ctx.db);
		return {
			isThere: async (db) =>
				(await sql`select from partner_finding.search_change where noted_at = ${ctx.now}`.execute(db)).rows
					.length > 0,
			until: later(ctx, { days: 3 }),
		};
	},
	project: async (ctx) => {
		const ines = { ...ctx, actor: teacher('ines') };
		const { address } = must(await foundProject(ines, { kind: 'european', title: 'Never mind' }));
		must(await withdrawProject(ines, { project: address.slice(-8) }));
		return {
			isThere: async (db) =>
				(await sql`select from projects.project where title = 'Never mind'`.execute(db)).rows.length > 0,
			until: later(ctx, { months: 12 }),
		};
	},
	space: async (ctx) => {
		const space = await twoRivers(ctx);
		await ctx.db.updateTable('spaces.space').set({ archived_at: ctx.now }).where('id', '=', space).execute();
		return {
			isThere: async (db) => {
				const { rows: members } = await sql`select from spaces.member
					where space_id = ${space} and (person_id is not null or pupil_id is not null)`.execute(db);
				const { rows: posts } = await sql`select from spaces_updates.post where space_id = ${space}`.execute(
					db,
				);
				expect(members.length > 0).toBe(posts.length > 0);
				return members.length > 0;
			},
			until: later(ctx, { years: 10 }),
		};
	},
	page: async (ctx) => {
		const space = await twoRivers(ctx);
		const { id, made_by } = await ctx.db
			.selectFrom('spaces_pages.page')
			.select(['id', 'made_by'])
			.where('space_id', '=', space)
			.where('title', '=', 'Two rivers, two cities')
			.executeTakeFirstOrThrow();
		await ctx.db
			.updateTable('spaces_pages.page')
			.set({ binned_at: ctx.now, binned_by: made_by })
			.where('id', '=', id)
			.execute();
		return { isThere: row('spaces_pages.page', id), until: later(ctx, { days: 30 }) };
	},
	material: async (ctx) => {
		const space = await twoRivers(ctx);
		const [id, file] = [newId(), newId()];
		const { id: member } = await ctx.db
			.selectFrom('spaces.member')
			.select('id')
			.where('space_id', '=', space)
			.executeTakeFirstOrThrow();
		const made = { purpose: 'material', owner_id: space, name: 'a.pdf', type: 'application/pdf' };
		await ctx.db
			.insertInto('platform.file')
			.values({ id: file, ...made, made_at: ctx.now })
			.execute();
		await ctx.db
			.insertInto('spaces_materials.material')
			.values({
				...{ id, space_id: space, file_id: file, kind: 'document', name: 'a.pdf', locale: 'en', bytes: 1 },
				...{ added_by: member, added_at: ctx.now, binned_at: ctx.now, binned_by: member },
			})
			.execute();
		return { isThere: row('spaces_materials.material', id), until: later(ctx, { days: 30 }) };
	},
	copy: async (ctx) => {
		const space = await twoRivers(ctx);
		must(await askForCopy({ ...ctx, actor: teacher('ines') }, { space }));
		return { isThere: rows('twinspaces_copies.copy'), until: later(ctx, { days: 7 }) };
	},
	post: async (ctx) => {
		const removed = await ctx.db
			.selectFrom('spaces_updates.post_removal')
			.select(['post_id', 'removed_at'])
			.executeTakeFirstOrThrow();
		return {
			isThere: async (db) =>
				(
					await sql`select from spaces_updates.post where id = ${removed.post_id} and words is not null`.execute(
						db,
					)
				).rows.length > 0,
			until: later({ ...ctx, now: removed.removed_at }, { days: 90 }),
		};
	},
	report: async (ctx) => {
		await sql`update safety.matter set settled_at = ${ctx.now}`.execute(ctx.db);
		return { isThere: rows('safety.report'), until: later(ctx, { years: 3 }) };
	},
	pupil: async (ctx) => {
		const { pupil } = await anEndedPupil(ctx);
		return { isThere: row('pupils.pupil', pupil), until: later(ctx, { days: 60 }) };
	},
	card: async (ctx) => {
		const { pupil } = await anEndedPupil(ctx);
		return {
			isThere: async (db) =>
				(await sql`select from pupils.card where pupil_id = ${pupil}`.execute(db)).rows.length > 0,
			until: later(ctx, { days: 60 }),
		};
	},
	'pupil-session': async (ctx) => {
		const { code } = await aCard(ctx);
		const { endsAt } = must(await signInPupil({ ...ctx, actor: visitor }, { code, network: 'n' }));
		return { isThere: rows('pupils.session'), until: later({ ...ctx, now: endsAt }, { days: 1 }) };
	},
	cohort: async (ctx) => {
		const { cohort } = await aCohort(world);
		const ended = new Date(`${endOfStudies(ctx)}T23:59:00Z`);
		return {
			isThere: async (db) =>
				(await sql`select from teacher_education.student where cohort_id = ${cohort}`.execute(db)).rows
					.length > 0,
			until: ended,
		};
	},
	class: async (ctx) => {
		const card = await aCard(ctx);
		await ctx.db
			.updateTable('pupils.class')
			.set({ ended_at: ctx.now })
			.where('id', '=', card.class)
			.execute();
		return { isThere: row('pupils.class', card.class), until: later(ctx, { days: 60 }) };
	},
	import: async (ctx) => {
		await ctx.db
			.insertInto('schools_register.import')
			.values({
				id: newId(),
				country: 'PT',
				profile_name: 'p',
				scheme: 's',
				begun_at: ctx.now,
				account: 'maria',
			})
			.execute();
		return {
			isThere: async (db) =>
				(await sql`select from schools_register.import where account = 'maria'`.execute(db)).rows.length > 0,
			until: later(ctx, { months: 12 }),
		};
	},
	letter: async (ctx) => {
		const id = await queueMail(ctx, { to: 'nova@escola.example', locale: 'en', subject: 's', body: 'b' });
		return { isThere: row('platform.mail', id), until: later(ctx, { days: 30 }) };
	},
	log: async (ctx) => {
		// the database lets nobody shorten the log below six months of its own clock
		const then = { ...ctx, now: new Date('2024-03-01T12:00:00Z') };
		await audit(then, 'a-deed', { kind: 'thing' });
		await sealAudit(then);
		const project = await aSubmittedProject(worldAt(then.now));
		const rui = { ...then, actor: await officer(then, 'rui') };
		const step = await stepOf(world, project, 'rui');
		const found = await ctx.db
			.selectFrom('support.case_step')
			.select('case_id')
			.where('id', '=', step)
			.executeTakeFirstOrThrow();
		await openLook(rui, { case: found.case_id, reason: 'deciding' as never });
		await sealAudit(then);
		return {
			isThere: async (db) => {
				const { rows: deeds } = await sql`select from platform.audit_entry where action = 'a-deed'`.execute(
					db,
				);
				const { rows: looks } = await sql`select from support.look`.execute(db);
				expect(looks.length > 0).toBe(deeds.length > 0);
				return deeds.length > 0;
			},
			until: later(then, { months: 12 }),
		};
	},
	'form-answer': async (ctx) => {
		await once({ ...ctx, actor: teacher('ines') }, { form: 'f', key: 'k', body: 'b' }, () =>
			Promise.resolve(1),
		);
		return { isThere: rows('platform.form_answer'), until: later(ctx, { days: 1 }) };
	},
	limit: async (ctx) => {
		const window = { name: 'l', most: 9, seconds: 1 };
		await countAgainst(ctx, window, 'ines');
		return { isThere: rows('platform.limit_count'), until: later(ctx, { days: 2 }) };
	},
	file: async (ctx) => {
		const id = newId();
		await ctx.db
			.insertInto('platform.file')
			.values({
				id,
				purpose: 'page-picture',
				owner_id: newId(),
				name: 'n',
				type: 'image/webp',
				made_at: ctx.now,
			})
			.execute();
		return { isThere: row('platform.file', id), until: later(ctx, { days: 1 }) };
	},
};

async function tell(ctx: Context): Promise<void> {
	await inTransaction(ctx, (inside) =>
		emit(inside, 'notice', { to: [people.ines.id], kind: 'welcome', params: {}, path: '/me' }),
	);
}

async function aPost(ctx: Context): Promise<string> {
	const wanted = {
		kind: 'found-project',
		title: 'A partner for a choir',
		words: 'We sing.',
		locale: 'en',
		languages: ['en'],
		subjects: ['music'],
		agesFrom: 8,
		agesTo: 10,
		countriesWanted: [],
		partnersWanted: 1,
		days: 60,
	};
	return must(await writePost({ ...ctx, actor: teacher('ines') }, wanted as never)).post;
}

const in60Days = (ctx: Context) => new Date(ctx.now.getTime() + 60 * day);

async function anEndedPupil(ctx: Context) {
	const card = await aCard(ctx);
	await ctx.db.updateTable('pupils.pupil').set({ ended_at: ctx.now }).where('id', '=', card.pupil).execute();
	return card;
}

/** The world as it acts at another moment. */
function worldAt(now: Date): WorldDatabase {
	return {
		get db() {
			return world.db;
		},
		get connection() {
			return world.connection;
		},
		as: (actor, changes) => world.as(actor, { now, ...changes }),
	};
}

/** Runs every job whose manifest says that it carries out this word. */
async function run(word: Kept, ctx: Context<System>): Promise<void> {
	for (const { jobs, privacy } of parts()) {
		for (const [job, words] of Object.entries(privacy.forgets ?? {})) {
			if (words.includes(word)) await jobs?.[job]?.(ctx, {} as never);
		}
	}
}

test.each(keptWords)(
	'R-RET: what is kept as "%s" is there until its time and gone after it',
	async (word) => {
		const ctx = (inTwinSpace.includes(word) ? lively : world).as(system);
		const { isThere, until } = await proofs[word](ctx);
		expect(await isThere(ctx.db)).toBe(true);
		await run(word, { ...ctx, now: until });
		expect(await isThere(ctx.db)).toBe(true);
		// a day counts whole
		const over = { ...ctx, now: new Date(until.getTime() + day) };
		await run(word, over);
		expect(await isThere(ctx.db)).toBe(false);
		await run(word, over);
		expect(await isThere(ctx.db)).toBe(false);
	},
);

test('every word of the list is said by some manifest', () => {
	const said = new Set(
		parts().flatMap(({ privacy }) =>
			Object.values(privacy.columns).flatMap((columns) =>
				Object.values(columns).flatMap((column) => (column === 'none' ? [] : [column.kept])),
			),
		),
	);
	expect([...said].sort()).toEqual([...keptWords].sort());
});
