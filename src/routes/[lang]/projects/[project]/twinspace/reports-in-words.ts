/** What was reported in a TwinSpace or waits there, as pages show it. */
import type { MatterInRoom, RoomCard } from '#domain/safety';
import { t as s } from '#messages/spaces';
import { t } from '#messages/safety';
import { formatRelative } from '#shared/format';
import type { Locale } from '#shared/locales';
import { kindInWords, outcomeOptions, reasonOptions, whenAndWho } from '../../../reports/safety-in-words.ts';

/** One matter with everything that was reported about it. */
export function matterInWords(
	{ matter, author, reports, maySettle, outcomes, reasons }: MatterInRoom,
	home: string,
	{ now, locale }: { readonly locale: Locale; readonly now: Date },
) {
	const name = nameOf(author, matter.byPupil);
	const decided = matter.decisions.at(-1);
	return {
		id: matter.id,
		kind: kindInWords(matter.kind),
		name,
		title: matter.evidence?.title ?? '',
		words: matter.evidence?.words ?? '',
		lang: matter.evidence?.locale,
		why: t(`safety.why.${matter.why}`),
		urgent: matter.urgent,
		hides: matter.hides && matter.settledAt === null,
		isOpen: matter.settledAt === null,
		passedOn: matter.escalatedAt !== null || matter.appeal !== null,
		decided: decided && t('safety.queue.settled', { outcome: t(`safety.outcome.${decided.outcome}`) }),
		// what anybody said to whoever wrote it, and they to whoever decides: nothing of it is between two alone
		said: [
			...matter.decisions.map((decision) => ({
				key: `decision-${decision.round}`,
				about: `${t(`safety.reason.${decision.reason}`)}, ${whenAndWho(decision, locale)}`,
				words: decision.words,
				lang: decision.locale,
			})),
			...(matter.appeal
				? [
						{
							key: 'appeal',
							about: t(`safety.appeal.by.${matter.appeal.by}`),
							words: matter.appeal.words,
							lang: matter.appeal.locale,
						},
					]
				: []),
		],
		told: formatRelative(matter.openedAt, now, locale),
		place: placeOf(home, matter.kind, matter.thing),
		maySettle,
		outcomes: outcomeOptions(outcomes),
		reasons: reasonOptions(reasons),
		reports: reports.map((report) => ({
			key: report.id,
			by: t('safety.queue.by', {
				name: report.card ? nameOf(report.card, false) : t('safety.queue.visitor'),
				when: formatRelative(report.reportedAt, now, locale),
			}),
			reason: t(`safety.reason.${report.reason}`),
			words: report.words,
			lang: report.locale,
		})),
	};
}

export type MatterInWords = ReturnType<typeof matterInWords>;

function nameOf(card: RoomCard | undefined, isPupil: boolean): string {
	if (card && card.name !== null) return card.name;
	return isPupil ? s('spaces.member.pupil-gone', { school: card?.school ?? '' }) : s('spaces.member.gone');
}

function placeOf(home: string, kind: string, thing: string): string {
	if (kind === 'post') return `${home}/posts/${thing}`;
	if (kind === 'material') return `${home}/materials/files/${thing}`;
	return kind === 'public-page' ? `${home}/pages/${thing}/public` : `${home}/pages/${thing}`;
}
