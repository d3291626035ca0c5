/** Whoever takes the copy along, with what the ledger of consents lets them take. */
import { consentingIn, type TwinSpace } from '#domain/twinspaces';
import { formerPupilsFor, inTheirPlace, membersFor, type MemberCard, type MemberId } from '#domain/spaces';
import type { Context } from '#platform/context';
import { t } from '#messages/copies';

export type Reader = {
	readonly ctx: Context;
	readonly twinSpace: TwinSpace;
	/** How a member is called in the copy: a pupil by alias while the account is allowed, by a number else. */
	readonly nameOf: (member: MemberCard) => string;
	/** The same in what somebody wrote: where such a pupil is called by alias, the number stands in its place. */
	readonly withoutAliases: (words: string) => string;
	/** Whether pictures, films and voices that this member added may go along. */
	readonly maySee: (member: MemberCard) => boolean;
};

/** Asks the ledger once for the whole copy. */
export async function readerOf(ctx: Context, twinSpace: TwinSpace): Promise<Reader> {
	const { space } = twinSpace;
	const allowed = async (purpose: 'account' | 'picture-inside') =>
		new Set((await consentingIn(ctx, space.id, purpose)).map(({ id }) => id));
	const [accounts, pictures] = await Promise.all([allowed('account'), allowed('picture-inside')]);
	const pupils = [...(await membersFor(ctx, space)), ...(await formerPupilsFor(ctx, space))].filter(
		({ isPupil }) => isPupil,
	);
	const numbers = new Map<MemberId, number>(pupils.map(({ id }, place) => [id, place + 1]));
	const nameOf = ({ id, name, isPupil, school }: MemberCard) => {
		if (!isPupil) return name ?? t('copies.member.gone');
		if (name !== null && accounts.has(id)) return name;
		return t('copies.member.pupil', { number: numbers.get(id) ?? 0, school: school?.name ?? '' });
	};
	const unnamed = pupils.flatMap((pupil) =>
		pupil.name === null || accounts.has(pupil.id) ? [] : [[pupil.name, nameOf(pupil)] as const],
	);
	return {
		ctx,
		twinSpace,
		nameOf,
		withoutAliases: inTheirPlace(unnamed),
		maySee: ({ id, isPupil }) => !isPupil || pictures.has(id),
	};
}
