import { t } from '#messages/spaces';
import { rightsInWords } from '../../../../../projects/[project]/twinspace/rights-in-words.ts';
import { enterAsPupil } from '../../enter.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterAsPupil(event);
	const { role } = twinSpace.space.me;
	return {
		frame,
		back: `${home}/people`,
		role: t(`spaces.role.${role}`),
		tools: rightsInWords(twinSpace.space).flatMap(({ id, title, rights }) => {
			const held = rights.filter(({ grants }) => grants[role] !== '-');
			return held.length === 0
				? []
				: [
						{
							id,
							title,
							may: held.map(({ label, grants }) => ({ label, isOwn: grants[role] === 'own' })),
						},
					];
		}),
	};
};
