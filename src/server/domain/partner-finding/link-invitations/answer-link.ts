/** Somebody opens a link invitation, and says yes. */
import { blockedAmong } from '#domain/contacts';
import { personCards, type PersonCard } from '#domain/people';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { personOf } from '#shared/actor';
import { demand } from '../abilities.ts';
import { isSigned, namedBy } from '../signed-link.ts';
import { isOver, mostAnswers, type LinkInvitation } from './link-invitation.ts';
import { answerOf, answersFor, insertAnswer, linkById } from './links.sql.ts';

export type OpenedLink = {
	readonly title: string;
	readonly founder: PersonCard;
	/** It was taken back, or its time is over. */
	readonly over: boolean;
	/** The reader made it. */
	readonly own: boolean;
	/** What the reader has said, and what became of it. */
	readonly said: 'waits' | 'confirmed' | undefined;
};

/** What a link invites to. open-to-all: whoever has it was given it by the founder, who is named with the school. */
export async function linkBehind(ctx: Context, token: string): Promise<OpenedLink> {
	const link = await reachLink(ctx, token);
	const founder = (await personCards(ctx, [link.founder])).get(link.founder);
	if (!founder) throw new NotFound('link');
	const person = personOf(ctx.actor);
	const answer = person === undefined ? undefined : await answerOf(ctx, link.id, person);
	return {
		title: link.title,
		founder,
		over: isOver(link, ctx.now),
		own: person === link.founder,
		said: answer && (answer.accepted ? 'confirmed' : 'waits'),
	};
}

/**
 * Says yes; the founder is told and decides. Who is not validated yet may say so already, and waits the longer. A block
 * between the two looks like a link that is over.
 */
export async function answerLink(
	ctx: Context,
	token: string,
): Promise<Result<undefined, 'over' | 'own' | 'too-many-answers'>> {
	demand(ctx, 'partners.answer-link');
	return inTransaction(ctx, async (ctx) => {
		const link = await reachLink(ctx, token);
		const person = personOf(ctx.actor) ?? '';
		if (person === link.founder) return refused('own');
		if (isOver(link, ctx.now) || (await blockedAmong(ctx, person, link.founder))) return refused('over');
		const answers = await answersFor(ctx, link.project);
		if (answers.length >= mostAnswers) return refused('too-many-answers');
		if (!(await insertAnswer(ctx, link.id, person))) return granted();
		const mine = (await personCards(ctx, [person])).get(person);
		await emit(ctx, 'notice', {
			to: [link.founder],
			kind: 'link-answered',
			params: { name: mine?.name ?? '', title: link.title },
			names: [person],
			path: `/projects/${link.address}/invitation-link`,
		});
		return granted();
	});
}

async function reachLink(ctx: Context, token: string): Promise<LinkInvitation> {
	const id = namedBy(token);
	const link = id !== undefined && isSigned(token, 'join plan', id) ? await linkById(ctx, id) : undefined;
	if (!link) throw new NotFound('link');
	return link;
}
