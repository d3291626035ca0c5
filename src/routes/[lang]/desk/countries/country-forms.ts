/** What the forms of a country send. */
import { z } from 'zod';
import { t } from '#messages/support';
import { countryGroups, countryNotes, type CountryDetails } from '#domain/places';
import { choices, optionalChoice, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';

const day = z.union([z.literal(''), z.iso.date()]).default('');

export const countryForm = z.object({
	group: z.enum(countryGroups),
	note: optionalChoice(countryNotes),
	zone: text(60).refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), {
		error: () => t('support.problem.time-zone'),
	}),
	languages: choices(languages, 8, 1),
	joined: day,
	suspended: day,
	left: day,
});
export const addCountryForm = z.object({
	code: z
		.string()
		.trim()
		.toUpperCase()
		.regex(/^[A-Z]{2}$/),
});

export function detailsOfForm(form: z.output<typeof countryForm>): CountryDetails {
	return {
		group: form.group,
		note: form.note,
		timeZone: form.zone,
		languages: form.languages,
		joinedOn: form.joined || undefined,
		suspendedOn: form.suspended || undefined,
		leftOn: form.left || undefined,
	};
}
