import { t } from '#messages/places';
import { t as word } from '#messages/schools';
import { countries, countryLabels, footnotesOf } from '#domain/places';
import { findSchools, schoolsOfCountry } from '#domain/schools';
import { formatList } from '#shared/format';
import { showTowns } from './show-list.ts';
import type { PageServerLoad } from './$types';

/** The kind that has student teachers and no pupils. */
const institution = 'teacher-education';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { ctx, locale } = locals;
	const options = await countries(ctx);
	const asked = url.searchParams.get('country') ?? '';
	const country = options.some(({ code }) => code === asked) ? asked : undefined;
	const text = url.searchParams.get('text')?.trim().slice(0, 200) ?? '';
	const town = url.searchParams.get('town') ?? undefined;
	const kind = url.searchParams.get('kind') === institution ? institution : undefined;
	const after = url.searchParams.get('after') ?? undefined;
	const label = await countryLabels(ctx);
	const list =
		country === undefined || text !== ''
			? undefined
			: await schoolsOfCountry(ctx, { country, town, kind, after });
	const hits = country === undefined || text === '' ? [] : await findSchools(ctx, { country, text });
	const query = (changes: Record<string, string>) =>
		`?${new URLSearchParams({ country: asked, ...(kind && { kind }), ...changes })}`;
	const schools =
		list?.schools.map(({ levels, kind, ...school }) => ({
			...school,
			detail:
				kind === institution
					? word('schools.kind.teacher-education')
					: formatList(
							levels.map((level) => t(`places.level.${level}`)),
							locale,
						),
		})) ?? hits.map((school) => ({ ...school, detail: school.region ?? '' }));
	return {
		chosen: country === undefined ? undefined : { code: country, name: label(country).name },
		text,
		town,
		kind,
		kinds: [{ value: institution, label: word('schools.kind.teacher-education') }],
		searched: text !== '',
		towns: showTowns(schools, (name) => query({ town: name })),
		next: list?.next && query({ ...(town && { town }), after: list.next }),
		first: after === undefined ? undefined : query({ ...(town && { town }) }),
		all: `?${new URLSearchParams({ country: asked })}`,
		options: options.map(({ code, name }) => ({ value: code, label: name })),
		footnotes: footnotesOf(country ? [label(country)] : options),
	};
};
