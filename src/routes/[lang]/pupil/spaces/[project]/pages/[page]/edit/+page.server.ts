import { demandOwnTeacher, demandRight } from '#domain/spaces';
import { pageFor } from '#domain/spaces/pages';
import { languageChoices } from '../../../../../../choices.ts';
import {
	saveForm,
	stepInForm,
} from '../../../../../../projects/[project]/twinspace/pages/[page]/edit/edit-deeds.ts';
import {
	asSaved,
	withTwice,
} from '../../../../../../projects/[project]/twinspace/pages/[page]/edit/edited.ts';
import { materialChoices } from '../../../../../../projects/[project]/twinspace/pages/material-choices.ts';
import { enterAsPupil, homeOf } from '../../../enter.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** For pupils who help the teachers. */
export const load: PageServerLoad = async (event) => {
	const { ctx, locale } = event.locals;
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const page = await pageFor(ctx, twinSpace.space, event.params.page);
	demandRight(ctx, twinSpace.space, 'pages.write', page);
	await demandOwnTeacher(ctx, twinSpace.space);
	return {
		frame,
		here: `${home}/pages/${page.id}`,
		saved: withTwice(asSaved(page), event.url.searchParams.get('twice')),
		languages: languageChoices(locale),
		materials: await materialChoices(ctx, twinSpace.space),
	};
};

export const actions = {
	step: stepInForm,
	save: (event) => saveForm(event, toPage(event)),
} satisfies Actions;

function toPage({ params }: RequestEvent) {
	return (address: string) => `${homeOf(params.lang, address)}/pages/${params.page}`;
}
