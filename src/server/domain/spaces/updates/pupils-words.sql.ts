/** What pupils wrote in a space, so that none of it slips into something public. */
import { memberCard, type SpaceId } from '#domain/spaces';
import type { Context } from '#platform/context';

/** The words of all posts by pupils of the space. Called by parts that check content, never by a page. */
export async function pupilsWordsIn(ctx: Context, space: SpaceId): Promise<string[]> {
	const rows = await memberCard(ctx)
		.innerJoin('spaces_updates.post as post', 'post.member_id', 'member.id')
		.select('post.words')
		.where('post.space_id', '=', space)
		.where('member.role', 'in', ['pupil', 'pupil-administrator'])
		.where('post.words', 'is not', null)
		.execute();
	return rows.flatMap((row) => row.words ?? []);
}
