/**
 * The founder saves the plan, by a button or while typing: whatever it lacks, and never over what another tab saved.
 * Once the project is open, both founders may change it, and it stays complete.
 */
import { isDeepStrictEqual } from 'node:util';
import { audit } from '#platform/audit';
import type { Context } from '#platform/context';
import { inTransaction } from '#platform/database';
import { Invalid } from '#platform/errors';
import { emit } from '#platform/events';
import { granted, refused, type Result } from '#platform/result';
import type { PersonId } from '#shared/actor';
import { defaultLocale } from '#shared/locales';
import { demand } from './abilities.ts';
import { areMyContacts, foundingPlacesOf, me } from './founders.ts';
import { kindRefusal, mayFoundKind } from './founding.ts';
import { isComplete, type Plan } from './plan.ts';
import { updatePlan, type WrittenPlan } from './plan.sql.ts';
import type { ProjectKind } from './project.ts';
import { snapshotOf } from './plan-snapshot.ts';
import { reachToChange, type Project } from './read-project.ts';

export type SavePlan = {
	/** Short id of the project. */
	readonly project: string;
	/** The version that the writer began from. */
	readonly version: number;
	/** Unless the kind stands already. */
	readonly kind?: ProjectKind | undefined;
	/** The school the founder takes part for, where there are several. */
	readonly school?: string | undefined;
	/** The contact whom the founder means to invite. */
	readonly cofounder?: PersonId | undefined;
	readonly plan: Plan;
};

export type PlanRefusal = 'changed-meanwhile' | 'incomplete' | 'not-teacher-education' | 'still-studying';

export type SavedPlan = { readonly version: number; readonly savedAt: string };

/**
 * `changed-meanwhile`: the plan was saved elsewhere since that version, with other words; nothing was
 * written. Sending what is stored already is a success, so that a lost answer may be asked for again.
 * `incomplete`: of an open project nothing that was asked for may be left out.
 */
export async function savePlan(ctx: Context, input: SavePlan): Promise<Result<SavedPlan, PlanRefusal>> {
	return inTransaction(ctx, async (inside) => {
		const project = await reachToChange(inside, input.project);
		demand(inside, 'projects.write-plan', project);
		const written = await writtenPlan(inside, project, input);
		if (isSame(written, storedPlan(project))) return granted(saved(project.version, project.savedAt));
		if (project.version !== input.version) return refused('changed-meanwhile');
		if (!project.kindStands && !(await kindFits(inside, written)))
			return refused(kindRefusal(written.kind), 'kind');
		const isOpen = project.state === 'open';
		if (isOpen && !isComplete(written.plan)) return refused('incomplete');
		await updatePlan(inside, project.id, written);
		if (isOpen) await tellOfChange(inside, project);
		return granted(saved(project.version + 1, ctx.now));
	});
}

async function tellOfChange(ctx: Context, { id }: Project): Promise<void> {
	await audit(ctx, 'projects.plan-changed', { kind: 'project', id });
	await emit(ctx, 'project.changed', { project: id });
}

async function writtenPlan(ctx: Context, project: Project, input: SavePlan): Promise<WrittenPlan> {
	return {
		plan: input.plan,
		kind: project.kindStands ? project.kind : (input.kind ?? project.kind),
		school: project.kindStands
			? project.founderSchool
			: await ownSchool(ctx, input.school ?? project.founderSchool),
		cofounderChoice: await choice(ctx, project, input.cofounder),
	};
}

async function ownSchool(ctx: Context, school: string): Promise<string> {
	const places = await foundingPlacesOf(ctx, me(ctx));
	if (!places.some((place) => place.school === school)) throw new Invalid('school');
	return school;
}

/** Only a contact can be chosen; whoever is none any more is forgotten, and sending asks for somebody else. */
async function choice(
	ctx: Context,
	project: Project,
	chosen: PersonId | undefined,
): Promise<PersonId | undefined> {
	if (project.state !== 'draft') return project.cofounderChoice;
	if (chosen === undefined) return undefined;
	return (await areMyContacts(ctx, chosen)) ? chosen : undefined;
}

async function kindFits(ctx: Context, written: WrittenPlan): Promise<boolean> {
	const places = await foundingPlacesOf(ctx, me(ctx));
	return places.some((place) => place.school === written.school && mayFoundKind(written.kind, place));
}

function storedPlan(project: Project): WrittenPlan {
	const { plan, kind, founderSchool: school, cofounderChoice } = project;
	return { plan, kind, school, cofounderChoice };
}

function isSame(one: WrittenPlan, other: WrittenPlan): boolean {
	const facts = ({ plan, kind, ...rest }: WrittenPlan) => ({
		...snapshotOf({ plan, kind, locale: defaultLocale }),
		...rest,
	});
	return isDeepStrictEqual(facts(one), facts(other));
}

function saved(version: number, at: Date): SavedPlan {
	return { version, savedAt: at.toISOString() };
}
