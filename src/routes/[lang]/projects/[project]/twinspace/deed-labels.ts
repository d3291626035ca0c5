/** The words on the links below posts. */
import { t } from '#messages/spaces';

export type DeedLabels = {
	readonly answer: string;
	readonly report: string;
	readonly takeBack: string;
	readonly decide: string;
	readonly mend: string;
	readonly like: string;
	readonly unlike: string;
	readonly pin: string;
	readonly unpin: string;
	readonly pinned: string;
};

/** In the language of the page. */
export function deedLabels(): DeedLabels {
	return {
		answer: t('spaces.post.answer'),
		report: t('spaces.post.report'),
		takeBack: t('spaces.decision.take-back'),
		decide: t('spaces.post.decide'),
		mend: t('spaces.post.mend'),
		like: t('spaces.post.like'),
		unlike: t('spaces.post.unlike'),
		pin: t('spaces.post.pin'),
		unpin: t('spaces.post.unpin'),
		pinned: t('spaces.post.pinned'),
	};
}
