/** A school as its page shows it: what is known of it and by whom, where it lies, who of it takes part. */
import { t } from '#messages/schools';
import { t as placeName } from '#messages/places';
import { teachersAt } from '#domain/people';
import { mapOfCountry, type CountryLabel } from '#domain/places';
import { schoolPoints, type School } from '#domain/schools';
import { sourcesOf } from '#domain/schools/register';
import type { Context } from '#platform/context';
import { formatDate, formatLine, formatList, formatNumber, formatPlace } from '#shared/format';
import type { Locale } from '#shared/locales';
import { sheetWith } from '#shared/map';
import { isOneOf, schoolRoles } from '#shared/vocabulary';

export type ShownFact = {
	label: string;
	text: string;
	lang?: string | undefined;
	href?: string | null;
	country?: CountryLabel;
};

/** What is known of the school; what is not known stays away. */
export function showFacts(school: School, country: CountryLabel, locale: Locale): ShownFact[] {
	const levels = school.levels.map((level) => placeName(`places.level.${level}`));
	const address = [school.address, [school.postcode, school.town].filter(Boolean).join(' ')];
	const facts: ShownFact[] = [
		{
			label: t('schools.field.original'),
			text: school.originalName ?? '',
			lang: school.language ?? undefined,
		},
		{
			label: t('schools.field.kind'),
			text: school.kind === 'school' ? '' : t(`schools.kind.${school.kind}`),
		},
		{ label: t('schools.field.levels'), text: formatList(levels, locale) },
		{ label: t('schools.field.address'), text: formatPlace(address, locale) },
		{ label: t('schools.field.region'), text: school.region ?? '' },
		{ label: t('schools.field.country'), text: country.name, country },
		{ label: t('schools.field.website'), text: school.website ?? '', href: school.website },
		{ label: t('schools.field.state'), text: t(`schools.state.${school.state}`) },
	];
	return facts.filter((fact) => fact.text !== '');
}

/** Which registers say so, each in one line with its publisher, licence and day. */
export async function showSources(ctx: Context, school: School, locale: Locale) {
	const sources = await sourcesOf(ctx, school);
	return sources.map(({ code, title, publisher, licence, takenOverAt }) => ({
		id: `${title ?? ''} ${code}`,
		title: title ?? t('schools.source.unnamed'),
		text: formatLine(
			[
				t('schools.source.code', { code }),
				publisher,
				licence,
				takenOverAt && t('schools.source.day', { date: formatDate(takenOverAt, locale, 'UTC') }),
			],
			locale,
		),
	}));
}

/** The school on the map of its country; undefined when nobody knows where it lies. */
export async function showPlace(ctx: Context, school: School, country: CountryLabel) {
	const point = school.point ?? (await schoolPoints(ctx, [school.id])).get(school.id);
	const found = point && sheetWith(mapOfCountry(school.country), point);
	if (!found) return undefined;
	const { width, height, land } = found.sheet;
	const values = { town: school.town, country: country.name };
	return {
		...{ width, height, land },
		dots: [{ ...found.spot, radius: 16 }],
		label: t('schools.map.label', values),
		caption: t(school.point ? 'schools.map.here' : 'schools.map.town', values),
	};
}

/** Who of the school takes part: how many for everybody, who for those who may know. */
export async function showTeachers(ctx: Context, school: School, locale: Locale) {
	const { count, teachers } = await teachersAt(ctx, school);
	return {
		text: count === 0 ? '' : t('schools.people.count', { count }),
		more: count > teachers.length ? formatNumber(count - teachers.length, locale) : '',
		teachers: teachers.map(({ id, name, role }) => ({
			id,
			name,
			role: isOneOf(schoolRoles, role) ? placeName(`places.role.${role}`) : '',
		})),
	};
}
