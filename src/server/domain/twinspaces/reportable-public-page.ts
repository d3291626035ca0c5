/** Public pages as safety knows them: anybody who reads one can report it, without an account. */
import { reasonsInPublic, type Reportable } from '#domain/safety';
import { authorOfPage } from '#domain/spaces/pages';
import { NotFound } from '#platform/errors';
import { isId } from '#platform/ids';
import { wordsOf } from '#shared/rich-text/content';
import { endPublication, publicPageById } from './publications.sql.ts';

export const reportablePublicPage: Reportable = {
	outcomes: ['kept', 'removed'],
	reasons: reasonsInPublic,
	hidesAtOnce: false,
	async reach(ctx, id) {
		const page = isId(id) ? await publicPageById(ctx, id) : undefined;
		if (!page) throw new NotFound('public-page');
		const author = await authorOfPage(ctx, id);
		const words = page.content.content.map(wordsOf).join('\n').slice(0, 20_000);
		return {
			room: page.space,
			author: { member: author.member },
			school: author.school,
			byPupil: author.isPupil,
			isMine: false,
			evidence: { title: page.title, words, locale: page.locale },
		};
	},
	/** Removed from the public; it stays in its space. */
	async settled(ctx, id, { outcome, by }) {
		if (outcome === 'kept') return;
		await endPublication(ctx, id, by ?? (await authorOfPage(ctx, id)).member);
	},
};
