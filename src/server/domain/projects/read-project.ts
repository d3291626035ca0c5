/** One project as the part's use cases and reads know it: from rows to the words of `project.ts`. */
import type { Context } from '#platform/context';
import { NotFound } from '#platform/errors';
import type { PersonId } from '#shared/actor';
import { isLocale, defaultLocale, type Locale } from '#shared/locales';
import { addressOf } from './address.ts';
import type { ProjectPicture } from './picture.ts';
import type { Plan } from './plan.ts';
import {
	stateOf,
	type ProjectId,
	type ProjectKind,
	type ProjectParties,
	type ProjectState,
} from './project.ts';
import { lockProject, projectRows, projectRowsOf, type ProjectRow } from './projects.sql.ts';

export type Standing = 'founder' | 'cofounder' | 'partner';
export type Participant = { readonly person: PersonId; readonly school: string; readonly standing: Standing };

export type Project = ProjectParties & {
	readonly id: ProjectId;
	readonly shortId: string;
	readonly address: string;
	readonly kind: ProjectKind;
	/** The plan was sent once: its kind stands. */
	readonly kindStands: boolean;
	readonly founderSchool: string;
	/** The contact whom the founder means to invite. */
	readonly cofounderChoice: PersonId | undefined;
	readonly invitation: { readonly id: string; readonly invitedAt: Date } | undefined;
	readonly cofounderSchool: string | undefined;
	readonly locale: Locale;
	readonly plan: Plan;
	readonly picture: ProjectPicture | undefined;
	readonly version: number;
	readonly savedAt: Date;
	readonly round: number;
	readonly openedAt: Date | undefined;
	/** Taken from the public by moderators, or out of sight until they have looked. */
	readonly isHidden: boolean;
	readonly participants: readonly Participant[];
};

/** The project behind a short id; what the actor may not see does not exist. */
export async function reachProject(ctx: Context, shortId: string): Promise<Project> {
	return found(await projectRows(ctx, { shortId }));
}

/** The same by id. */
export async function reachProjectById(ctx: Context, id: ProjectId): Promise<Project> {
	return found(await projectRows(ctx, { ids: [id] }));
}

/** Reaches it to change it: whoever else would change it waits until this transaction has ended. */
export async function reachToChange(ctx: Context, shortId: string): Promise<Project> {
	const { id } = await reachProject(ctx, shortId);
	return holdProject(ctx, id);
}

/** Locks a project whose id is known, then reads it as it is now. */
export async function holdProject(ctx: Context, id: ProjectId): Promise<Project> {
	await lockProject(ctx, id);
	return reachProjectById(ctx, id);
}

/** Many projects by id, as far as the actor may see them. */
export async function projectsById(ctx: Context, ids: readonly ProjectId[]): Promise<Project[]> {
	return ids.length === 0 ? [] : (await projectRows(ctx, { ids })).map(projectOf);
}

/** The projects a person has a part in, but those given up. */
export async function projectsOf(ctx: Context, person: PersonId): Promise<Project[]> {
	return (await projectRowsOf(ctx, person)).map(projectOf);
}

function found(rows: readonly ProjectRow[]): Project {
	const [row] = rows;
	if (!row) throw new NotFound('project');
	return projectOf(row);
}

function projectOf(row: ProjectRow): Project {
	return {
		id: row.id,
		shortId: row.short_id,
		address: addressOf(row.title, row.short_id),
		kind: row.kind as ProjectKind,
		kindStands: Boolean(row.was_sent),
		founder: row.founder_id,
		founderSchool: row.founder_school_id,
		cofounder: row.cofounder_id ?? undefined,
		cofounderAccepted: row.accepted_at !== null,
		cofounderSchool: row.cofounder_school_id ?? undefined,
		cofounderChoice: row.cofounder_choice_id ?? undefined,
		invitation:
			row.invitation_id && row.invited_at ? { id: row.invitation_id, invitedAt: row.invited_at } : undefined,
		locale: isLocale(row.locale) ? row.locale : defaultLocale,
		plan: planOf(row),
		picture:
			row.picture_file_id === null
				? undefined
				: { file: row.picture_file_id, alternative: row.picture_alternative },
		version: row.version,
		savedAt: row.saved_at,
		round: row.round ?? 0,
		openedAt: row.opened_at ?? undefined,
		isHidden: row.is_hidden,
		participants: row.partners.map((partner) => ({ ...partner, standing: partner.standing as Standing })),
		partners: row.partners.map((partner) => partner.person),
		state: stateOfRow(row),
	};
}

function planOf(row: ProjectRow): Plan {
	return {
		title: row.title,
		summary: row.summary,
		languages: row.languages,
		subjects: row.subjects,
		agesFrom: row.ages_from ?? undefined,
		agesTo: row.ages_to ?? undefined,
		pupilsExpected: row.pupils_expected ?? undefined,
		aims: row.aims,
		workPlan: row.work_plan,
		expectedResults: row.expected_results,
		startsIn: row.starts_in ?? undefined,
		endsIn: row.ends_in ?? undefined,
		tools: row.tools,
		themes: row.themes,
		competences: row.competences,
		erasmusNumber: row.erasmus_number,
		partnersWanted: row.partners_wanted ?? undefined,
		partnersUntil: row.partners_until ?? undefined,
		partnersFrom: row.partners_from,
	};
}

function stateOfRow(row: ProjectRow): ProjectState {
	return stateOf({
		invitation: row.invitation_id ? { accepted: row.accepted_at !== null } : undefined,
		submission: row.submitted_at ? { refused: row.refused_at !== null } : undefined,
		opened: row.opened_at !== null,
		closed: row.closed_at !== null,
		withdrawn: row.withdrawn_at !== null,
	});
}
