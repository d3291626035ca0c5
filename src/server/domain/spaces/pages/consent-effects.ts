/** On which pages a picture is out of sight once a family takes back that its child may be shown. */
import type { ConsentPurpose } from '#domain/pupils';
import { filesEndingWith } from '#domain/spaces';
import { t } from '#messages/spaces';
import type { Context } from '#platform/context';
import type { PupilId } from '#shared/actor';
import { titlesShowing } from './pages.sql.ts';

/** A sentence for each page, in the reader's language. open-to-all: the class was reached. */
export async function picturesOutOfSight(
	ctx: Context,
	pupil: PupilId,
	purpose: ConsentPurpose,
): Promise<string[]> {
	const titles = await titlesShowing(ctx, await filesEndingWith(ctx, pupil, purpose));
	return titles.map((title) => t('spaces.guard.consent-ends', { title }));
}
