/** A teacher shows one version of one page to the public, and takes it back. */
import {
	allNamesIn,
	demandRight,
	recognisedOn,
	recordActivity,
	type MemberId,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import { keepAsItIs, reachPage, versionOf, wasSavedByPupil, type PageId } from '#domain/spaces/pages';
import { pupilsWordsIn } from '#domain/spaces/updates';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import type { Events } from '#platform/part';
import { granted, refused, type Result } from '#platform/result';
import { picturesIn, type Content } from '#shared/rich-text/content';
import { fitToShow, withMaterialWords } from './public-materials.ts';
import { endPublication, insertPublication } from './publications.sql.ts';
import { notOursToShow, showableIn } from './shown-pupils.ts';
import { unfitWords, type Unfit } from './unfit-words.ts';

/** Counts up whenever the words of the statement change, in any language. */
export const statementVersion = 1;

export type PublishPage = {
	readonly space: SpaceId;
	readonly page: PageId;
	/** The version that was looked at: exactly that one becomes public. */
	readonly version: number;
	/** The newest change of the page when it was looked at. */
	readonly written?: number;
	/** Pupils who can be recognised on it, as members: each must be allowed to be shown to everybody. */
	readonly pupils?: readonly MemberId[];
};

/** `no-consent`: a pupil on it may not be shown to everybody; `other-school`: nor by teachers of another school alone; `written-on`: somebody wrote in it since it was looked at; `unfit`: a name, an alias or a pupil's words are in it; `written-by-pupil`: pupils write for the space only. */
export type PublishRefusal =
	'no-consent' | 'other-school' | 'written-on' | 'unfit' | 'written-by-pupil' | 'in-the-bin' | 'empty';

/**
 * Publishes a version. The actor confirms that no pupil is named or recognisable; who, when and in which words
 * is kept. What was public of the page before is replaced.
 */
export async function publishPage(
	ctx: Context,
	input: PublishPage,
): Promise<Result<undefined, PublishRefusal>> {
	const { space, page } = await reachPage(ctx, input.space, input.page);
	demandRight(ctx, space, 'pages.publish', page);
	if (page.binnedAt !== null) return refused('in-the-bin');
	return inTransaction(ctx, async (inside) => {
		const version = await versionOf(inside, page.id, input.version);
		if (!version) throw new NotFound('page-version');
		const looked = { version: input.version, written: input.written ?? page.written };
		if (!(await keepAsItIs(inside, page.id, looked))) return refused('written-on');
		if (version.content.content.length === 0) return refused('empty');
		if (await wasSavedByPupil(inside, page.id, input.version)) return refused('written-by-pupil');
		if ((await unfitIn(inside, space, version)).length > 0) return refused('unfit');
		const showable = await showableIn(inside, space.id);
		const allowed = new Set(showable.map(({ id }) => id));
		const fit = await fitToShow(inside, space.id, version.content);
		// who is on its pictures and films is shown with it, whether named here or not
		const files = [...picturesIn(version.content), ...[...fit.values()].map(({ file }) => file)];
		const tagged = [...(await recognisedOn(inside, files)).values()].flat();
		const shown = [...new Set([...(input.pupils ?? []), ...tagged])];
		if (shown.some((pupil) => !allowed.has(pupil))) return refused('no-consent', 'pupils');
		const others = await notOursToShow(inside, space, { pupils: showable, files });
		if (shown.some((pupil) => others.has(pupil))) return refused('other-school', 'pupils');
		await endPublication(inside, page.id, space.me.id);
		const statement = { locale: ctx.locale, version: statementVersion };
		await insertPublication(inside, {
			page: page.id,
			version: input.version,
			by: space.me.id,
			statement,
			shown,
			materials: [...fit.keys()],
		});
		await recordActivity(inside, space, { verb: 'page-published', kind: 'page', id: page.id });
		await audit(
			inside,
			'twinspaces.page-published',
			{ kind: 'page', id: page.id },
			{ version: input.version },
		);
		return granted();
	});
}

/** Takes a page back from the public: page and pictures are gone with the next request. */
export async function withdrawPage(
	ctx: Context,
	at: Pick<PublishPage, 'space' | 'page'>,
): Promise<Result<undefined, 'not-public'>> {
	const { space, page } = await reachPage(ctx, at.space, at.page);
	demandRight(ctx, space, 'pages.withdraw', page);
	return inTransaction(ctx, async (inside) => {
		if (!(await endPublication(inside, page.id, space.me.id))) return refused('not-public');
		await recordActivity(inside, space, { verb: 'page-withdrawn', kind: 'page', id: page.id });
		await audit(inside, 'twinspaces.page-withdrawn', { kind: 'page', id: page.id });
		return granted();
	});
}

/** A page went into the bin or was hidden, so nothing of it is public. open-to-all: that was demanded. */
export async function withdrawBinned(
	ctx: Context,
	{ page, by }: Events['page.binned'] | Events['page.hidden'],
): Promise<void> {
	await endPublication(ctx, page, by);
}

/** What keeps a version from becoming public, block by block. Asked by parts and pages after they reached the page. */
export async function unfitIn(
	ctx: Context,
	space: Space,
	{ title, content }: { readonly title: string; readonly content: Content },
): Promise<Unfit[]> {
	demandRight(ctx, space, 'pages.read');
	const [names, pupilsWords] = await Promise.all([allNamesIn(ctx, space.id), pupilsWordsIn(ctx, space.id)]);
	const words = await withMaterialWords(ctx, space.id, content);
	return unfitWords(title, words, { names, pupilsWords });
}
