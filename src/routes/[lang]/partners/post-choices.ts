/** What the form of a post lets one choose from, named in the reader's language. */
import { t } from '#messages/partners';
import { postKinds, postRuns } from '#domain/partner-finding';
import { countries } from '#domain/places';
import type { Context } from '#platform/context';
import { inAlphabet, languageName } from '#shared/format';
import { languages, subjects } from '#shared/vocabulary';
import { subjectName } from './show-search.ts';

export async function postChoices(ctx: Context) {
	const compare = inAlphabet(ctx.locale);
	const sorted = (options: { value: string; label: string }[]) =>
		options.sort((one, other) => compare(one.label, other.label));
	return {
		kinds: postKinds.map((kind) => ({ value: kind, label: t(`partners.hit.${kind}`) })),
		languages: sorted(languages.map((code) => ({ value: code, label: languageName(code, ctx.locale) }))),
		subjects: sorted(subjects.map((code) => ({ value: code, label: subjectName(code) }))),
		countries: (await countries(ctx)).map(({ code, name, note }) => ({
			value: code,
			label: name,
			footnote: note,
		})),
		runs: postRuns
			.toSorted((one, other) => one - other)
			.map((days) => ({
				value: String(days),
				label: t('partners.write.days-option', { count: days }),
			})),
	};
}
