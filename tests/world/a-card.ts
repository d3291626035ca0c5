// A pupil's card for tests: Quiet Otter of Inês's class 4B in Porto.
import { addPupils, makeClass, renewCards } from '#domain/pupils';
import type { Context } from '#platform/context';
import { schools, teacher } from './index.ts';
import { must } from './must.ts';

/** Makes class, pupil and card. */
export async function aCard(ctx: Context): Promise<{ class: string; pupil: string; code: string }> {
	const ines = { ...ctx, actor: teacher('ines') };
	const id = must(await makeClass(ines, { school: schools.ribeira.id, name: '4B', locale: 'en' }));
	const [pupil] = must(await addPupils(ines, { class: id, aliases: ['Quiet Otter'] }));
	if (pupil === undefined) throw new Error('no pupil was added');
	const [card] = must(await renewCards(ines, { class: id, pupils: [pupil] }));
	if (!card) throw new Error('no card was made');
	return { class: id, pupil, code: card.code };
}
