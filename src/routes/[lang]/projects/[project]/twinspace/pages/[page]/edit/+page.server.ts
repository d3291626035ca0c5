import { demandRight } from '#domain/spaces';
import { pageFor } from '#domain/spaces/pages';
import { enterTwinSpace } from '../../../enter.ts';
import { languageChoices } from '../../../../../../choices.ts';
import { materialChoices } from '../../material-choices.ts';
import { addressOfPage } from '../page-deed.ts';
import { saveForm, stepInForm } from './edit-deeds.ts';
import { asSaved, withTwice } from './edited.ts';
import { withNewPicture } from './new-picture.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	demandRight(ctx, twinSpace.space, 'pages.write', page);
	const { searchParams } = event.url;
	const saved = withTwice(asSaved(page), searchParams.get('twice'));
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		pageTitle: page.title,
		saved: await withNewPicture(ctx, page.id, saved, searchParams.get('picture')),
		languages: languageChoices(locale),
		materials: await materialChoices(ctx, twinSpace.space),
	};
};

export const actions = {
	step: stepInForm,
	save: (event) => {
		const then = event.url.searchParams.get('then') === 'picture' ? '/picture' : '?told=saved';
		return saveForm(event, (address) => addressOfPage(event.params, address) + then);
	},
} satisfies Actions;
