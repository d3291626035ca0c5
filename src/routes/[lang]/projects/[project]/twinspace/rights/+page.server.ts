import { t } from '#messages/spaces';
import { enterTwinSpace } from '../enter.ts';
import { rightsInWords, rolesInWords } from '../rights-in-words.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const roles = rolesInWords(space.me.role);
	return {
		frame,
		home,
		mine: t(`spaces.role.${space.me.role}`),
		roles,
		/** The column that a narrow screen shows. */
		shown: roles.find(({ id }) => id === event.url.searchParams.get('role'))?.id ?? space.me.role,
		tools: rightsInWords(space),
	};
};
