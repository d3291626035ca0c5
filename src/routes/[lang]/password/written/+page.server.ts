import { redirect } from '@sveltejs/kit';
import { letterAskedIn, writtenLetter } from '#domain/people';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, request, params }) => {
	const asked = letterAskedIn(request.headers);
	const letter = asked?.kind === 'password' ? await writtenLetter(locals.ctx, asked) : undefined;
	if (!letter) redirect(303, `/${params.lang}/password`);
	return letter;
};
