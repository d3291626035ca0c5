/** A person as the pages of the desk show them: their cases, and what stands open under a look. */
import { t } from '#messages/support';
import { t as peopleText } from '#messages/people';
import { t as placesText } from '#messages/places';
import type { OpenedPerson } from '#domain/people';
import type { CaseOfPerson } from '#domain/support';
import { formatDate, formatList, languageName } from '#shared/format';
import type { Locale } from '#shared/locales';

export function showCasesOfPerson(cases: readonly CaseOfPerson[], locale: Locale) {
	return cases.map((each) => ({
		id: each.case,
		href: `/${locale}/desk/cases/${each.case}`,
		title: each.title,
		lang: each.titleLocale,
		facts: [each.kindName, each.place].filter((fact) => fact !== undefined),
		opened: formatDate(each.openedAt, locale, 'UTC'),
		outcome: t(`support.person.outcome.${each.outcome}`),
	}));
}

/** What an officer may need to help somebody, in the order in which one asks for it. */
export function factsOfPerson(opened: OpenedPerson, locale: Locale) {
	const { profile } = opened;
	const spoken = profile.languages.map(({ language }) => languageName(language, locale));
	const taught = profile.subjects.map((subject) => placesText(`places.subject.${subject}`));
	const facts: [string, string | undefined][] = [
		[t('support.person.address'), opened.address],
		[t('support.person.country'), opened.country],
		[t('support.person.language'), languageName(opened.locale, locale)],
		[t('support.person.joined'), formatDate(opened.joinedAt, locale, 'UTC')],
		[t('support.person.last-here'), formatDate(opened.lastHereAt, locale, 'UTC')],
		[peopleText('people.profile.languages'), formatList(spoken, locale)],
		[peopleText('people.profile.subjects'), formatList(taught, locale)],
		[
			t('support.person.offices'),
			formatList(
				opened.offices.map(
					({ kind, organisation }) => `${peopleText(`people.desk.office.${kind}`)}: ${organisation.name}`,
				),
				locale,
			),
		],
	];
	return facts.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}

export function placesOfPerson(opened: OpenedPerson) {
	return opened.places.map(({ id, school, town, role, state }) => ({
		id,
		text: `${school}, ${town}`,
		role: placesText(`places.role.${role}`),
		validated: state === 'validated',
	}));
}
