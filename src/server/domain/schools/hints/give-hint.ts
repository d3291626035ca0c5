/** Somebody tells the officers of the country that something about a school is wrong. */
import { openCase, organisationFor } from '#domain/support';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { granted, refused, type Result } from '#platform/result';
import type { Member, Teacher } from '#shared/actor';
import { demand } from '../abilities.ts';
import { schoolFor } from '../read-schools.ts';
import { detailsHinted, hintSnapshot, type HintField, type HintKind } from './hint.ts';
import { hintsByPerson, insertHint, ownHintsAt } from './hints.sql.ts';

/** So many hints one person may give within a day. */
export const hintsADay = 10;
const day = 24 * 3600 * 1000;

export type GiveHint = Readonly<Record<HintField, string>> & {
	readonly school: string;
	readonly kind: HintKind;
	readonly words: string;
};

/** `nothing-changed`: the details are as we hold them; `words-missing`: the officer could not know what is meant. */
export type HintRefusal = 'nothing-changed' | 'words-missing' | 'website-unreadable' | 'too-many-today';

/** Opens a case at the desk that covers the school; what it says is changed when an officer grants it. */
export async function giveHint(
	ctx: Context,
	{ school: id, kind, words, ...written }: GiveHint,
): Promise<Result<undefined, HintRefusal>> {
	const school = await schoolFor(ctx, id);
	demand(ctx, 'school.hint', { known: school.known });
	const { person } = ctx.actor as Member | Teacher;
	const details = kind === 'details' ? detailsHinted(school, written) : {};
	if (!details) return refused('website-unreadable', 'website');
	if (kind === 'details' && Object.keys(details).length === 0) return refused('nothing-changed', 'name');
	if (kind === 'other' && words === '') return refused('words-missing', 'words');
	return inTransaction(ctx, async (inside) => {
		if ((await hintsByPerson(inside, person, new Date(ctx.now.getTime() - day))) >= hintsADay)
			return refused('too-many-today');
		const hint = { id: newId(), school: school.id, kind, details, words, locale: ctx.locale };
		await insertHint(inside, person, hint);
		const { country, region, language } = school;
		await openCase(inside, {
			kind: 'school-hint',
			subject: hint.id,
			applicant: person,
			parties: [{ person }],
			stages: [
				[
					await organisationFor(inside, {
						country,
						...(region && { region }),
						...(language && { language }),
					}),
				],
			],
			snapshot: hintSnapshot(hint),
		});
		await audit(inside, 'schools.hint', { kind: 'school', id: school.id }, { hint: hint.id });
		return granted();
	});
}

/** What I told of this school, the newest first: subjects of cases. */
export async function ownHints(ctx: Context, school: { readonly id: string }): Promise<readonly string[]> {
	demand(ctx, 'school.open');
	const { actor } = ctx;
	return actor.kind === 'member' || actor.kind === 'teacher' ? ownHintsAt(ctx, actor.person, school.id) : [];
}
