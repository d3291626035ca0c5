/** Posts as the search finds them: those that run, of teachers who can be found. */
import { findablePeople, type FindablePerson } from '#domain/people';
import type { Findable, FindableKind } from '#platform/findable';
import type { Post } from './post.ts';
import { runningPostsOf } from './posts.sql.ts';

export const findablePosts: FindableKind = {
	kind: 'post',
	of: 'person',
	async read(ctx, persons) {
		const posts = await runningPostsOf(ctx, persons);
		const authors = new Map(
			(await findablePeople(ctx, [...new Set(posts.map(({ author }) => author))])).map((each) => [
				each.id,
				each,
			]),
		);
		return posts.flatMap((post) => {
			const author = authors.get(post.author);
			return author ? [findableOf(post, author)] : [];
		});
	},
};

function findableOf(post: Post, author: FindablePerson): Findable {
	const { school } = author;
	return {
		id: post.id,
		owner: author.id,
		person: author.id,
		schools: [school],
		values: {
			purpose: [post.kind],
			language: post.languages,
			subject: post.subjects,
			level: author.levels,
			role: author.role === null ? [] : [author.role],
			available: author.available ? ['on'] : [],
			founding: post.kind === 'found-project' ? ['on'] : [],
		},
		agesFrom: post.agesFrom,
		agesTo: post.agesTo,
		activeAt: author.activeAt,
		title: post.title,
		words: post.words,
		locale: post.locale,
		texts: {
			title: [post.title],
			place: [author.name, school.name, school.town],
			text: [post.words],
		},
		endsAt: post.expiresAt,
		changedAt: post.postedAt,
	};
}
