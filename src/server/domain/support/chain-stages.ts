/** A chain as the design system draws it: stages in order, the steps of one stage side by side. */
import { t } from '#messages/support';
import { countryName } from '#shared/format';
import type { Locale } from '#shared/locales';
import type { ChainStep, ChainStepState, OpenQuestion } from './chain.ts';

export type ChainStage = readonly {
	readonly title: string;
	readonly holder: string;
	readonly state: 'done' | 'here' | 'answer' | 'refused' | 'next';
	readonly when?: string;
	readonly note?: string;
	readonly lang?: string;
}[];

const drawn = {
	later: 'next',
	waiting: 'here',
	asked: 'answer',
	granted: 'done',
	refused: 'refused',
	overtaken: 'next',
} as const satisfies Record<ChainStepState, string>;

/** What `Chain.svelte` takes. The words of a refusal are not in it: pages show them with its reason. */
export function stagesOf(
	steps: readonly ChainStep[],
	question: OpenQuestion | undefined,
	locale: Locale,
): readonly ChainStage[] {
	const stages: ChainStage[number][][] = [];
	for (const step of steps) (stages[step.stage - 1] ??= []).push(drawStep(step, question, locale));
	return stages;
}

function drawStep(step: ChainStep, question: OpenQuestion | undefined, locale: Locale): ChainStage[number] {
	const asked = step.state === 'asked' && question?.organisation.id === step.organisation.id;
	return {
		title: step.organisation.country
			? t('support.chain.step.country', { country: countryName(step.organisation.country, locale) })
			: t('support.chain.step.central'),
		holder: step.holder ?? step.organisation.name,
		state: drawn[step.state],
		...whenOf(step),
		...(asked ? { note: question.words, lang: question.wordsLocale } : {}),
		...(step.reason ? { note: step.reason } : {}),
		...(step.evidence ? { note: t(`support.chain.evidence.${step.evidence}`) } : {}),
	};
}

function whenOf(step: ChainStep): { when?: string } {
	if (!step.sinceText || step.state === 'later' || step.state === 'overtaken') return {};
	const decided = step.state === 'granted' || step.state === 'refused';
	return {
		when: decided
			? t('support.chain.on', { date: step.sinceText })
			: t('support.chain.since', { date: step.sinceText }),
	};
}
