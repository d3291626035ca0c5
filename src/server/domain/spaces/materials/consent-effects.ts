/** What of the materials is out of sight once a family takes back that its child may be shown. */
import { consentingAmong, type ConsentPurpose } from '#domain/pupils';
import { filesShowing } from '#domain/spaces';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { namesOfFiles } from './materials.sql.ts';

/** By name; nothing while the other of the two consents still allows it. open-to-all: the class was reached. */
export async function materialsOutOfSight(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	const other = { 'picture-inside': 'picture-public', 'picture-public': 'picture-inside' } as const;
	if (purpose !== 'picture-inside' && purpose !== 'picture-public') return [];
	const stillAllowed = await consentingAmong(ctx, [pupil], other[purpose]);
	return stillAllowed.has(pupil) ? [] : namesOfFiles(ctx, await filesShowing(ctx, pupil));
}
