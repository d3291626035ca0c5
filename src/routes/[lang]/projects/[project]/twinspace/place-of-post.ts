/** Where a post stands: on a pupil's wall, in the forum, on the teachers' bulletin or among the updates. */
import type { Post } from '#domain/spaces/updates';

/** The address of the page on which the post is read. */
export function placeOfPost(
	home: string,
	{ wall, topic, inBulletin }: Pick<Post, 'wall' | 'topic' | 'inBulletin'>,
): string {
	if (topic !== null) return `${home}/forum/threads/${topic}`;
	if (inBulletin) return `${home}/bulletin`;
	return wall === null ? `${home}/updates` : `${home}/pupils/${wall}`;
}
