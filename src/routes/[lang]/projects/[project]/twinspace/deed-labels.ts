/** The words on the links below posts. */
import { t } from '#messages/spaces';

export type DeedLabels = {
	readonly answer: string;
	readonly report: string;
	readonly takeBack: string;
	readonly decide: string;
};

/** In the language of the page. */
export function deedLabels(): DeedLabels {
	return {
		answer: t('spaces.post.answer'),
		report: t('spaces.post.report'),
		takeBack: t('spaces.decision.take-back'),
		decide: t('spaces.post.decide'),
	};
}
