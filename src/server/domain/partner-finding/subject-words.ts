/** What a subject is called in every language of the platform, so that a word for it finds those who teach it. */
import { t } from '#messages/places';
import { inLocale } from '#platform/messages';
import { locales } from '#shared/locales';
import { isOneOf, subjects, type Subject } from '#shared/vocabulary';

const known = new Map<Subject, readonly string[]>();

/** The names of these subjects in all languages. */
export function subjectWords(codes: readonly string[]): string[] {
	return codes.filter((code) => isOneOf(subjects, code)).flatMap(namesOf);
}

function namesOf(subject: Subject): readonly string[] {
	const names =
		known.get(subject) ?? locales.map((locale) => inLocale(locale, () => t(`places.subject.${subject}`)));
	known.set(subject, names);
	return names;
}
