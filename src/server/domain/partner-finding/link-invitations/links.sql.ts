/** SQL of link invitations. */
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { LinkAnswer, LinkInvitation, LinkInvitationId } from './link-invitation.ts';

function links(ctx: Context) {
	return ctx.db
		.selectFrom('partner_finding.link_invitation')
		.select(['id', 'project_id', 'title', 'address', 'person_id', 'made_at', 'expires_at', 'withdrawn_at']);
}

type Row = Awaited<ReturnType<ReturnType<typeof links>['executeTakeFirstOrThrow']>>;

function linkOf(row: Row): LinkInvitation {
	return {
		id: row.id,
		project: row.project_id,
		title: row.title,
		address: row.address,
		founder: row.person_id,
		madeAt: row.made_at,
		expiresAt: row.expires_at,
		withdrawn: row.withdrawn_at !== null,
	};
}

export async function linkById(ctx: Context, id: LinkInvitationId): Promise<LinkInvitation | undefined> {
	const row = await links(ctx).where('id', '=', id).executeTakeFirst();
	return row && linkOf(row);
}

/** The newest link of a plan. */
export async function newestLink(ctx: Context, project: string): Promise<LinkInvitation | undefined> {
	const row = await links(ctx)
		.where('project_id', '=', project)
		.orderBy('made_at', 'desc')
		.orderBy('id', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row && linkOf(row);
}

export async function insertLink(ctx: Context, link: LinkInvitation): Promise<void> {
	await ctx.db
		.insertInto('partner_finding.link_invitation')
		.values({
			id: link.id,
			project_id: link.project,
			title: link.title,
			address: link.address,
			person_id: link.founder,
			made_at: link.madeAt,
			expires_at: link.expiresAt,
		})
		.execute();
}

export async function withdrawLinks(ctx: Context, project: string): Promise<void> {
	await ctx.db
		.updateTable('partner_finding.link_invitation')
		.set({ withdrawn_at: ctx.now })
		.where('project_id', '=', project)
		.where('withdrawn_at', 'is', null)
		.execute();
}

/** Who said yes to any link of a plan, the newest first. */
export async function answersFor(
	ctx: Context,
	project: string,
): Promise<(LinkAnswer & { readonly invitation: LinkInvitationId })[]> {
	const rows = await ctx.db
		.selectFrom('partner_finding.link_answer as answer')
		.innerJoin('partner_finding.link_invitation as link', 'link.id', 'answer.invitation_id')
		.select(['answer.invitation_id', 'answer.person_id', 'answer.said_at', 'answer.accepted'])
		.where('link.project_id', '=', project)
		.orderBy('answer.said_at', 'desc')
		.execute();
	return rows.map((row) => ({
		invitation: row.invitation_id,
		person: row.person_id,
		saidAt: row.said_at,
		accepted: row.accepted ?? undefined,
	}));
}

export async function answerOf(
	ctx: Context,
	invitation: LinkInvitationId,
	person: PersonId,
): Promise<LinkAnswer | undefined> {
	const row = await ctx.db
		.selectFrom('partner_finding.link_answer')
		.select(['person_id', 'said_at', 'accepted'])
		.where('invitation_id', '=', invitation)
		.where('person_id', '=', person)
		.executeTakeFirst();
	return row && { person: row.person_id, saidAt: row.said_at, accepted: row.accepted ?? undefined };
}

/** False when the person has said so already. */
export async function insertAnswer(
	ctx: Context,
	invitation: LinkInvitationId,
	person: PersonId,
): Promise<boolean> {
	const made = await ctx.db
		.insertInto('partner_finding.link_answer')
		.values({ invitation_id: invitation, person_id: person, said_at: ctx.now })
		.onConflict((conflict) => conflict.columns(['invitation_id', 'person_id']).doNothing())
		.executeTakeFirst();
	return made.numInsertedOrUpdatedRows === 1n;
}

/** False when the founder has decided already. */
export async function decideAnswer(
	ctx: Context,
	invitation: LinkInvitationId,
	person: PersonId,
	accepted: boolean,
): Promise<boolean> {
	const decided = await ctx.db
		.updateTable('partner_finding.link_answer')
		.set({ accepted, decided_at: ctx.now })
		.where('invitation_id', '=', invitation)
		.where('person_id', '=', person)
		.where('accepted', 'is', null)
		.executeTakeFirst();
	return decided.numUpdatedRows > 0n;
}

export async function deleteLinksBefore(ctx: Context, before: Date): Promise<void> {
	await ctx.db.deleteFrom('partner_finding.link_invitation').where('expires_at', '<', before).execute();
}
