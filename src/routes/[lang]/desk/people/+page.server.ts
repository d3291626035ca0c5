import { t } from '#messages/support';
import { findAtDesk } from '#domain/people';
import { refusedTooOften } from '#platform/limits';
import { granted } from '#platform/result';
import { showCasesOfPerson } from './show-person.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const words = url.searchParams.get('words')?.trim().slice(0, 200) ?? '';
	const outcome = await findAtDesk(ctx, words)
		.then((value) => granted(value))
		.catch(refusedTooOften);
	const found = outcome.ok ? outcome.value : [];
	return {
		words,
		problem: outcome.ok ? undefined : t(`support.refusal.${outcome.reason}`),
		found: found.map(({ person, cases }) => ({
			person,
			href: `/${locale}/desk/people/${person}`,
			cases: showCasesOfPerson(cases, locale),
		})),
	};
};
