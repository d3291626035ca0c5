/** What the forms of one organisation send. */
import { z } from 'zod';
import { t } from '#messages/support';
import { isMailAddress } from '#platform/mail-address';
import { id, optionalText, text } from '#shared/form-fields';
import { languages } from '#shared/vocabulary';

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const zone = text(60).refine(isTimeZone, { error: () => t('support.problem.time-zone') });

function isTimeZone(zone: string): boolean {
	return Intl.supportedValuesOf('timeZone').includes(zone);
}

export const detailsForm = z.object({
	name: optionalText(200),
	mail: optionalText(254).refine((mail) => mail === '' || isMailAddress(mail), {
		error: () => t('support.problem.address'),
	}),
	locale: z.enum(languages),
	zone,
	weekend: z.array(z.enum(weekdays)).max(6).prefault([]),
});
export const coverageForm = z.object({
	country: z.string().regex(/^[A-Z]{2}$/),
	region: optionalText(100),
	language: z.union([z.literal(''), z.enum(languages)]).default(''),
});
export const removeCoverageForm = z.object({ coverage: id() });
export const endOfficeForm = z.object({ office: id() });
