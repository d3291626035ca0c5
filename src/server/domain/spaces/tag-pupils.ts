/** A teacher says which pupils can be recognised on a picture or film; the ledger of consents says who sees it then. */
import { consentingAmong } from '#domain/pupils';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { NotFound } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import { demandRight } from './abilities.ts';
import { ownSchool } from './look-after.ts';
import {
	pupilsInSpace,
	recognisedOn,
	replaceRecognised,
	vouchedFor,
	withoutConsent,
} from './recognised.sql.ts';
import type { MemberId, Space } from './space.ts';

export type TaggablePupil = {
	readonly id: MemberId;
	readonly alias: string;
	/** What the family allows now: pictures for everybody, in this space, or none. */
	readonly allows: 'everybody' | 'members' | 'nobody';
};

/** The pupils of the space with what the ledger says of each. For its teachers. */
export async function pupilsToTag(ctx: Context, space: Space): Promise<TaggablePupil[]> {
	demandRight(ctx, space, 'materials.moderate-pupils');
	const pupils = await pupilsInSpace(ctx, space.id);
	const accounts = pupils.map(({ pupil }) => pupil);
	const [everybody, members] = await Promise.all([
		consentingAmong(ctx, accounts, 'picture-public'),
		consentingAmong(ctx, accounts, 'picture-inside'),
	]);
	return pupils.map(({ id, pupil, alias }) => ({
		...{ id, alias },
		allows: everybody.has(pupil) ? 'everybody' : members.has(pupil) ? 'members' : 'nobody',
	}));
}

/** Who is on these files, as a teacher said; a file that is not in the answer nobody has looked over. For teachers. */
export async function tagsOf(
	ctx: Context,
	space: Space,
	files: readonly string[],
): Promise<ReadonlyMap<string, readonly MemberId[]>> {
	demandRight(ctx, space, 'materials.moderate-pupils');
	return recognisedOn(ctx, files);
}

/** `other-school`: a teacher of another school said that their own pupil is on it, and only they take that back. */
export type TagRefusal = 'other-school';

/**
 * Notes who is on a file of the space, be it nobody; what was noted before is replaced, but for what a teacher of another
 * school said of an own pupil. The part that keeps the file has reached it. With somebody on it whose family allows no
 * pictures, only teachers and its author see it from now on.
 */
export async function tagPupils(
	ctx: Context,
	space: Space,
	{ file, pupils }: { readonly file: string; readonly pupils: readonly MemberId[] },
): Promise<Result<undefined, TagRefusal>> {
	demandRight(ctx, space, 'materials.moderate-pupils');
	const present = new Map((await pupilsInSpace(ctx, space.id)).map((pupil) => [pupil.id, pupil]));
	// whoever has left meanwhile stays on what shows them
	const before = new Set((await recognisedOn(ctx, [file])).get(file));
	const members = new Set(pupils);
	if ([...members].some((id) => !present.has(id) && !before.has(id))) throw new NotFound('member');
	const mine = await ownSchool(ctx, space);
	const isOwn = (id: MemberId) => mine !== undefined && present.get(id)?.school === mine;
	const vouched = await vouchedFor(ctx, [file]);
	if ([...vouched].some((id) => present.has(id) && !members.has(id) && !isOwn(id)))
		return refused('other-school', 'pupils');
	const gone = [...before].filter((id) => !present.has(id));
	return inTransaction(ctx, async (inside) => {
		const said = { members: [...new Set([...members, ...gone])], own: [...members].filter(isOwn) };
		await replaceRecognised(inside, { file, ...said, by: space.me.id });
		const keptBack = await withoutConsent(inside, [file], 'members');
		if (keptBack.size > 0) await emit(inside, 'picture.kept-back', { space: space.id });
		await audit(inside, 'spaces.pupils-tagged', { kind: 'file', id: file }, { pupils: members.size });
		return granted();
	});
}
