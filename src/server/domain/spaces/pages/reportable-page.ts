/** Pages as safety knows them. */
import { reasonsInRoom, type Reportable } from '#domain/safety';
import { demandRight } from '#domain/spaces';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { isId } from '#platform/ids';
import { wordsOf } from '#shared/rich-text/content';
import { authorOfPage, spaceOfPage } from './pages.sql.ts';
import { reachPage } from './read-pages.ts';
import { updatePage } from './write-pages.sql.ts';

export const reportablePage: Reportable = {
	outcomes: ['kept', 'hidden'],
	reasons: reasonsInRoom,
	// a page is the work of many: one word about it does not take it away, unless a child may be at risk
	hidesAtOnce: false,
	async reach(ctx, id) {
		const of = isId(id) ? await spaceOfPage(ctx, id) : undefined;
		if (of === undefined) throw new NotFound('page');
		const { space, page } = await reachPage(ctx, of, id);
		demandRight(ctx, space, 'posts.report');
		const author = await authorOfPage(ctx, id);
		const words = page.content.content.map(wordsOf).join('\n').slice(0, 20_000);
		return {
			room: space.id,
			author: { member: page.madeBy },
			reporter: space.me.id,
			school: author.school,
			byPupil: author.isPupil,
			isMine: page.madeBy === space.me.id,
			evidence: { title: page.title, words, locale: page.locale },
		};
	},
	/** Hidden, it is a draft again, and nothing of it is public. */
	async settled(ctx, id, { outcome, by }) {
		if (outcome === 'kept') return;
		await updatePage(ctx, id, { shared_at: null, shared_by: null });
		const author = await authorOfPage(ctx, id);
		await emit(ctx, 'page.hidden', { page: id, by: by ?? author.member });
	},
};
