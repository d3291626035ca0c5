/** Decisions as both sides read them, in words of the reader's language. */
import type { Decision, Reason, Statement } from '#domain/safety';
import { t } from '#messages/safety';
import { formatDateTime } from '#shared/format';
import type { Locale } from '#shared/locales';

/** The reasons that fit a thing, for a group of circles. */
export function reasonOptions(reasons: readonly Reason[]): { value: string; label: string }[] {
	return reasons.map((reason) => ({ value: reason, label: t(`safety.reason.${reason}`) }));
}

/** What may become of a thing, for a group of circles. */
export function outcomeOptions(outcomes: readonly ('kept' | 'hidden' | 'removed')[]) {
	return outcomes.map((outcome) => ({
		value: outcome as string,
		label: t(`safety.outcome.${outcome}`),
		note: t(`safety.outcome-help.${outcome}`),
	}));
}

/** What a thing of this kind is called; a kind that is new here is just something. */
export function kindInWords(kind: string): string {
	const known = [
		'kit',
		'material',
		'message',
		'page',
		'partner-post',
		'post',
		'project',
		'public-page',
	] as const;
	const found = known.find((each) => each === kind);
	return found === undefined ? kind : t(`safety.kind.${found}`);
}

/** When somebody decided, and in which capacity. */
export function whenAndWho({ decidedAt, by }: Pick<Decision, 'decidedAt' | 'by'>, locale: Locale): string {
	return t('safety.statement.when', {
		when: formatDateTime(decidedAt, locale, 'UTC'),
		who: t('office' in by ? 'safety.by.office' : 'safety.by.teacher'),
	});
}

export function statementInWords(
	{ kind, decisions, waits, mayAppeal, appealedBy }: Statement,
	locale: Locale,
) {
	return {
		kind: kindInWords(kind),
		waits,
		mayAppeal,
		appealed: appealedBy !== undefined,
		decisions: decisions.map(({ round, outcome, reason, words, locale: lang, decidedAt, by }) => ({
			round,
			outcome: t('safety.statement.decided', { outcome }),
			rule: t(`safety.reason.${reason}`),
			words,
			lang,
			told: whenAndWho({ decidedAt, by }, locale),
		})),
	};
}

export type StatementInWords = ReturnType<typeof statementInWords>;
