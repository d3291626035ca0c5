import { redirect } from '@sveltejs/kit';
import { demandRight } from '#domain/spaces';
import { pageFor, pageLimits, picturePurpose } from '#domain/spaces/pages';
import { t } from '#messages/spaces';
import { fileRefusals } from '#platform/files';
import { formatFileSize } from '#shared/format';
import { enterTwinSpace } from '../../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { locals, params, url } = event;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(locals.ctx, twinSpace.space, params.page);
	demandRight(locals.ctx, twinSpace.space, 'pages.write', page);
	const here = `${home}/pages/${page.id}`;
	const file = url.searchParams.get('file');
	if (file !== null) redirect(303, `${here}/edit?picture=${encodeURIComponent(file)}#block-new`);
	const refused = fileRefusals.find((reason) => reason === url.searchParams.get('refused'));
	return {
		frame,
		here,
		pageTitle: page.title,
		action: `/uploads/form/${picturePurpose}/${page.id}`,
		most: formatFileSize(pageLimits.pictureBytes, locals.locale),
		reply: refused && {
			form: 'send-picture',
			values: {},
			errors: { file: t(`spaces.picture.refused.${refused}`) },
		},
	};
};
