/** Where a post stands: on a pupil's wall or among the updates. */
import type { Post } from '#domain/spaces/updates';

/** The address of the page on which the post is read. */
export function placeOfPost(home: string, { wall }: Pick<Post, 'wall'>): string {
	return wall === null ? `${home}/updates` : `${home}/pupils/${wall}`;
}
