/**
 * Applications and labels of two accounts become those of one person, and go back to where they were. open-to-all here:
 * whoever unites accounts has been demanded.
 */
import { reopenCase, withdrawCase } from '#domain/support';
import type { Context } from '#platform/context';
import type { PersonId } from '#shared/actor';
import type { ApplicationId, ApplicationState } from './label.ts';
import {
	changeHands,
	labelsFollow,
	layLabelsBack,
	moveApplications,
	pairsOf,
	setLabelsAside,
	type AsideLabel,
} from './privacy.sql.ts';
import { applicationsById } from './reach-part.ts';
import { labelCaseKind } from './send-application.ts';

export type UnitedLabels = {
	readonly from: PersonId;
	readonly into: PersonId;
	/** Applications that changed hands. */
	readonly moved: readonly string[];
	/** Projects in which the two applications changed hands. */
	readonly changed: readonly string[];
	/** Applications whose cases ran, and were taken back for one that has gone farther. */
	readonly asked: readonly ApplicationId[];
	/** Labels of the account that is given up, for projects in which the other has one. */
	readonly aside: readonly AsideLabel[];
};

/** How far an application has gone; of two of one person for one project the farther one goes on. */
const way: readonly ApplicationState[] = ['draft', 'refused', 'refused-again', 'sent', 'awarded'];

/**
 * One project is applied for once by one person: of two applications the one that has gone farther goes on, of equals
 * that of the account that stays. What waits to be decided about the other is taken back; two labels are one.
 */
export async function uniteLabels(ctx: Context, from: PersonId, into: PersonId): Promise<UnitedLabels> {
	const pairs = await pairsOf(ctx, from, into);
	const held = await applicationsById(
		ctx,
		pairs.flatMap(({ given, kept }) => [given, kept]),
	);
	const stateOf = (id: ApplicationId) => held.find((one) => one.id === id)?.state ?? 'draft';
	const isFarther = (one: ApplicationId, other: ApplicationId) =>
		way.indexOf(stateOf(one)) > way.indexOf(stateOf(other));
	const changed = pairs.filter(({ given, kept }) => isFarther(given, kept));
	const beside = pairs.map((pair) => (changed.includes(pair) ? pair.kept : pair.given));
	const asked: ApplicationId[] = [];
	for (const id of beside.filter((one) => stateOf(one) === 'sent')) {
		const withdrawn = await withdrawCase(ctx, { kind: labelCaseKind, subject: id });
		if (withdrawn.ok) asked.push(id);
	}
	const two = pairs.filter(({ given, kept }) => stateOf(given) === 'awarded' && stateOf(kept) === 'awarded');
	const aside = await setLabelsAside(ctx, from, projectsOf(two));
	await changeHands(ctx, [from, into], projectsOf(changed));
	const moved = await moveApplications(ctx, from, into);
	await labelsFollow(ctx, [into]);
	return { from, into, moved, changed: projectsOf(changed), asked, aside };
}

/** Gives everything back; what was taken back waits to be decided again. A label awarded meanwhile goes with its application. */
export async function separateLabels(ctx: Context, journal: UnitedLabels): Promise<void> {
	const { from, into, moved, changed, asked, aside } = journal;
	await moveApplications(ctx, into, from, moved);
	await changeHands(ctx, [from, into], changed);
	await labelsFollow(ctx, [from, into]);
	await layLabelsBack(ctx, aside);
	for (const subject of asked) await reopenCase(ctx, { kind: labelCaseKind, subject });
}

function projectsOf(pairs: readonly { readonly project: string }[]): string[] {
	return pairs.map(({ project }) => project);
}
