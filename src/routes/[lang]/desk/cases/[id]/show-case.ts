/** One case as its page shows it: texts, marks, and the choices of its forms. */
import { t } from '#messages/support';
import type { CaseForOffice } from '#domain/support';
import type { Locale } from '#shared/locales';
import { languages } from '#shared/vocabulary';
import { languageChoices } from '../../../choices.ts';
import type { Mark } from '../../show-queue.ts';

/** What an officer can have done a moment ago. */
export const deeds = ['granted', 'refused', 'asked'] as const;

export type ShownCase = ReturnType<typeof showCase>;

export function showCase(found: CaseForOffice, locale: Locale) {
	const { facts, revealed, fields, ...rest } = found;
	return {
		...rest,
		facts: facts.filter((fact) => !isAmong(fields, fact)).map(([label, text]) => ({ label, text })),
		revealed: revealed.map(([label, text]) => ({ label, text })),
		fields: fields.map(({ label, value, locale: lang }) => ({ label, text: value, lang })),
		marks: marksOf(found),
		age: t('support.desk.age', { days: found.age }),
		languages: languageChoices(locale),
		language: languages.find((code) => code === locale) ?? 'en',
		lookReasons: (['to-help', 'to-check-complaint'] as const).map((value) => ({
			value,
			label: t(`support.case.look.reason.${value}`),
		})),
	};
}

/** What was sent says it again, in full. */
function isAmong(fields: CaseForOffice['fields'], [label, value]: CaseForOffice['facts'][number]): boolean {
	return fields.some((field) => field.label === label && field.value === value);
}

function marksOf(found: CaseForOffice): Mark[] {
	const marks: (Mark | false | undefined)[] = [
		found.round > 1 && { kind: 'plain', text: t('support.desk.round', { round: found.round }) },
		found.asked && { kind: 'warm', text: t('support.desk.state.asked') },
		found.central && { kind: 'warm', text: t(`support.desk.central.${found.central}`) },
	];
	return marks.filter((mark) => mark !== false && mark !== undefined);
}
