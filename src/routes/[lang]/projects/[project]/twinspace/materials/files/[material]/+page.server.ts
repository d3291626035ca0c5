import { enterTwinSpace } from '../../../enter.ts';
import { pupilsToTag, rightsIn, tagsOf } from '#domain/spaces';
import { guardInWords } from '../../../guard-in-words.ts';
import { adultsHome } from '../../adults-home.ts';
import { loadMaterial } from '../../load-materials.ts';
import { lookingAfter, materialDeeds } from '../../material-deeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { twinSpace, frame, home } = await enterTwinSpace(event);
	const { space } = twinSpace;
	const shown = await loadMaterial(event, { space, home }, event.params.material);
	const { type, file } = shown.material;
	const isGuarded =
		(type === 'picture' || type === 'video') && rightsIn(space).has('materials.moderate-pupils');
	if (!isGuarded) return { frame, ...shown, guard: undefined };
	const { ctx, locale } = event.locals;
	const [pupils, tags] = [await pupilsToTag(ctx, space), await tagsOf(ctx, space, [file])];
	return { frame, ...shown, guard: guardInWords(pupils, tags.get(file), locale) };
};

const { change, bin } = materialDeeds(adultsHome);
const after = lookingAfter(adultsHome);
export const actions = {
	change,
	bin,
	hide: after.hide,
	show: after.show,
	tag: after.tag,
	captions: after.captions,
	'no-captions': after['no-captions'],
} satisfies Actions;
