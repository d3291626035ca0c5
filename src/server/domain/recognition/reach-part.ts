/** How one reaches a label: by the project in which one takes part, or by one's own application. */
import { participationIn, partIn, type Participation } from '#domain/projects';
import type { Context } from '#platform/context';
import { Forbidden } from '#platform/errors';
import { personOf, type PersonId } from '#shared/actor';
import { defaultLocale, isLocale, type Locale } from '#shared/locales';
import { demand } from './abilities.ts';
import { applicationRows, type ApplicationRow } from './applications.sql.ts';
import {
	checks,
	reviewable,
	stateOf,
	type Application,
	type ApplicationId,
	type ApplicationState,
	type Part,
} from './label.ts';

export type StoredApplication = {
	readonly id: ApplicationId;
	readonly project: string;
	readonly applicant: PersonId;
	readonly state: ApplicationState;
	readonly round: number;
	readonly locale: Locale;
	readonly written: Application;
	readonly version: number;
	readonly savedAt: Date;
	/** Of the newest submission. */
	readonly school: string | undefined;
	readonly awardedAt: Date | undefined;
};

export type ReachedPart = {
	readonly project: Participation;
	readonly person: PersonId;
	/** The school for which the person takes part, while she does. */
	readonly school: string | undefined;
	readonly part: Part;
	readonly application: StoredApplication | undefined;
};

/** The acting person's part in a project. NotFound where the project is; Forbidden for whoever has no part in it. */
export async function reachPart(ctx: Context, shortId: string): Promise<ReachedPart> {
	const project = await participationIn(ctx, shortId);
	const person = me(ctx);
	const own = partIn(project, person);
	const [row] = await applicationRows(ctx, { person, project: project.id });
	const { kind, state } = project;
	const part = { kind, state, takesPart: own !== undefined, hasApplied: row !== undefined };
	demand(ctx, 'recognition.see-part', part);
	return { project, person, school: own?.school, part, application: row && applicationOf(row) };
}

/** Many applications by id; for the desk and what follows from its decisions. */
export async function applicationsById(
	ctx: Context,
	ids: readonly ApplicationId[],
): Promise<StoredApplication[]> {
	return ids.length === 0 ? [] : (await applicationRows(ctx, { ids })).map(applicationOf);
}

/** All of a person, the one that was written last first. */
export async function applicationsOf(ctx: Context, person: PersonId): Promise<StoredApplication[]> {
	return (await applicationRows(ctx, { person })).map(applicationOf);
}

/** The person who acts. */
export function me(ctx: Context): PersonId {
	const person = personOf(ctx.actor);
	if (person === undefined) throw new Forbidden('recognition.person');
	return person;
}

function applicationOf(row: ApplicationRow): StoredApplication {
	const { collaboration, technology, pedagogy, curriculum, results, evidence, note } = row;
	return {
		id: row.id,
		project: row.project_id,
		applicant: row.person_id,
		state: stateOf({
			round: row.round ?? undefined,
			refused: row.refused_at !== null,
			awarded: row.awarded_at !== null,
		}),
		round: row.round ?? 0,
		locale: isLocale(row.locale) ? row.locale : defaultLocale,
		written: {
			...{ collaboration, technology, pedagogy, curriculum, results, evidence, note },
			checks: checks.filter((check) => row.checks.includes(check)),
			review: reviewable.filter((each) => row.review.includes(each)),
		},
		version: row.version,
		savedAt: row.saved_at,
		school: row.school_id ?? undefined,
		awardedAt: row.awarded_at ?? undefined,
	};
}
