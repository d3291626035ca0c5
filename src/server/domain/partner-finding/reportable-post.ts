/** Partner posts as safety knows them. */
import { reasonsAmongAdults, type Reportable } from '#domain/safety';
import type { Context } from '#platform/context';
import { demand } from './abilities.ts';
import { othersPost } from './answer-post.ts';
import { refreshPeople } from './keep-entries.ts';
import { deleteClosure, insertClosure, postById } from './posts.sql.ts';

export const reportablePost: Reportable = {
	outcomes: ['kept', 'removed'],
	reasons: reasonsAmongAdults,
	hidesAtOnce: false,
	async reach(ctx, id) {
		demand(ctx, 'partners.open-post');
		const { post } = await othersPost(ctx, id);
		return {
			room: null,
			author: { person: post.author },
			school: post.school,
			byPupil: false,
			isMine: false,
			evidence: { title: post.title, words: post.words, locale: post.locale },
		};
	},
	settled: (ctx, id, { outcome }) =>
		outcome === 'removed' ? insertClosure(ctx, id, 'removed') : deleteClosure(ctx, id, 'removed'),
	changed: refreshAuthor,
};

/** What the search shows of the author's posts. */
async function refreshAuthor(ctx: Context, id: string): Promise<void> {
	const post = await postById(ctx, id);
	if (post) await refreshPeople(ctx, [post.author]);
}
