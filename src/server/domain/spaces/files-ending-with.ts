/** Which pictures and films members see no more once a family takes back that its child may be shown. */
import { consentingAmong, type ConsentPurpose } from '#domain/pupils';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { filesShowing } from './recognised.sql.ts';

/** None while the other of the two consents still allows it. open-to-all: asked by parts once the class was reached. */
export async function filesEndingWith(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	const other = { 'picture-inside': 'picture-public', 'picture-public': 'picture-inside' } as const;
	if (purpose !== 'picture-inside' && purpose !== 'picture-public') return [];
	const stillAllowed = await consentingAmong(ctx, [pupil], other[purpose]);
	return stillAllowed.has(pupil) ? [] : filesShowing(ctx, pupil);
}
