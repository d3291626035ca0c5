import { mayInSpace } from '#domain/spaces';
import { pageFor, versionsFor } from '#domain/spaces/pages';
import { publicationsFor } from '#domain/twinspaces';
import { t } from '#messages/spaces';
import { formatDateTime } from '#shared/format';
import { enterTwinSpace } from '../../../enter.ts';
import { nameOf } from '../../../posts-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	const versions = await versionsFor(ctx, twinSpace.space, page.id);
	const published = (await publicationsFor(ctx, twinSpace.space, [page.id])).get(page.id);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		title: page.title,
		writers: mayInSpace(twinSpace.space, 'posts.moderate-pupils'),
		lang: page.locale,
		versions: versions.map(({ version, savedBy, savedAt }) => ({
			version,
			label: t('spaces.version.label', { version }),
			saved: t('spaces.version.saved', {
				name: nameOf(savedBy),
				when: formatDateTime(savedAt, locale, 'UTC', 'medium'),
			}),
			isNewest: version === page.version,
			isPublic: version === published?.version,
		})),
	};
};
