/** The roles one can have at a school, and the one that explains who cannot take part. */
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import { otherWork } from '#domain/people';
import { schoolRoles } from '#shared/vocabulary';

export function roleOptions() {
	return [
		...schoolRoles.map((value) => ({ value: value as string, label: placesText(`places.role.${value}`) })),
		{ value: otherWork, label: t('people.school.other-work') },
	];
}
