import { profileFor } from '#domain/people';
import { showPerson } from '../show-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { ctx, locale } = locals;
	const page = await profileFor(ctx, params.person);
	return { own: page.own, person: await showPerson(ctx, page, locale) };
};
