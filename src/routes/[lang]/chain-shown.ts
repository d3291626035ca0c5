/** A case's chain as the drawing of it needs it. */
import type { Chain, ChainStep } from '#domain/support';
import type { ChainStep as Shown } from '#ui/Chain.svelte';

const states = {
	granted: 'done',
	waiting: 'here',
	asked: 'answer',
	refused: 'refused',
	later: 'next',
	overtaken: 'next',
} as const satisfies Record<ChainStep['state'], Shown['state']>;

/** Stage by stage; `title` says what is decided. */
export function stagesShown(chain: Chain, title: string): Shown[][] {
	const stages: Shown[][] = [];
	for (const step of chain.steps) (stages[step.stage - 1] ??= []).push(shown(step, title, chain));
	return stages.filter((stage) => stage.length > 0);
}

function shown(step: ChainStep, title: string, { openQuestion }: Chain): Shown {
	const question = step.state === 'asked' ? openQuestion : undefined;
	const note = question?.words ?? [step.reason, step.words].filter(Boolean).join(': ');
	const lang = question?.wordsLocale ?? (step.words === undefined ? undefined : step.wordsLocale);
	return {
		title,
		holder: step.organisation.name,
		state: states[step.state],
		...(step.sinceText && { when: step.sinceText }),
		...(note && { note }),
		...(note && lang && { lang }),
	};
}
