/** What speaks for a person, as the officer reads it. */
import { t } from '#messages/people';
import type { EvidenceForOfficer } from '#domain/people';
import { formatDate, languageName } from '#shared/format';
import { locales, type Locale } from '#shared/locales';

export function showEvidence(found: EvidenceForOfficer, locale: Locale) {
	const day = (moment: Date) => formatDate(moment, locale, 'UTC');
	return {
		officerIsNeeded: found.officerIsNeeded,
		hint: found.hint,
		mailbox: found.mailbox && {
			address: found.mailbox.address,
			page: found.mailbox.sourcePage,
			from: found.mailbox.enteredAt
				? t('people.evidence.mailbox-from', { date: day(found.mailbox.enteredAt) })
				: t('people.evidence.mailbox-of-register'),
			language: languageName(found.mailbox.locale, locale),
		},
		languages: locales.map((code) => ({ value: code, label: languageName(code, locale) })),
		language: found.writtenIn,
		facts: [
			...found.letters.map((letter) => ({
				label: t('people.evidence.letter', { date: day(letter.writtenAt) }),
				text: letter.answer
					? t(`people.evidence.answer.${letter.answer}`, { date: day(letter.answeredAt ?? letter.writtenAt) })
					: letter.closedAt
						? t('people.evidence.silent')
						: t('people.evidence.open', { date: day(letter.expiresAt) }),
			})),
			{
				label: t('people.evidence.colleagues'),
				text: t('people.evidence.voices', { knows: found.knows, doubts: found.doubts }),
			},
			{
				label: t('people.evidence.domain'),
				text: t(found.ofSchoolDomain ? 'people.evidence.domain-same' : 'people.evidence.domain-other'),
			},
		],
	};
}
