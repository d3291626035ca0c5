import { redirect } from '@sveltejs/kit';
import { countryLabel, footnotesOf } from '#domain/places';
import { projectsOfSchool } from '#domain/projects';
import { labelledAmong, labelsOfSchool } from '#domain/recognition';
import { ownHints, schoolFor, schoolHistory } from '#domain/schools';
import { chainsFor } from '#domain/support';
import { formatPlace } from '#shared/format';
import { showHistory } from './show-history.ts';
import { showFacts, showPlace, showSources, showTeachers } from './show-school.ts';
import { answerAction } from '../../cases/answer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { ctx, locale } = locals;
	const school = await schoolFor(ctx, params.id);
	if (school.id !== params.id) redirect(302, `/${params.lang}/schools/${school.id}`);
	const country = await countryLabel(ctx, school.country);
	const { projects, next } = await projectsOfSchool(ctx, school, url.searchParams.get('before') ?? undefined);
	const labelled = await labelledAmong(
		ctx,
		projects.map(({ id }) => id),
	);
	const own = school.ownAddition ? await chainsFor(ctx, 'school', [school.id]) : new Map();
	const hints = await chainsFor(ctx, 'school-hint', await ownHints(ctx, school));
	const chains = [...own.values(), ...hints.values()];
	return {
		school,
		country,
		place: formatPlace([school.town, country.name], locale),
		facts: showFacts(school, country, locale),
		sources: await showSources(ctx, school, locale),
		map: await showPlace(ctx, school, country),
		people: await showTeachers(ctx, school, locale),
		projects: projects.map((project) => ({
			...project,
			labelled: labelled.has(project.id),
			countries: project.schools.map((one) => one.country.code),
		})),
		labels: (await labelsOfSchool(ctx, school)).map(({ address, ...label }) => ({
			...label,
			href: `/${locale}/projects/${address}`,
		})),
		next: next && `?before=${next}#projects`,
		first: url.searchParams.has('before') ? `${url.pathname}#projects` : undefined,
		history: showHistory(await schoolHistory(ctx, school), locale),
		hinted: url.searchParams.has('hinted'),
		chains: chains.map(({ case: id, stages, next: after, openQuestion }) => ({
			id,
			...{ stages, next: after, question: openQuestion },
		})),
		footnotes: footnotesOf([
			country,
			...projects.flatMap((project) => project.schools.map((one) => one.country)),
		]),
	};
};

export const actions = { answer: answerAction } satisfies Actions;
