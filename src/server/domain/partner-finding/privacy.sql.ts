/** SQL of what partner finding keeps about a person: erased, and moved when two accounts become one. */
import { sql } from 'kysely';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import { replaceEntries } from './entries.sql.ts';

/** Searches the person saved, classes they described, links they made or answered. */
export async function searchesAndLinksOf(ctx: Context, person: PersonId) {
	return {
		savedSearches: await ctx.db
			.selectFrom('partner_finding.saved_search')
			.select(['name', 'query', 'saved_at', 'told_up_to', 'stopped_at'])
			.where('person_id', '=', person)
			.execute(),
		classCards: await ctx.db
			.selectFrom('partner_finding.class_card')
			.select(['school_id', 'name', 'ages_from', 'ages_to', 'pupils', 'languages', 'subjects'])
			.select(['months', 'weekdays', 'hours_from', 'hours_to', 'away', 'wishes', 'locale', 'changed_at'])
			.where('person_id', '=', person)
			.execute(),
		suggestionsPutAway: await ctx.db
			.selectFrom('partner_finding.not_for_me')
			.select(['thing_id', 'said_at'])
			.where('person_id', '=', person)
			.execute(),
		linksMade: await ctx.db
			.selectFrom('partner_finding.link_invitation')
			.select(['title', 'address', 'made_at', 'expires_at', 'withdrawn_at'])
			.where('person_id', '=', person)
			.execute(),
		linksAnswered: await ctx.db
			.selectFrom('partner_finding.link_answer')
			.select(['said_at', 'accepted', 'decided_at'])
			.where('person_id', '=', person)
			.execute(),
		postsReminded: await ctx.db
			.selectFrom('partner_finding.post')
			.select('reminded_at')
			.where('person_id', '=', person)
			.where('reminded_at', 'is not', null)
			.execute(),
	};
}

export async function deletePostsOf(ctx: Context, person: PersonId): Promise<void> {
	await replaceEntries(ctx, { kinds: ['person', 'post'], owners: [person] }, []);
	await ctx.db.deleteFrom('partner_finding.saved_search').where('person_id', '=', person).execute();
	await ctx.db.deleteFrom('partner_finding.class_card').where('person_id', '=', person).execute();
	await ctx.db
		.deleteFrom('partner_finding.not_for_me')
		.where(({ eb, or }) => or([eb('person_id', '=', person), eb('thing_id', '=', person)]))
		.execute();
	await ctx.db.deleteFrom('partner_finding.link_answer').where('person_id', '=', person).execute();
	await ctx.db.deleteFrom('partner_finding.link_invitation').where('person_id', '=', person).execute();
	const posts = ctx.db.selectFrom('partner_finding.post').select('id').where('person_id', '=', person);
	await ctx.db.deleteFrom('partner_finding.post_closure').where('post_id', 'in', posts).execute();
	await ctx.db.deleteFrom('partner_finding.post').where('person_id', '=', person).execute();
}

export type PostJournal = {
	readonly from: PersonId;
	readonly into: PersonId;
	readonly posts: readonly string[];
	readonly searches: readonly string[];
	readonly links: readonly string[];
	readonly classes: readonly string[];
	/** Invitations that were answered, and suggestions put away. */
	readonly answers: readonly string[];
	readonly putAway: readonly string[];
};

export async function handPostsOver(ctx: Context, from: PersonId, into: PersonId): Promise<PostJournal> {
	const moved = await ctx.db
		.updateTable('partner_finding.post')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	// a search that both have saved stays where it is
	const theirs = ctx.db
		.selectFrom('partner_finding.saved_search')
		.select('query')
		.where('person_id', '=', into);
	const searches = await ctx.db
		.updateTable('partner_finding.saved_search')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.where('query', 'not in', theirs)
		.returning('id')
		.execute();
	const links = await ctx.db
		.updateTable('partner_finding.link_invitation')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	const classes = await ctx.db
		.updateTable('partner_finding.class_card')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.returning('id')
		.execute();
	const answers = await ctx.db
		.updateTable('partner_finding.link_answer')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.where('invitation_id', 'not in', (eb) =>
			eb.selectFrom('partner_finding.link_answer').select('invitation_id').where('person_id', '=', into),
		)
		.returning('invitation_id as id')
		.execute();
	const putAway = await ctx.db
		.updateTable('partner_finding.not_for_me')
		.set({ person_id: into })
		.where('person_id', '=', from)
		.where('thing_id', 'not in', (eb) =>
			eb.selectFrom('partner_finding.not_for_me').select('thing_id').where('person_id', '=', into),
		)
		.returning('thing_id as id')
		.execute();
	const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);
	return {
		...{ from, into, posts: ids(moved), searches: ids(searches) },
		...{ links: ids(links), classes: ids(classes), answers: ids(answers), putAway: ids(putAway) },
	};
}

export async function givePostsBack(ctx: Context, journal: PostJournal): Promise<void> {
	const { from, into, posts, searches, links, classes, answers, putAway } = journal;
	const any = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`;
	const among = (ids: readonly string[]) => sql<boolean>`id = ${any(ids)}`;
	const back = { person_id: from };
	await ctx.db.updateTable('partner_finding.post').set(back).where(among(posts)).execute();
	await ctx.db.updateTable('partner_finding.saved_search').set(back).where(among(searches)).execute();
	await ctx.db.updateTable('partner_finding.link_invitation').set(back).where(among(links)).execute();
	await ctx.db.updateTable('partner_finding.class_card').set(back).where(among(classes)).execute();
	await ctx.db
		.updateTable('partner_finding.link_answer')
		.set(back)
		.where('person_id', '=', into)
		.where('invitation_id', '=', any(answers))
		.execute();
	await ctx.db
		.updateTable('partner_finding.not_for_me')
		.set(back)
		.where('person_id', '=', into)
		.where('thing_id', '=', any(putAway))
		.execute();
}
