/** What a pupil writes waits for a teacher, where the space or a word says so. Nobody is told off for it. */
import type { Context } from '#platform/context';
import { openMatter } from './open-matter.ts';
import type { Why } from './matter.ts';
import type { Reported } from './reportable.ts';
import { holdsListedWord, ruleOfRoom } from './words.sql.ts';

export type ThingToHold = {
	readonly kind: string;
	readonly thing: string;
	readonly reached: Reported;
	readonly hasPictures: boolean;
	/** Something of the same pupil in this space was let through before. */
	readonly shownBefore: boolean;
};

/**
 * Opens a matter when the thing must wait; says whether it does. Called by the part that keeps it, in the transaction
 * of the writing. open-to-all: writing was demanded.
 */
export async function holdThing(ctx: Context, held: ThingToHold): Promise<boolean> {
	const why = await whyToHold(ctx, held);
	if (why === undefined) return false;
	await openMatter(ctx, { kind: held.kind, thing: held.thing, reached: held.reached, why });
	return true;
}

async function whyToHold(
	ctx: Context,
	{ reached, hasPictures, shownBefore }: ThingToHold,
): Promise<Why | undefined> {
	if (!reached.byPupil || reached.room === null) return undefined;
	const rule = await ruleOfRoom(ctx, reached.room);
	if (rule === 'every-post') return 'every-post';
	if (rule === 'first-post' && !shownBefore) return 'first-post';
	if (rule === 'pictures' && hasPictures) return 'picture';
	const { title, words } = reached.evidence;
	return (await holdsListedWord(ctx, `${title} ${words}`)) ? 'word' : undefined;
}
