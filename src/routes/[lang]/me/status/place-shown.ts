/** One of my places as its status is drawn: the school's way first, then my own. */
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import type { OwnAffiliation } from '#domain/people';
import type { Chain } from '#domain/support';

export function placeShown(
	{ id, card, role, state, chain }: OwnAffiliation,
	school: Chain | undefined,
	place: string,
) {
	const refusal = chain?.steps.find((step) => step.state === 'refused');
	return {
		id,
		school: card.name,
		schoolId: card.id,
		place,
		role,
		roleName: placesText(`places.role.${role}`),
		validated: state === 'validated',
		state: state === 'validated' ? ('validated' as const) : (chain?.state ?? ('running' as const)),
		next: chain?.next ?? '',
		stages: [
			...stagesOf(school, t('people.status.school-step')),
			...stagesOf(chain, t('people.status.place-step')),
		],
		question: chain?.openQuestion,
		/** The officer waits for an answer or a correction about the school itself. */
		schoolWaits: school !== undefined && school.state !== 'granted' && school.applicantHolds,
		refusal: refusal && {
			reason: refusal.reason ?? '',
			words: refusal.words ?? '',
			lang: refusal.wordsLocale,
		},
	};
}

export type PlaceShown = ReturnType<typeof placeShown>;

function stagesOf(chain: Chain | undefined, title: string) {
	return (chain?.stages ?? []).map((stage) => stage.map((step) => ({ ...step, title })));
}
