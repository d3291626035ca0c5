/** One of my places as its status is drawn: the school's way first, then my own, who was asked, what happened. */
import { t } from '#messages/people';
import { t as placesText } from '#messages/places';
import type { historyOfOwn, OwnAffiliation, OwnEvidence, pastPlaces, PlaceEvent } from '#domain/people';
import type { Chain } from '#domain/support';
import { formatDate } from '#shared/format';
import type { Locale } from '#shared/locales';

type Histories = Awaited<ReturnType<typeof historyOfOwn>>;
type History = Histories extends ReadonlyMap<string, infer Value> ? Value : never;

type Around = {
	readonly school: Chain | undefined;
	readonly history: History | undefined;
	/** Town and country. */
	readonly place: string;
	/** It is an institution of teacher education. */
	readonly educates: boolean;
	readonly several: boolean;
	readonly locale: Locale;
};

export function placeShown(
	own: OwnAffiliation,
	{ school, history, place, educates, several, locale }: Around,
) {
	const { id, card, role, state, chain } = own;
	const refusal = chain?.steps.find((step) => step.state === 'refused');
	const events = history?.events ?? [];
	return {
		id,
		school: card.name,
		schoolId: card.id,
		place,
		role,
		roleName: placesText(`places.role.${role}`),
		/** Of several, the one under which the person appears. */
		appears: several && own.isDefault,
		mayAppear: several && !own.isDefault,
		validated: state === 'validated',
		educates: educates && state === 'validated',
		state: state === 'validated' ? ('validated' as const) : (chain?.state ?? ('running' as const)),
		next: chain?.next ?? '',
		due: chain?.due,
		asked: history?.evidence ? askedOf(history.evidence, locale) : [],
		hint: history?.evidence?.letter === undefined ? (history?.evidence?.hint ?? noHint) : undefined,
		events: events.map((event) => ({ date: formatDate(event.at, locale, 'UTC'), text: eventText(event) })),
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

const noHint = { address: '', page: '' };

export type PlaceShown = ReturnType<typeof placeShown>;

function stagesOf(chain: Chain | undefined, title: string) {
	return (chain?.stages ?? []).map((stage) => stage.map((step) => ({ ...step, title })));
}

/** Who else was asked, and what that does. */
function askedOf(
	{ letter, headDecides, colleagues, officerIsNeeded }: OwnEvidence,
	locale: Locale,
): string[] {
	const day = (moment: Date) => formatDate(moment, locale, 'UTC');
	const lines: string[] = [];
	if (letter?.answer)
		lines.push(t('people.asked.answered', { date: day(letter.answeredAt ?? letter.writtenAt) }));
	else if (letter?.closedAt) lines.push(t('people.asked.silent'));
	else if (letter) {
		lines.push(t('people.asked.school', { date: day(letter.writtenAt), until: day(letter.expiresAt) }));
		if (headDecides && !officerIsNeeded) lines.push(t('people.asked.decides'));
	}
	if (colleagues.weight !== 'off' && colleagues.asked > 0)
		lines.push(t('people.asked.colleagues', { asked: colleagues.asked, voices: colleagues.voices }));
	if (officerIsNeeded) lines.push(t('people.asked.officer'));
	return lines;
}

function eventText(event: PlaceEvent): string {
	const organisation = 'organisation' in event ? event.organisation : undefined;
	return t(`people.event.${event.what}`, { organisation: organisation ?? '' });
}

type PastPlace = Awaited<ReturnType<typeof pastPlaces>>[number];

/** A place that has ended: from when to when, and why. */
export function pastShown(past: PastPlace, place: string, locale: Locale) {
	const { id, card, role, validatedAt, statedAt, endedAt, reason } = past;
	const day = (moment: Date) => formatDate(moment, locale, 'UTC');
	return {
		...{ id, place, school: card.name, schoolId: card.id },
		roleName: placesText(`places.role.${role}`),
		time: t('people.status.past-time', { from: day(validatedAt ?? statedAt), until: day(endedAt) }),
		reason: reason && t(`people.ending.${reason}`),
	};
}
