/** A founder invites a colleague into a plan by a link, and says yes or no to whoever answers. */
import { becomeContacts, blockedAmong } from '#domain/contacts';
import { personCards, validatedAffiliationsAmong, type PersonCard } from '#domain/people';
import { projectFor } from '#domain/projects';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { granted, refused, type Granted, type Result } from '#platform/result';
import { personOf, type PersonId } from '#shared/actor';
import { demand } from '../abilities.ts';
import { endOfRun } from '../post.ts';
import { signedToken } from '../signed-link.ts';
import { isOver, linkRuns, type LinkInvitationId } from './link-invitation.ts';
import { answersFor, decideAnswer, insertLink, newestLink, withdrawLinks } from './links.sql.ts';

/** A new link to one's own plan; an older one leads nowhere from now on. */
export async function makeLink(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		const plan = await ownPlan(ctx, input.project);
		await withdrawLinks(ctx, plan.id);
		await insertLink(ctx, {
			id: newId(),
			project: plan.id,
			title: plan.title,
			address: plan.address,
			founder: me(ctx),
			madeAt: ctx.now,
			expiresAt: endOfRun(ctx.now, linkRuns),
			withdrawn: false,
		});
		return granted();
	});
}

/** The link leads nowhere any more; who has said yes already can still be answered. */
export async function withdrawLink(
	ctx: Context,
	input: { readonly project: string },
): Promise<Granted<undefined>> {
	return inTransaction(ctx, async (ctx) => {
		await withdrawLinks(ctx, (await ownPlan(ctx, input.project)).id);
		return granted();
	});
}

/**
 * The founder's yes makes the two contacts, so that the plan can be sent in the usual way; a no is told to nobody.
 * `not-validated`: nobody has confirmed yet that the other is a teacher. `not-available`: one has blocked the other.
 */
export async function answerColleague(
	ctx: Context,
	input: {
		readonly project: string;
		readonly invitation: LinkInvitationId;
		readonly person: PersonId;
		readonly accepted: boolean;
	},
): Promise<Result<undefined, 'not-validated' | 'not-available' | 'decided-already'>> {
	return inTransaction(ctx, async (ctx) => {
		const plan = await ownPlan(ctx, input.project);
		const { invitation, person, accepted } = input;
		const said = (await answersFor(ctx, plan.id)).some(
			(answer) => answer.invitation === invitation && answer.person === person,
		);
		if (!said) throw new NotFound('answer');
		if (accepted && !(await isTeacher(ctx, person))) return refused('not-validated');
		if (accepted && (await blockedAmong(ctx, me(ctx), person))) return refused('not-available');
		if (!(await decideAnswer(ctx, invitation, person, accepted))) return refused('decided-already');
		if (!accepted) return granted();
		await becomeContacts(ctx, me(ctx), person);
		const mine = (await personCards(ctx, [me(ctx)])).get(me(ctx));
		await emit(ctx, 'notice', {
			to: [person],
			kind: 'link-confirmed',
			params: { name: mine?.name ?? '', title: plan.title },
			names: [me(ctx)],
			path: `/mailbox/${me(ctx)}`,
		});
		return granted();
	});
}

export type Colleague = {
	readonly invitation: LinkInvitationId;
	readonly person: PersonCard;
	readonly saidAt: Date;
	readonly validated: boolean;
	readonly accepted: boolean | undefined;
};

export type LinkDesk = {
	readonly title: string;
	readonly address: string;
	/** The way to the running link, without language; undefined where there is none. */
	readonly link: { readonly path: string; readonly expiresAt: Date } | undefined;
	readonly colleagues: readonly Colleague[];
};

/** The link of one's own plan, and who has answered it. */
export async function linkDeskFor(ctx: Context, project: string): Promise<LinkDesk> {
	const plan = await ownPlan(ctx, project);
	const link = await newestLink(ctx, plan.id);
	const answers = await answersFor(ctx, plan.id);
	const persons = answers.map(({ person }) => person);
	const cards = await personCards(ctx, persons);
	const validated = new Set((await validatedAffiliationsAmong(ctx, persons)).map(({ person }) => person));
	return {
		title: plan.title,
		address: plan.address,
		link:
			link && !isOver(link, ctx.now)
				? { path: `/invited/${signedToken('join plan', link.id)}`, expiresAt: link.expiresAt }
				: undefined,
		colleagues: answers.flatMap((answer) => {
			const person = cards.get(answer.person);
			return person ? [{ ...answer, person, validated: validated.has(answer.person) }] : [];
		}),
	};
}

/** A plan that the reader is writing. */
async function ownPlan(ctx: Context, project: string) {
	const page = await projectFor(ctx, project);
	demand(ctx, 'partners.invite-by-link', { writesPlan: page.abilities.writePlan && page.state === 'draft' });
	return page;
}

async function isTeacher(ctx: Context, person: PersonId): Promise<boolean> {
	return (await validatedAffiliationsAmong(ctx, [person])).length > 0;
}

function me(ctx: Context): PersonId {
	return personOf(ctx.actor) ?? '';
}
