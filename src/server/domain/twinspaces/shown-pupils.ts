/** Pupils on public pages: shown only while the ledger of consents says so. */
import { consentingAmong, type ConsentPurpose } from '#domain/pupils';
import {
	ownSchool,
	pupilsInSpace,
	vouchedFor,
	type MemberId,
	type PupilInSpace,
	type Space,
	type SpaceId,
} from '#domain/spaces';
import { t } from '#messages/twinspaces';
import type { Context } from '#platform/context';
import type { Events } from '#platform/part';
import type { PupilId } from '#shared/actor';
import { endPublication, publicationsShowing } from './publications.sql.ts';

export type PupilShown = Pick<PupilInSpace, 'id' | 'alias' | 'school'>;

/** The pupils of the space who may be shown to everybody. open-to-all: asked by parts and pages that reached the space. */
export async function showableIn(ctx: Context, space: SpaceId): Promise<PupilShown[]> {
	return consentingIn(ctx, space, 'picture-public');
}

/**
 * Those for whom the actor may not decide: pupils of another school of whom no teacher of theirs said that they are on
 * one of these files. open-to-all: asked by parts and pages that reached the space.
 */
export async function notOursToShow(
	ctx: Context,
	space: Space,
	{ pupils, files }: { readonly pupils: readonly PupilShown[]; readonly files: readonly string[] },
): Promise<ReadonlySet<MemberId>> {
	const [mine, vouched] = [await ownSchool(ctx, space), await vouchedFor(ctx, files)];
	const isOurs = ({ id, school }: PupilShown) => (school !== null && school === mine) || vouched.has(id);
	return new Set(pupils.flatMap((pupil) => (isOurs(pupil) ? [] : [pupil.id])));
}

/** The pupils of the space for whom something is allowed now. open-to-all: as above. */
export async function consentingIn(
	ctx: Context,
	space: SpaceId,
	purpose: ConsentPurpose,
): Promise<PupilShown[]> {
	const pupils = await pupilsInSpace(ctx, space);
	const allowed = await consentingAmong(
		ctx,
		pupils.map(({ pupil }) => pupil),
		purpose,
	);
	return pupils
		.filter(({ pupil }) => allowed.has(pupil))
		.map(({ id, alias, school }) => ({ id, alias, school }));
}

/** A sentence for each public page that ends with a consent, in the reader's language. open-to-all: the class was reached. */
export async function pagesEndingWith(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	if (purpose !== 'picture-public') return [];
	return (await publicationsShowing(ctx, pupil)).map(({ title }) =>
		t('twinspaces.publish.consent-ends', { title }),
	);
}

/** Nobody may see the pupil publicly any more: every page with the pupil on it is withdrawn. open-to-all: that was demanded. */
export async function withdrawShowing(
	ctx: Context,
	{ pupil, purpose }: Events['consent.withdrawn'],
): Promise<void> {
	if (purpose !== 'picture-public') return;
	for (const { page, confirmedBy } of await publicationsShowing(ctx, pupil))
		await endPublication(ctx, page, confirmedBy);
}
