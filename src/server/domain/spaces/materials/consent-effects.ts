/** What of the materials is out of sight once a family takes back that its child may be shown. */
import type { ConsentPurpose } from '#domain/pupils';
import { filesEndingWith } from '#domain/spaces';
import { t } from '#messages/materials';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { namesOfFiles } from './materials.sql.ts';

/** A sentence for each, in the reader's language. open-to-all: the class was reached. */
export async function materialsOutOfSight(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	const names = await namesOfFiles(ctx, await filesEndingWith(ctx, pupil, purpose));
	return names.map((name) => t('materials.consent-ends', { name }));
}
