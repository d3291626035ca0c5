/** Somebody comes to write in a page together with others: asked again and again while they stay. */
import { demandOwnTeacher, demandRight, memberFor, spaceFor, type MemberCard } from '#domain/spaces';
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import type { PageId } from '../page.ts';
import { spaceOfPage } from '../pages.sql.ts';
import { pageFor } from '../read-pages.ts';

/** The one who writes, as the others see them. */
export type Writer = MemberCard;

/** Whoever may write in the page. NotFound when the page is not for them or in the bin, Forbidden when they only read. */
export async function enterPage(ctx: Context, id: PageId): Promise<Writer> {
	const spaceId = isId(id) ? await spaceOfPage(ctx, id) : undefined;
	if (spaceId === undefined) throw new NotFound('page');
	const space = await spaceFor(ctx, spaceId);
	const page = await pageFor(ctx, space, id);
	if (page.binnedAt !== null) throw new NotFound('page');
	demandRight(ctx, space, 'pages.write', page);
	await demandOwnTeacher(ctx, space);
	return memberFor(ctx, space, space.me.id);
}
