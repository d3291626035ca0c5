import { t as tPlaces } from '#messages/places';
import { openProjects } from '#domain/projects';
import { labelledAmong } from '#domain/recognition';
import { inAlphabet } from '#shared/format';
import { isOneOf, pupilAges, subjects } from '#shared/vocabulary';
import { footnotesOf } from '#domain/places';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const search = searchOf(url.searchParams);
	const { projects, next } = await openProjects(ctx, search);
	const labelled = await labelledAmong(
		ctx,
		projects.map(({ id }) => id),
	);
	const named = subjects.map((value) => ({ value, label: tPlaces(`places.subject.${value}`) }));
	const compare = inAlphabet(locale);
	return {
		search,
		filtered: Boolean(search.text || search.age || search.subject),
		projects: projects.map((project) => ({
			...project,
			labelled: labelled.has(project.id),
			countries: project.schools.map((school) => school.country.code),
		})),
		next: next && nextAddress(url, next),
		first: search.before === undefined ? undefined : url.pathname,
		subjects: named.sort((one, other) => compare(one.label, other.label)),
		footnotes: footnotesOf(projects.flatMap((project) => project.schools.map((school) => school.country))),
	};
};

function searchOf(typed: URLSearchParams) {
	const age = Number(typed.get('age'));
	const subject = typed.get('subject');
	return {
		text: typed.get('text')?.trim().slice(0, 200) || undefined,
		age: Number.isInteger(age) && age >= pupilAges.youngest && age <= pupilAges.oldest ? age : undefined,
		subject: isOneOf(subjects, subject) ? subject : undefined,
		before: typed.get('before') ?? undefined,
	};
}

function nextAddress(url: URL, next: string): string {
	const query = new URLSearchParams(url.searchParams);
	query.set('before', next);
	return `?${query}`;
}
